import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProblem } from '../../src/capabilities/formulation/contract.ts';
import { addVariant } from '../../src/capabilities/tracking/contract.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { comparedRuns } from '../kit/compared-runs.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { evaluatedRun, runWithTable } from '../kit/evaluated-runs.ts';
import { problemPricedBy } from '../kit/evaluating.ts';
import { importFiles } from '../kit/importing.ts';
import { keyboardOf } from '../kit/keyboard.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { evaluationData, predictedStops } from '../kit/logged-predictions.ts';
import { complaintsOf, pageProblems } from '../kit/page-problems.ts';
import { openVisit } from '../kit/visit.ts';
import { asking, workedValueModel } from '../kit/written-problem.ts';

const kept = process.env['PEIL_TEST_PICTURES'];

/** For people to look at, wide and narrow, by day and by night. */
async function picture(page: Page, name: string): Promise<void> {
  if (!kept) return;
  await mkdir(kept, { recursive: true });
  const size = page.viewportSize() ?? { width: 1440, height: 900 };
  for (const width of [1440, 390])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
      await page.screenshot({ path: `${kept}/compare-${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: 'light' });
}

describeWithChromium('runs side by side on the page', () => {
  let peil: TestPeil & { address: string };
  let browser: Browser;
  let problemId: string;
  beforeAll(async () => {
    if (!existsSync('dist/web/index.html')) throw new Error('The page is not built: run npm run build first.');
    peil = await openListeningPeil();
    problemId = (await asking(peil, createProblem, { body: { title: 'Late flights' } })).id;
    for (const content of ['a\n1\n', 'a\n1\n2\n'])
      await importFiles(peil, { problemId, files: [{ name: 's.csv', content }], body: { name: 'Flights' } });
    await comparedRuns(peil, { problemId, data: 'Flights' });
    const same = { parentId: null, note: '', windowFrom: null, windowTo: null, data: null, params: [] };
    await asking(peil, addVariant, { params: { problemId }, body: { ...same, name: 'Atlanta', segment: 'Atlanta' } });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await peil.close();
  });

  test('DS2 chosen runs stand side by side, and those of a search in charts, like only with like', async () => {
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${peil.address}/problems/${problemId}/runs`);
    for (const name of ['deep', 'shallow']) await page.getByRole('checkbox', { name: `Choose ${name}` }).check();
    await page.getByRole('link', { name: 'Lay side by side' }).click();
    await page
      .getByText('deep is the better of the two: auc is 0.896, and 0.8 for the other.', { exact: false })
      .waitFor();
    const side = page.getByRole('region', { name: 'Side by side' }).last();
    await side.getByRole('row', { name: 'max_depth 9 3' }).waitFor();
    expect(await side.getByRole('row', { name: 'seed' }).count()).toBe(0);
    await page.getByRole('checkbox', { name: 'Show also what is the same' }).check();
    await side.getByRole('row', { name: 'seed 7 7' }).waitFor();
    await page.getByText('2 packages differ.', { exact: false }).waitFor();
    await page.getByRole('row', { name: 'xgboost 3.0.4 none' }).waitFor();
    await page.getByText('+depth = 9', { exact: false }).waitFor();
    await page.getByRole('combobox', { name: 'Judged by' }).selectOption('log_loss');
    await page.getByText('deep is the better of the two: log_loss is 0.104', { exact: false }).waitFor();
    expect(await page.getByRole('combobox', { name: 'Better is' }).inputValue()).toBe('low');
    expect(await pageProblems(page)).toEqual([]);

    await page.getByRole('link', { name: 'Back to the runs' }).click();
    await page.getByRole('link', { name: 'Lay the runs of this search side by side' }).click();
    await page.getByText('is the best of 32 that compare', { exact: false }).waitFor();
    await page.getByText('Nobody said on which data it was measured.', { exact: false }).waitFor();
    await page.getByText('It was measured on Flights', { exact: false }).waitFor();
    await page.locator('.chart__canvas canvas').nth(2).waitFor();
    await page.getByRole('heading', { name: 'auc is best at', exact: false }).waitFor();
    // What is drawn is told in a table too.
    await page.getByRole('button', { name: 'Show as a table The best' }).click();
    await page.getByRole('row', { name: 'nobody knows' }).first().waitFor();
    expect(await pageProblems(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('DS2 runs evaluated elsewhere are made to compare in one press, and the protocol is chosen', async () => {
    const priced = await problemPricedBy(peil, workedValueModel);
    const datasetVersionId = await evaluationData(peil, priced);
    const ids: Record<string, string> = {};
    for (const [name, shift, ...splits] of [
      ['forest', 0.3, 'test'],
      ['trees', 0.2, 'test', 'train'],
      ['twice', 0.1, 'train'],
      ['elsewhere', 0, 'validation'],
    ] as const) {
      const { runId } = await runWithTable(peil, { problemId: priced, name }, predictedStops(shift));
      ids[name] = runId;
      for (const split of splits) await evaluatedRun(peil, { problemId: priced, runId }, { datasetVersionId, split });
    }
    const to = `/problems/${priced}/runs/compare?runs=${Object.values(ids).join(',')}`;
    const { page, look, complaints, leave } = await openVisit(browser, peil.address, { to, width: 1440 });
    const hand = keyboardOf(page, complaints);
    const protocol = page.getByRole('combobox', { name: 'Evaluated on' });
    const first = await protocol.inputValue();
    await page.getByText('2 runs do not compare with these, and stand apart.', { exact: false }).waitFor();
    await page.getByRole('row', { name: /^Evaluated on .*one other evaluation/ }).waitFor();
    await protocol.selectOption({ index: 1 });
    await page.getByText('is the better of the two', { exact: false }).waitFor();
    await page.waitForURL(/protocol=/);
    await protocol.selectOption(first);
    const press = page.getByRole('button', { name: /^Evaluate on Nights, version 1, part “\w+” \(elsewhere\)$/ });
    await press.waitFor();
    await look('runs that stand apart');
    await picture(page, 'apart-en');
    await hand.press(press);
    const followed = page.getByRole('list', { name: 'Evaluated like the others' });
    await followed.getByText('It waits for its turn to be measured.').waitFor();
    expect(await followed.evaluate((list) => list.ownerDocument.activeElement === list)).toBe(true);
    await peil.services.jobs.runDue();
    await page.getByText('is the best of 3 that compare', { exact: false }).waitFor();
    await followed.getByText('is evaluated like the others, and compares with them now.').waitFor();
    expect(await press.count()).toBe(0);
    await look('a run that compares now');
    await picture(page, 'alike-en');
    await page.getByRole('button', { name: 'Lees in het Nederlands' }).click();
    const inDutch = page.getByRole('list', { name: 'Geëvalueerd zoals de andere' });
    await inDutch.getByText('is geëvalueerd zoals de andere', { exact: false }).waitFor();
    await picture(page, 'alike-nl');
    // The language is the account's: the next test finds it as it was.
    await page.getByRole('button', { name: 'Read in English' }).click();
    await followed.waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  test('DS1 runs are grouped, found by what they lack, and given to a variant with undo', async () => {
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${peil.address}/problems/${problemId}/runs`);
    await page.getByRole('combobox', { name: 'Group by' }).selectOption('params.max_depth');
    await page.getByText('6 runs', { exact: false }).first().waitFor();
    await page.locator('.runs__groups summary', { hasText: 'max_depth: 9' }).click();
    const table = page.getByRole('table');
    await table.getByRole('link', { name: 'deep' }).waitFor();
    expect(await pageProblems(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Group by' }).selectOption('');
    await page.getByRole('combobox', { name: 'Six facts' }).selectOption('no_data');
    await table.getByRole('link', { name: 'nobody knows' }).waitFor();
    // Counted after the rows are there.
    await page.locator('table[aria-rowcount="2"]').waitFor();
    await page.getByRole('checkbox', { name: 'Choose nobody knows' }).check();
    await page.getByRole('combobox', { name: 'Give to a variant of the model' }).selectOption('Atlanta');
    await page.getByRole('button', { name: 'Give', exact: true }).click();
    await page.getByText('1 run is now of: Atlanta.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await page.getByText('The runs are of what they were of before.').waitFor();
    expect(await pageProblems(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
