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

describeWithChromium('what was deleted', () => {
  let peil: TestPeil & { address: string };
  let browser: Browser;
  let problemId: string;
  beforeAll(async () => {
    if (!existsSync('dist/web/index.html')) throw new Error('The page is not built: run npm run build first.');
    peil = await openListeningPeil();
    problemId = (await asking(peil, createProblem, { body: { title: 'Late flights' } })).id;
    await deleteSome();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await peil.close();
  });

  /** A deleted experiment, a run that a version stands on, and one that is free. */
  const deleteSome = async () => {
    const wire = wireTo(peil);
    const begin = async (name: string): Promise<string> => {
      const tags = [{ key: 'peil.problem', value: problemId }];
      return (await wire('POST experiments/create', { name, tags })).body.experiment_id;
    };
    const train = async (experiment_id: string, run_name: string): Promise<string> => {
      const { run_id } = (await wire('POST runs/create', { experiment_id, run_name })).body.run.info;
      const url = `/api/2.0/mlflow-artifacts/artifacts/${experiment_id}/${run_id}/artifacts/model/weights.bin`;
      await peil.app.inject({ method: 'PUT', url, payload: run_id.repeat(40_000) });
      return run_id;
    };
    const trees = await begin('trees');
    const [stood, free] = [await train(trees, 'gifted-owl-12'), await train(trees, 'sassy-hen-7')];
    await wire('POST registered-models/create', { name: 'Lateness' });
    await wire('POST model-versions/create', { name: 'Lateness', source: `runs:/${stood}/model`, run_id: stood });
    for (const run_id of [stood, free]) {
      peil.clock.advance(60_000);
      await wire('POST runs/delete', { run_id });
    }
    const first = await begin('first tries');
    await train(first, 'nosy-elk-3');
    peil.clock.advance(60_000);
    await wire('POST experiments/delete', { experiment_id: first });
  };

  test('DS1 what was deleted is brought back or erased for good, and what is stood on stays', async () => {
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${peil.address}/problems/${problemId}/runs/belonging`);
    const deleted = page.getByRole('region', { name: 'Deleted' });
    await deleted.getByText('Stays: version 1 of the model Lateness still stands on it.').waitFor();
    expect(await deleted.getByRole('button', { name: 'Erase for good gifted-owl-12' }).count()).toBe(0);
    await deleted.getByRole('button', { name: 'Bring back sassy-hen-7' }).click();
    await page.getByText('sassy-hen-7 is back').waitFor();
    await deleted.getByRole('button', { name: 'Bring back sassy-hen-7' }).waitFor({ state: 'hidden' });
    await deleted.getByRole('button', { name: 'Erase for good first tries' }).click();
    await deleted.getByText('This cannot be undone.').waitFor();
    await deleted.getByRole('button', { name: 'Leave it' }).click();
    await deleted.getByRole('button', { name: 'Erase what is deleted for good' }).click();
    await deleted.getByText('1 of these runs and models stays').waitFor();
    expect(await pageProblems(page)).toEqual([]);
    await deleted.getByRole('button', { name: 'Erase for good', exact: true }).click();
    await page.getByText('Erasing has begun').waitFor();
    await peil.services.jobs.runDue();
    await deleted.getByRole('button', { name: 'Bring back first tries' }).waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
