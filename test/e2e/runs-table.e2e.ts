import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProblem } from '../../src/capabilities/formulation/contract.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { complaintsOf, pageProblems } from '../kit/page-problems.ts';
import { wireTo } from '../kit/wire.ts';
import { asking } from '../kit/written-problem.ts';

describeWithChromium('the table of runs on the page', () => {
  let peil: TestPeil & { address: string };
  let browser: Browser;
  let problemId: string;
  beforeAll(async () => {
    if (!existsSync('dist/web/index.html')) throw new Error('The page is not built: run npm run build first.');
    peil = await openListeningPeil();
    problemId = (await asking(peil, createProblem, { body: { title: 'Late flights' } })).id;
    const wire = wireTo(peil);
    const tags = [{ key: 'peil.problem', value: problemId }];
    const { experiment_id } = (await wire('POST experiments/create', { name: 'trees', tags })).body;
    for (let n = 0; n < 250; n++) {
      const started = { experiment_id, run_name: `try ${n}`, start_time: peil.clock.now() - 1_000_000 + n };
      const { run_id } = (await wire('POST runs/create', started)).body.run.info;
      const metrics = [{ key: 'auc', value: n / 1000, timestamp: 1, step: 0 }];
      await wire('POST runs/log-batch', { run_id, metrics, params: [{ key: 'kind', value: n % 2 ? 'tree' : 'line' }] });
    }
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await peil.close();
  });

  test('DS1 rows are there before they are counted, the count is told after, and nothing moves', async () => {
    const page = await (await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })).newPage();
    const complaints = complaintsOf(page);
    let countThem = () => {};
    const counted = new Promise<void>((resolve) => (countThem = resolve));
    await page.route('**/runs/summary*', async (route) => {
      await counted;
      await route.continue();
    });
    await page.goto(`${peil.address}/problems/${problemId}/runs`);
    const table = page.getByRole('table');
    const window = page.getByRole('region', { name: 'Runs' }).last();
    await table.getByRole('link', { name: 'try 249' }).waitFor();
    await page.getByText('Being counted…').waitFor();
    expect(await table.getAttribute('aria-rowcount')).toBe('-1');
    const place = await window.boundingBox();
    expect(await pageProblems(page)).toEqual([]);
    // What nobody counted yet can be scrolled through, a page after another.
    const last = table.getByRole('link', { name: 'try 0', exact: true });
    await expect
      .poll(
        async () => {
          await window.evaluate((element) => element.scrollTo(0, 1e6));
          return last.count();
        },
        { timeout: 30_000 },
      )
      .toBe(1);
    countThem();
    await page.getByRole('status').filter({ hasText: '250 runs.' }).waitFor();
    expect(await table.getAttribute('aria-rowcount')).toBe('251');
    expect(await window.boundingBox()).toEqual(place);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('DS1 runs are read in words, found, ordered, deleted and brought back, and a view of them kept', async () => {
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${peil.address}/problems/${problemId}/runs`);
    await page.getByText('250 runs were tried in one experiment', { exact: false }).waitFor();
    const table = page.getByRole('table');
    await table.getByRole('link', { name: 'try 249' }).waitFor();
    expect(await table.getAttribute('aria-rowcount')).toBe('251');
    // The end is fetched when it is seen.
    await page
      .getByRole('region', { name: 'Runs' })
      .last()
      .evaluate((element) => element.scrollTo(0, 1e6));
    await table.getByRole('link', { name: 'try 0', exact: true }).waitFor();
    await page.getByRole('combobox', { name: 'Find runs' }).fill("metrics.auc > 0.2 AND NOT params.kind = 'line'");
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await table.getByRole('button', { name: 'auc' }).click();
    await table.getByRole('link', { name: 'try 249' }).waitFor();
    expect(await table.getAttribute('aria-rowcount')).toBe('26');
    await page.getByText('Keep this view for the team').click();
    await page.getByLabel('Name of this view').fill('Good trees');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByText('The team now has the view Good trees.').waitFor();
    await page.getByRole('checkbox', { name: 'Choose try 249' }).check();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByText('1 run is deleted.').waitFor();
    await table.getByRole('link', { name: 'try 249' }).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await table.getByRole('link', { name: 'try 249' }).waitFor();
    expect(await pageProblems(page)).toEqual([]);
    const pictures = process.env['PEIL_TEST_PICTURES'];
    if (pictures) await page.screenshot({ path: `${pictures}/runs.png`, fullPage: true });
    await page.getByRole('combobox', { name: 'Find runs' }).fill('metrics.auc >');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByText('at character 14', { exact: false }).first().waitFor();
    expect(complaints.filter((complaint) => !complaint.includes('400'))).toEqual([]);
    await page.context().close();
  });
});
