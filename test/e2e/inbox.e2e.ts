import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProblem } from '../../src/capabilities/formulation/contract.ts';
import { listNamingRules, listVariants } from '../../src/capabilities/tracking/contract.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { contextOf, problemsInEveryLook, readers } from '../kit/every-look.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { loggedRuns } from '../kit/logged-runs.ts';
import { complaintsOf, pageProblems } from '../kit/page-problems.ts';
import { wireTo } from '../kit/wire.ts';
import { asking } from '../kit/written-problem.ts';

const kept = process.env['PEIL_TEST_PICTURES'];

describeWithChromium('what runs belong to', () => {
  let peil: TestPeil & { address: string };
  let browser: Browser;
  let problemId: string;
  beforeAll(async () => {
    if (!existsSync('dist/web/index.html')) throw new Error('The page is not built: run npm run build first.');
    peil = await openListeningPeil();
    problemId = (await asking(peil, createProblem, { body: { title: 'Late flights' } })).id;
    await asking(peil, createProblem, { body: { title: 'Customers leave' } });
    await loggedRuns(peil, problemId);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await peil.close();
  });

  const counted = async () => (await peil.app.inject(`/api/inbox?problemId=${problemId}`)).json();

  test('DS1 what waits is assigned by its rule, or chosen and assigned together, and that is undone', async () => {
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${peil.address}/inbox`);
    const experiments = page.getByRole('region', { name: 'Experiments' });
    await experiments.getByText('churn/2026-11', { exact: true }).waitFor();
    // Where everybody logs stays, and says why.
    expect(await experiments.getByRole('checkbox', { name: 'Choose Default' }).isDisabled()).toBe(true);
    await experiments.getByRole('button', { name: 'Assign to Late flights late-flights/first tries' }).click();
    await page.getByText('1 assigned to Late flights').waitFor();
    expect(await counted()).toEqual({ experiments: 3, proposed: 1 });
    await page.getByRole('button', { name: 'Undo' }).click();
    await experiments.getByRole('button', { name: 'Assign the 2 that a rule speaks for' }).click();
    await page.getByText('2 assigned, each by its rule').waitFor();
    expect(await counted()).toEqual({ experiments: 2, proposed: 0 });

    await experiments.getByRole('checkbox', { name: 'Choose churn/2026-11' }).check();
    await experiments.getByRole('button', { name: 'Assign 1' }).click();
    await experiments.getByText('Choose a problem first.').waitFor();
    await experiments.getByLabel('Assign to which problem?').fill('leave');
    await page.getByRole('option', { name: 'Customers leave' }).click();
    await experiments.getByRole('button', { name: 'Assign 1' }).click();
    await page.getByText('1 assigned to Customers leave').waitFor();
    await experiments.getByText('churn/2026-11', { exact: true }).waitFor({ state: 'hidden' });

    const models = page.getByRole('region', { name: 'Registered models' });
    await models.getByRole('checkbox', { name: 'Choose churn of customers' }).check();
    await models.getByLabel('Assign to which problem?').fill('leave');
    await page.getByRole('option', { name: 'Customers leave' }).click();
    await models.getByRole('button', { name: 'Assign 1' }).click();
    await models.getByText('No registered model waits.').waitFor();
    expect(await pageProblems(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('DS1 runs of Default are chosen there and assigned together, and that is undone', async () => {
    const wire = wireTo(peil);
    for (const run_name of ['quick look', 'second look'])
      await wire('POST runs/create', { experiment_id: '0', run_name, start_time: 1 });
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${peil.address}/inbox`);
    const experiments = page.getByRole('region', { name: 'Experiments' });
    await experiments.getByRole('link', { name: 'Default', exact: true }).click();
    await page.getByText('its runs are assigned one by one').waitFor();
    const runs = page.getByRole('list', { name: 'Runs of Default' });
    const looks = runs.getByRole('listitem').filter({ hasText: 'look' });
    await runs.getByRole('checkbox', { name: 'Choose quick look' }).check();
    await runs.getByRole('checkbox', { name: 'Choose second look' }).check();
    await page.getByRole('combobox', { name: 'Assign to which problem?' }).fill('late');
    await page.getByRole('option', { name: 'Late flights' }).click();
    await page.getByRole('button', { name: 'Assign 2' }).click();
    await page.getByText('2 assigned to Late flights').waitFor();
    await expect.poll(() => looks.count()).toBe(0);
    const found = async () =>
      (await peil.app.inject(`/api/problems/${problemId}/experiments`))
        .json()
        .experiments.filter(({ name }: { name: string }) => name === 'Default: Late flights')
        .map(({ runs: count }: { runs: number }) => count);
    expect(await found()).toEqual([2]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => looks.count()).toBe(2);
    expect(await found()).toEqual([0]);
    await page.getByRole('checkbox', { name: /^Choose all/ }).check();
    expect(await runs.getByRole('checkbox', { checked: true }).count()).toBe(await runs.getByRole('checkbox').count());
    for (const reader of readers) {
      const other = await (await contextOf(browser, reader)).newPage();
      await other.goto(`${peil.address}/experiments/0`);
      await other.getByRole('checkbox').nth(1).check();
      expect(await problemsInEveryLook(other, 'runs-of-default', reader)).toEqual([]);
      await other.context().close();
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('DS3 variants stand side by side, are declared, changed, removed and brought back; and rules of names', async () => {
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${peil.address}/problems/${problemId}/runs/belonging`);
    const variants = page.getByRole('region', { name: 'Variants of the model' }).first();
    const cell = variants.getByRole('cell', { name: '5 Another than with its parent: 3' });
    await variants.getByRole('columnheader', { name: 'Atlanta from All flights' }).waitFor();
    expect(await cell.textContent()).toContain('5');
    await variants.getByRole('button', { name: 'Declare Denver' }).click();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Denver');
    await page.getByLabel('From which variant?').selectOption('Atlanta');
    await page.getByLabel('Parameters by which it is another').fill('deep');
    await page.getByRole('button', { name: 'Keep the variant' }).click();
    await page.getByText('“deep” has no = in it.').waitFor();
    await page.getByLabel('Parameters by which it is another').fill('depth = 7');
    await page.getByRole('button', { name: 'Keep the variant' }).click();
    await variants.getByRole('cell', { name: '7 Another than with its parent: 5' }).waitFor();
    const listed = async () => (await asking(peil, listVariants, { params: { problemId }, query: {} })).variants;
    expect((await listed()).map(({ name, runs }) => [name, runs])).toEqual([
      ['All flights', 1],
      ['Atlanta', 2],
      ['Denver', 1],
    ]);
    await variants.getByRole('button', { name: 'Remove Denver' }).click();
    await page.getByText('Denver removed; its runs stay').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await variants.getByRole('button', { name: 'Change Denver' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Denver and around');
    await page.getByRole('button', { name: 'Keep the variant' }).click();
    await variants.getByRole('columnheader', { name: 'Denver and around from Atlanta' }).waitFor();

    await page.getByRole('button', { name: 'Add a rule' }).click();
    await page.getByLabel('Name of experiments or models').fill('f*');
    await page.keyboard.press('Enter');
    await page.getByText('would take in nearly everything').waitFor();
    await page.getByLabel('Name of experiments or models').fill('flights-*');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove flights-*' }).click();
    await page.getByText('Rule removed; what it brought here stays').waitFor();
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await page.getByRole('button', { name: 'Remove flights-*' }).waitFor();
    const { rules } = await asking(peil, listNamingRules, { params: { problemId } });
    expect(rules.map(({ pattern }) => pattern)).toEqual(['flights-*', 'late-flights/*']);
    expect(await pageProblems(page)).toEqual([]);
    expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([]);
    await page.context().close();
  });

  test('DS1 the page of a run says which of the six facts lack, and how each is given', async () => {
    const wire = wireTo(peil);
    const { run_id } = (await wire('POST runs/create', { experiment_id: '0', start_time: 1 })).body.run.info;
    await wire('POST runs/log-batch', {
      run_id,
      metrics: [{ key: 'auc', value: 0.9, timestamp: 1, step: 0 }],
      params: ['C', 'solver', 'tol', 'penalty'].map((key) => ({ key, value: '1' })),
      tags: [{ key: 'mlflow.source.git.commit', value: '2cc66eb66d919bb0a234e0d166acd03144c8b060' }],
    });
    await wire('POST runs/update', { run_id, status: 'FINISHED', end_time: 60_000 });
    const page = await (await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } })).newPage();
    await page.goto(`${peil.address}/runs/${run_id}`);
    const part = page.getByRole('region', { name: 'What it is made of' });
    await part
      .getByText(/^It cannot be promoted yet: it belongs to no problem and 3 of the six facts are not there\./)
      .waitFor();
    const items = part.getByRole('listitem');
    expect(await items.allTextContents()).toEqual([
      expect.stringMatching(/^Time There/),
      expect.stringMatching(/^Result Thereauc = 0.9/),
      expect.stringMatching(/^○Model LacksIt made no model\. .*log_model/s),
      expect.stringMatching(/^Hyperparameters There.*and 1 more/),
      expect.stringMatching(/^○Version of the data Lacks/),
      expect.stringMatching(/^○Version of the code Lacks2cc66eb66d91.*git\.diff.*pip freeze/s),
    ]);
    expect(await pageProblems(page)).toEqual([]);
    if (kept) await page.screenshot({ path: join(kept, 'six-facts-390-light-en.png'), fullPage: true });
    await page.context().close();
  });
});
