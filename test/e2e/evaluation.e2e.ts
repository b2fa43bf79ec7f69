import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ValueModel } from '../../src/capabilities/value/contract.ts';
import { delayModel, triageModel } from '../../src/capabilities/value/model-fixtures.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import {
  decidedMachines,
  evaluatedRun,
  predictedDelays,
  predictedMachines,
  type PredictionTable,
  priceAnew,
  runWithTable,
} from '../kit/evaluated-runs.ts';
import { problemPricedBy } from '../kit/evaluating.ts';
import { keyboardOf } from '../kit/keyboard.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { evaluationData, loggedRun, predictedStops } from '../kit/logged-predictions.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import { wireTo } from '../kit/wire.ts';
import { workedValueModel } from '../kit/written-problem.ts';
import { walkedIn } from '../kit/walked-in.ts';

const kept = process.env['PEIL_TEST_PICTURES'];

describeWithChromium('evaluations on the page', () => {
  let peil: TestPeil & { address: string };
  let browser: Browser;
  beforeAll(async () => {
    demandBuiltPage();
    if (kept) await mkdir(kept, { recursive: true });
    peil = await openListeningPeil();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await peil.close();
  });

  /** For people to look at, by day and by night. */
  async function picture(page: Page, name: string): Promise<void> {
    if (!kept) return;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
      await page
        .locator('section', { has: page.locator(':is(#evaluations, #evaluation-ranking)') })
        .last()
        .screenshot({ path: `${kept}/evaluation-${name}-${colorScheme}.png` });
    }
    await page.emulateMedia({ colorScheme: 'light' });
  }
  const measured = () => peil.services.jobs.runDue();

  test('PF8 SM1 DS2 predictions are priced on the page, the better threshold in one press, and ranked with what is alike', async () => {
    const problemId = await problemPricedBy(peil, workedValueModel);
    const versionId = await evaluationData(peil, problemId);
    const forest = await runWithTable(peil, { problemId, name: 'forest' }, predictedStops());
    const { page, look, complaints, leave } = await openVisit(browser, peil.address, {
      to: `/runs/${forest.runId}`,
      width: 1440,
    });
    const hand = keyboardOf(page, complaints);
    await page.getByText('Nothing of this run was evaluated yet.').waitFor();
    await page.getByText('What turned out is in “truth”, the model’s word in “score”.').waitFor();
    await look('the questions before an evaluation');
    await picture(page, 'form-1440-en');
    await hand.write(page.getByLabel('Which part of it?'), 'test');
    await hand.write(page.getByLabel('Act from which score?'), 'half');
    await hand.press(page.getByRole('button', { name: 'Evaluate and price' }));
    await page.getByText('“half” is no number. Type a score, for example 0.5.').waitFor();
    await hand.write(page.getByLabel('Act from which score?'), '0.35');
    await hand.press(page.getByRole('button', { name: 'Evaluate and price' }));
    await page.getByText('It waits for its turn to be measured.').waitFor();
    await measured();
    await page.getByText(/^Catches 100 of 100 cases to act on, with \d+ false alarms among 100 others/).waitFor();
    await page.getByText('Measured on Nights, version 1, test, by predictions.json').waitFor();
    await page.getByRole('row', { name: /^Today’s practice/ }).waitFor();
    const cell = page.getByRole('cell', { name: /^20\s*hit, 100%$/ });
    await cell.waitFor();
    await page.getByRole('heading', { name: /^Acting from a score of 0\.\d+ pays best: -€\d/ }).waitFor();
    await page.getByRole('heading', { name: /^What it says is off by up to \d+%/ }).waitFor();
    await page.getByRole('rowheader', { name: 'hall 1' }).waitFor();
    await page.locator('.chart__canvas canvas').nth(1).waitFor();
    await look('an evaluation in euros');
    await picture(page, 'binary-1440-en');

    await hand.press(page.getByRole('button', { name: /^Evaluate acting from 0\.\d+/ }));
    await page.getByText('It waits for its turn to be measured.').waitFor();
    await measured();
    await page.getByText(/^In use is 0\.\d+: nothing is left\.$/).waitFor();
    await page.getByText('Place 1 of 2, on Nights, version 1, part “test”').waitFor();

    // Another run, measured otherwise: it stands apart, and one press makes it compare.
    const boosted = await runWithTable(peil, { problemId, name: 'boosted' }, predictedStops(0.05));
    await evaluatedRun(peil, { problemId, runId: boosted.runId }, { datasetVersionId: versionId, value: 'none' });
    const fewer = predictedStops();
    const small = await runWithTable(peil, { problemId, name: 'small' }, { ...fewer, data: fewer.data.slice(10) });
    await evaluatedRun(peil, { problemId, runId: small.runId }, { datasetVersionId: versionId });
    await hand.press(page.getByRole('link', { name: 'All that was evaluated' }));
    const ranking = page.getByRole('region', { name: 'Which is best' });
    await ranking
      .getByText(
        /^forest \(from 0\.\d+\) is worth most: .* a month\. On the same 200 cases it brings .* a month more than forest \(from 0\.35\), between/,
      )
      .waitFor();
    const apart = ranking.getByRole('listitem').filter({ hasText: 'boosted' });
    await apart
      .getByText(/It was measured on all of it, the others on part “test”\. It was priced by no value model/)
      .waitFor();
    const smaller = ranking.getByRole('listitem').filter({ hasText: 'small' });
    await smaller.getByRole('link', { name: 'Evaluate another table of this run (small)' }).waitFor();
    await look('the ranking with what stands apart');
    await picture(page, 'ranking-1440-en');
    await hand.press(apart.getByRole('button', { name: 'Evaluate on Nights, version 1, part “test” (boosted)' }));
    await apart.getByText('It waits for its turn to be measured.').waitFor();
    await measured();
    await ranking.getByRole('row', { name: /boosted/ }).waitFor();
    await apart.waitFor({ state: 'detached' });

    // Of another variant of the model it stands apart, until somebody asks for them together.
    const tag = { run_id: boosted.runId, key: 'peil.variant', value: 'France' };
    await wireTo(peil)('POST runs/set-tag', tag);
    await page.reload();
    await hand.press(apart.getByRole('button', { name: 'Rank the variants of the model together' }));
    await ranking.getByText(/^These are models of different variants \(France, no variant\)/).waitFor();
    await look('variants ranked together');

    // A new value model prices all of them anew; what was priced before stays what it was.
    const dearer = { kind: 'constant' as const, value: { likely: '-1800' } };
    if (workedValueModel.task === 'binary')
      await priceAnew(peil, problemId, { ...workedValueModel, values: { ...workedValueModel.values, fn: dearer } });
    await page.reload();
    await hand.press(ranking.getByRole('button', { name: /^Price all by draft \d of the value model$/ }));
    await page.getByText('5 evaluations have begun.').waitFor();
    await measured();
    await ranking.getByText(/evaluations are not priced by it yet/).waitFor({ state: 'detached' });
    await ranking.getByRole('combobox', { name: 'Ranked under' }).waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  test.each(walkedIn('nl', ['en', 'nl'] as const))(
    'PF8 SM1 numbers, classes and what cannot be priced, on a telephone (%s)',
    async (language) => {
      const { page, look, complaints, leave } = await openVisit(browser, peil.address, { language, width: 390 });
      const isDutch = language === 'nl';
      const show = async (name: string, runId: string, text: string | RegExp) => {
        await page.goto(`${peil.address}/runs/${runId}#evaluations`);
        await page.getByText(text).first().waitFor();
        await page.locator('main [aria-busy="true"]').first().waitFor({ state: 'hidden' });
        await look(name);
        await picture(page, `${name}-390-${language}`);
        if (!kept) return;
        await page.setViewportSize({ width: 1440, height: 900 });
        await picture(page, `${name}-1440-${language}`);
        await page.setViewportSize({ width: 390, height: 844 });
      };
      const of = async (name: string, model: ValueModel, table: PredictionTable) => {
        const problemId = await problemPricedBy(peil, model);
        const datasetVersionId = await evaluationData(peil, problemId);
        const { runId } = await runWithTable(peil, { problemId, name }, table);
        await evaluatedRun(peil, { problemId, runId }, { datasetVersionId });
        return { problemId, runId, datasetVersionId };
      };
      const delays = await of('delays', delayModel(), predictedDelays());
      await show(
        'regression',
        delays.runId,
        isDutch ? /^De helft van de fouten ligt tussen/ : /^Half of the errors lie between/,
      );
      expect(
        await page
          .getByRole('region', { name: isDutch ? /^Tienden van/ : /^Tenths of/ })
          .getByRole('row')
          .count(),
      ).toBe(11);
      const machines = await of('machines', triageModel(), decidedMachines());
      await show('classes', machines.runId, isDutch ? /^Beslist over 400 gevallen; / : /^Decides on 400 cases; /);
      const { problemId, datasetVersionId } = machines;
      const { runId } = await runWithTable(peil, { problemId, name: 'classes' }, predictedMachines());
      await evaluatedRun(peil, { problemId, runId }, { datasetVersionId, value: 'none' });
      await show(
        'unpriced',
        runId,
        isDutch ? /^Heeft het in 7\d(,\d)?% van de gevallen goed\.$/ : /^Right in 7\d(\.\d)?% of the cases\.$/,
      );
      await page.getByRole('button', { name: isDutch ? /^Beprijzen met concept/ : /^Price by draft/ }).waitFor();
      const stops = await of('stops', workedValueModel, predictedStops());
      await show('binary', stops.runId, isDutch ? /^Vindt \d+ van de 100/ : /^Catches \d+ of 100/);
      const waiting = await loggedRun(peil, { problemId: null, name: 'of nobody' });
      await show('inbox', waiting.runId, isDutch ? 'Wijs hem toe in de inbox' : 'Assign it in the inbox');
      const bare = await loggedRun(peil, { problemId: stops.problemId, name: 'bare' });
      await show('no-table', bare.runId, /mlflow\.log_table\(table/);
      expect(complaints).toEqual([]);
      await leave();
    },
  );
});
