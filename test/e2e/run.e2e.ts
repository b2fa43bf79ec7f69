import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProblem } from '../../src/capabilities/formulation/contract.ts';
import type { TestPeil } from '../kit/app.ts';
import { chartedRun } from '../kit/charted-run.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { bringFlights } from '../kit/late-flights.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { openVisit } from '../kit/visit.ts';
import { wireTo } from '../kit/wire.ts';
import { asking } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

const kept = process.env['PEIL_TEST_PICTURES'];

/** The page as it stands, wide and narrow, light and dark. */
async function keepPictures(page: Page, name: string): Promise<void> {
  for (const width of [1440, 390])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${kept}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
}

describeWithChromium('the page of a run', () => {
  let peil: TestPeil & { address: string };
  let browser: Browser;
  let run: { runId: string; siblingId: string };
  beforeAll(async () => {
    if (!existsSync('dist/web/index.html')) throw new Error('The page is not built: run npm run build first.');
    if (kept) await mkdir(kept, { recursive: true });
    peil = await openListeningPeil();
    const { id: problemId } = await asking(peil, createProblem, { body: { title: 'Late flights' } });
    await bringFlights(peil, problemId);
    run = await chartedRun(peil, { problemId, data: 'Flights@1' });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await peil.close();
  });

  test('DS1 a run is told in sentences, its charts are looked at closer, and it is followed while it runs', async () => {
    const { page, look, complaints, leave } = await openVisit(browser, peil.address, {
      to: `/runs/${run.runId}?beside=${run.siblingId}`,
      width: 1440,
    });
    await page.getByRole('heading', { level: 1, name: 'depth 5' }).waitFor();
    const lead = page.locator('.lead');
    expect(await lead.textContent()).toContain('Begun by sam on 3 November 2026');
    expect(await lead.textContent()).toContain('On Flights, version 1.');
    expect(await lead.textContent()).toContain('It made boosted trees.');
    await page.getByRole('heading', { name: /^loss of 2 runs, from 0\.19/ }).waitFor();
    await page.getByText('Not a number, left open: 2.').waitFor();
    await page.getByRole('heading', { name: 'The machine', exact: true }).waitFor();
    await page.locator('.chart__canvas canvas').nth(1).waitFor();
    await look('a run with charts');

    await page.getByRole('checkbox', { name: 'Chart auc' }).check();
    const once = page.getByRole('region', { name: 'auc', exact: true });
    await once.getByText('depth 5, measured once, at step 0').waitFor();
    expect(await once.locator('strong').allTextContents()).toEqual(['0.874', '0.874']);
    await page.getByRole('checkbox', { name: 'Chart log_loss' }).check();
    await page.getByRole('region', { name: 'log_loss', exact: true }).getByText('0.26').waitFor();
    await look('a run with what was measured once');
    if (kept) await keepPictures(page, 'run-once');
    const loss = page.locator('.metric-chart', { hasText: 'loss of 2 runs' });
    await loss.locator('summary').click();
    await loss.getByLabel('From (step)').fill('100');
    await loss.getByLabel('To', { exact: true }).fill('150');
    await loss.getByRole('button', { name: 'Show this part' }).click();
    await page.getByText('Shown from 100 to 150.').waitFor();
    await page.getByText('102 points.').waitFor();
    await loss.getByRole('button', { name: 'Show all of it' }).click();
    await page.getByText('Not a number, left open: 2.').waitFor();
    const canvas = (await loss.locator('canvas').first().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(canvas.x + canvas.width * 0.4, canvas.y + 60);
    await page.mouse.down();
    await page.mouse.move(canvas.x + canvas.width * 0.6, canvas.y + 60);
    await page.mouse.up();
    await page.getByText(/^Shown from 1\d\d to 2\d\d\.$/).waitFor();

    // A point that comes while one looks is there without anybody's asking.
    const late = { run_id: run.runId, key: 'auc', value: 0.991, timestamp: Date.UTC(2026, 10, 3, 10), step: 500 };
    await wireTo(peil)('POST runs/log-metric', late);
    await page.getByRole('heading', { name: 'auc of 2 runs, from 0.874 to 0.991' }).waitFor();
    for (const name of ['curve.svg', 'report.html', 'notes.md', 'model.pkl'])
      await page.getByRole('button', { name: `Look ${name}` }).click();
    await page.waitForFunction("document.querySelector('.artifact__image')?.naturalWidth > 0");
    const report = page.frameLocator('iframe[title="report.html"]');
    await report.getByText('Caught 61 of 100.').waitFor();
    expect(await report.locator('h1').textContent()).toBe('Report');
    await page.getByText('Depth 5 overfits a little.').waitFor();
    await page.getByText('A file of this kind is not shown here, and never run.').waitFor();
    await page.getByText('eval/', { exact: true }).click();
    await page.getByRole('button', { name: 'Look predictions.json' }).click();
    await page.getByRole('cell', { name: '0.91' }).waitFor();
    await page.getByRole('button', { name: 'Look MLmodel' }).click();
    await page.getByRole('table', { name: 'What it takes' }).getByRole('cell', { name: 'distance_km' }).waitFor();
    await page.getByText('As it is written').click();
    await page.getByText('loader_module: mlflow.sklearn').first().waitFor();
    if (kept) await page.screenshot({ path: `${kept}/run-files-1440.png`, fullPage: true });
    await look('a run with its files');
    await page.getByRole('link', { name: 'search of depths' }).click();
    await page.getByText('Runs within it (2)').waitFor();
    // The script in the report was kept from running, and nothing else went wrong.
    expect(complaints).toEqual([expect.stringContaining("Blocked script execution in 'about:srcdoc'")]);
    await leave();
  });

  test.each(walkedIn('nl', ['en', 'nl'] as const))('DS1 a run reads well on a telephone (%s)', async (language) => {
    const { page, look, complaints, leave } = await openVisit(browser, peil.address, {
      to: `/runs/${run.siblingId}`,
      language,
      width: 390,
    });
    await page.getByText(language === 'en' ? 'It finished after 7 minutes.' : 'Hij was klaar na 7 minuten.').waitFor();
    await page.locator('.chart__canvas canvas').first().waitFor();
    await look('a run on a telephone');
    if (kept) await page.screenshot({ path: `${kept}/run-390-${language}.png`, fullPage: true });
    if (kept) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.goto(`${peil.address}/runs/${run.runId}?beside=${run.siblingId}`);
      await page.locator('.chart__canvas canvas').nth(1).waitFor();
      await page.screenshot({ path: `${kept}/run-1440-dark-${language}.png`, fullPage: true });
    }
    expect(complaints).toEqual([]);
    await leave();
  });

  test('DS4 a registered model says where each version comes from, and is labelled', async () => {
    const { page, look, complaints, leave } = await openVisit(browser, peil.address, {
      to: `/runs/${run.runId}`,
      width: 1440,
    });
    await page.getByRole('link', { name: 'The registered models of this problem' }).click();
    await page.getByText('champion is version 1').waitFor();
    await look('the models of a problem');
    await page.getByRole('link', { name: 'late flights' }).click();
    await page.getByText('It has 2 versions; champion is version 1.').waitFor();
    const lineage = page.getByRole('list', { name: 'Where version 2 comes from' });
    await lineage.getByRole('link', { name: 'Late flights' }).waitFor();
    expect(await lineage.locator('a').allTextContents()).toEqual(['Late flights', 'Flights, version 1', 'depth 5']);
    await page.getByRole('button', { name: 'Put the alias' }).click();
    await page.getByText('Write an alias first.').waitFor();
    await page.getByLabel('Alias', { exact: true }).fill('champion');
    await page.getByRole('button', { name: 'Put the alias' }).press('Enter');
    await page.getByText('It has 2 versions; champion is version 2.').waitFor();
    await page.getByRole('button', { name: 'Change the description' }).click();
    await page.getByRole('textbox', { name: 'What it is for' }).fill('For the planning of the morning.');
    await page.getByRole('button', { name: 'Keep the description' }).click();
    await page.locator('p', { hasText: 'For the planning of the morning.' }).waitFor();
    await page.getByText('It keeps its 2 files as they were when it was registered.').first().waitFor();
    await page
      .getByText(/^It cannot be promoted yet\. The run has not ended\. Nobody said/)
      .first()
      .waitFor();
    await page.getByText('What it takes and gives Version 2').click();
    await page.getByRole('table', { name: 'What it takes' }).getByRole('cell', { name: 'distance_km' }).waitFor();
    await page.getByText('It is loaded as python_function and sklearn 1.9.1.').waitFor();
    await look('a registered model');
    if (kept) await keepPictures(page, 'model');
    expect(complaints).toEqual([]);
    await leave();
  });

  test('DS1 the links that the client prints lead to the run, the experiment and the model', async () => {
    const { page, look, complaints, leave } = await openVisit(browser, peil.address, { width: 390 });
    const made = (await wireTo(peil)('POST experiments/create', { name: 'nobody’s yet' })).body;
    await wireTo(peil)('POST runs/create', { ...made, run_name: 'tried', start_time: 1 });
    await page.goto(`${peil.address}/#/experiments/1/runs/${run.runId}`);
    await page.getByRole('heading', { level: 1, name: 'depth 5' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/runs/${run.runId}`);
    await page.goto(`${peil.address}/#/models/late%20flights/versions/1`);
    await page.getByRole('heading', { level: 1, name: 'late flights' }).waitFor();
    await page.goto(`${peil.address}/#/experiments/${made.experiment_id}`);
    await page.getByText('It waits in the inbox with 1 run', { exact: false }).waitFor();
    await look('an experiment that waits');
    await page.getByRole('link', { name: 'tried' }).click();
    await page.getByRole('heading', { level: 1, name: 'tried' }).waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  test('DS1 a run that there is not is told in a sentence', async () => {
    const { page, leave } = await openVisit(browser, peil.address, { to: '/runs/nothing', expected: [404] });
    await page.getByText('Run with id=nothing not found.').waitFor();
    await leave();
  });
});
