import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import {
  logArtifact,
  loggedRun,
  type LoggedRun,
  logTable,
  predictedStops,
} from '../../../test/kit/logged-predictions.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { type Wire, wireTo } from '../../../test/kit/wire.ts';
import { writtenProblem } from '../../../test/kit/written-problem.ts';
import { evaluationsHoldRuns } from '../evaluation/index.ts';
import { installRunHolders } from '../tracking/index.ts';
import { versionsHoldRuns } from './versions-hold-runs.ts';

/** So long is waited for what must not go on meanwhile: without the lock it does within milliseconds. */
const patience_ms = 300;

describeEachDatabase('what is made at the moment at which it is erased', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let wire: Wire;
  let problemId: string;
  let run: LoggedRun;
  /** What happens once an erasure has seen that nothing stands on what goes, before it is committed. */
  let whileErasing: () => Promise<unknown> = () => Promise.resolve();
  /** What happens once something was made, before it is committed. */
  let whileMaking: () => Promise<unknown> = () => Promise.resolve();
  beforeAll(async () => {
    peil = await kit.openPeil();
    [send, wire] = [sendingTo(peil), wireTo(peil)];
    installRunHolders(peil.services, [
      versionsHoldRuns,
      evaluationsHoldRuns,
      async () => {
        await Promise.race([once('erasing'), setTimeout(patience_ms)]);
        return [];
      },
    ]);
    peil.services.events.inTransaction(async (_, [event]) => {
      if (event?.type === 'model_version.created' || event?.type === 'evaluation.begun')
        await Promise.race([once('making'), setTimeout(patience_ms)]);
    });
    ({ problemId } = await writtenProblem(peil));
    await wire('POST registered-models/create', { name: 'stops', tags: [{ key: 'peil.problem', value: problemId }] });
  });
  beforeEach(async () => {
    run = await loggedRun(peil, { problemId, name: 'forest' });
    const { columns, data } = predictedStops();
    await logArtifact(peil, run, { path: 'eval.json', content: logTable(columns, data) });
  });
  afterAll(() => peil.close());

  function once(what: 'erasing' | 'making'): Promise<unknown> {
    const work = what === 'erasing' ? whileErasing : whileMaking;
    [whileErasing, whileMaking] = [() => Promise.resolve(), () => Promise.resolve()];
    return work();
  }
  const register = () => {
    const { runId: run_id } = run;
    return wire('POST model-versions/create', { name: 'stops', source: `runs:/${run_id}/model`, run_id });
  };
  const evaluate = () =>
    send(`POST /api/problems/${problemId}/runs/${run.runId}/evaluations`, { artifact: 'eval.json' });
  const isThere = async () => (await wire('GET runs/get', { run_id: run.runId })).status === 200;
  const deleteRun = () => wire('POST runs/delete', { run_id: run.runId });
  const askToErase = () => send(`POST /api/problems/${problemId}/deleted-runs/erase`, {});
  const erase = () => peil.services.jobs.runDue();
  /** Both go on at once; the one that came second is heard of at the end. */
  function begun<Answer>(work: () => Promise<Answer>): { work: () => Promise<Answer>; answer: () => Promise<Answer> } {
    let running: Promise<Answer> | undefined;
    return { work: () => (running = work()), answer: () => running ?? Promise.reject(new Error('it never began')) };
  }

  test('DS4 a version that is registered while its run is erased finds no run, and is not made', async () => {
    const registering = begun(register);
    await deleteRun();
    await askToErase();
    whileErasing = registering.work;
    await erase();
    expect(await registering.answer()).toMatchObject({ status: 404 });
    expect(await isThere()).toBe(false);
  });

  test('DS4 a run that is erased while a version of it is registered stays', async () => {
    await deleteRun();
    await askToErase();
    const erasing = begun(erase);
    whileMaking = erasing.work;
    expect((await register()).status).toBe(200);
    await erasing.answer();
    expect(await isThere()).toBe(true);
  });

  test('PF8 predictions that are removed while their evaluation begins are not there to be evaluated', async () => {
    const evaluating = begun(evaluate);
    whileErasing = evaluating.work;
    const url = `/api/2.0/mlflow-artifacts/artifacts/${run.experimentId}/${run.runId}/artifacts/eval.json`;
    expect((await peil.app.inject({ method: 'DELETE', url })).statusCode).toBe(200);
    expect(await evaluating.answer()).toMatchObject({
      status: 404,
      body: { error: { code: 'tracking.artifact_not_found' } },
    });
  });

  test('PF8 a run that is erased while its evaluation begins stays, and is evaluated', async () => {
    // Deleted once it was found, since a deleted run is not evaluated.
    vi.spyOn(peil.services.analytics, 'query').mockImplementationOnce(async (...asked) => {
      await deleteRun();
      await askToErase();
      return peil.services.analytics.query(...asked);
    });
    const erasing = begun(erase);
    whileMaking = erasing.work;
    const { status, body } = await evaluate();
    expect(status).toBe(201);
    await erasing.answer();
    expect(await isThere()).toBe(true);
    await peil.services.jobs.runDue();
    const { state } = (await send(`GET /api/problems/${problemId}/evaluations/${body.id}`)).body;
    expect(state).toBe('done');
  });
});
