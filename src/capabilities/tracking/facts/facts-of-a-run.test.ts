import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../../test/kit/databases.ts';
import { bringFlights } from '../../../../test/kit/late-flights.ts';
import { inTeamMode } from '../../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../../test/kit/sending.ts';
import { type Wire, wireTo } from '../../../../test/kit/wire.ts';

describeEachDatabase('the six facts of a run', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let wire: Wire;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
    wire = wireTo(peil);
  });
  afterAll(() => peil.close());

  const lacksOf = async (runId: string, language = 'en') => {
    const { body } = await send(`GET /api/runs/${runId}/six-facts`, undefined, { language });
    return body.facts.flatMap(({ lacks }: { lacks: { lack: string; sentence: string }[] }) => lacks);
  };
  const names = async (runId: string) => (await lacksOf(runId)).map(({ lack }: { lack: string }) => lack);

  test('DS1 a run grows whole by what its client logs, a line for each fact', async () => {
    const problemId: string = (await send('POST /api/problems', { title: 'Late flights' })).body.id;
    await bringFlights(peil, problemId);
    const tags = [{ key: 'peil.problem', value: problemId }];
    const { experiment_id } = (await wire('POST experiments/create', { name: 'Six facts', tags })).body;
    const { run_id, artifact_uri } = (await wire('POST runs/create', { experiment_id, start_time: 1 })).body.run.info;
    expect(await names(run_id)).toEqual([
      'notEnded',
      'noMetric',
      'noModel',
      'noParam',
      'noData',
      'noCommit',
      'changesUnknown',
      'noEnvironment',
    ]);
    const [first] = await lacksOf(run_id, 'nl');
    expect(first).toMatchObject({ sentence: 'De run is niet afgelopen.', python: expect.stringContaining('end_run') });

    await wire('POST runs/log-batch', {
      run_id,
      metrics: [{ key: 'auc', value: 0.9, timestamp: 1, step: 0 }],
      params: [{ key: 'C', value: '1.0' }],
      tags: [{ key: 'mlflow.source.git.commit', value: '2cc66eb66d919bb0a234e0d166acd03144c8b060' }],
    });
    const unknown = { name: 'rows', digest: '5a5c68bf', source_type: 'code', source: '{}' };
    await wire('POST runs/log-inputs', { run_id, datasets: [{ dataset: unknown }] });
    expect(await names(run_id)).toContain('unknownData');
    await wire('POST runs/log-inputs', { run_id, datasets: [{ dataset: { ...unknown, name: 'Flights@1' } }] });
    const given = { experiment_id, name: 'model', source_run_id: run_id };
    const { model_id, artifact_uri: modelUri } = (await wire('POST logged-models', given)).body.model.info;
    await wire('POST runs/outputs', { run_id, models: [{ model_id, step: 0 }] });
    expect(await names(run_id)).toContain('modelNotReady');
    await wire(`PATCH logged-models/${model_id}`, { model_id, status: 'LOGGED_MODEL_READY' });
    const put = async (uri: string, payload: string) => {
      const url = `/api/2.0/mlflow-artifacts/artifacts/${uri.replace('mlflow-artifacts:/', '')}`;
      expect((await peil.app.inject({ method: 'PUT', url, payload })).statusCode).toBe(200);
    };
    await put(`${modelUri}/requirements.txt`, 'scikit-learn==1.8.0');
    expect(await names(run_id)).toEqual(['notEnded', 'changesUnknown']);
    await put(`${artifact_uri}/git.diff`, '');
    await wire('POST runs/update', { run_id, status: 'FINISHED', end_time: 2 });
    const { body } = await send(`GET /api/runs/${run_id}/six-facts`);
    expect([body.mayBePromoted, body.obstacles]).toEqual([true, []]);
    expect(body.facts.every(({ isGiven }: { isGiven: boolean }) => isGiven)).toBe(true);
    expect(body.facts[5].found).toEqual(['2cc66eb66d919bb0a234e0d166acd03144c8b060', 'clean', 'requirements.txt']);

    // In the inbox nobody knows which data is meant.
    await send('POST /api/experiments/assign', { experimentIds: [experiment_id], problemId: null });
    expect(await names(run_id)).toEqual(['unknownData']);
    const waiting = (await send(`GET /api/runs/${run_id}/six-facts`, undefined, { language: 'nl' })).body;
    expect(waiting).toMatchObject({
      mayBePromoted: false,
      obstacles: [
        {
          obstacle: 'inInbox',
          sentence: 'De run hoort nog bij geen probleem: wijs het experiment toe vanuit de inbox.',
        },
        { obstacle: 'unknownData' },
      ],
    });
    await send('POST /api/experiments/assign', { experimentIds: [experiment_id], problemId });
    await wire('POST runs/delete', { run_id });
    const deleted = (await send(`GET /api/runs/${run_id}/six-facts`)).body;
    expect([deleted.mayBePromoted, deleted.obstacles]).toMatchObject([false, [{ obstacle: 'deleted' }]]);
  });

  test('RM3 the facts of a run in a private problem are told to nobody else', async () => {
    const team = await inTeamMode({}, kit.openPeil);
    try {
      const hidden = await team.openProblem({ private: true });
      const insider = await team.signIn('Insider', { problemRoles: { [hidden]: ['data_scientist'] } });
      const outsider = await team.signIn('Outsider');
      const as = wireTo(team, { cookie: insider.cookie });
      const tags = [{ key: 'peil.problem', value: hidden }];
      const { experiment_id } = (await as('POST experiments/create', { name: 'Hidden', tags })).body;
      const { run_id } = (await as('POST runs/create', { experiment_id })).body.run.info;
      const url = `/api/runs/${run_id}/six-facts`;
      expect((await insider.inject({ method: 'GET', url })).statusCode).toBe(200);
      expect((await outsider.inject({ method: 'GET', url })).statusCode).toBe(404);
      expect((await outsider.inject({ method: 'GET', url: '/api/runs/none/six-facts' })).statusCode).toBe(404);
    } finally {
      await team.close();
    }
  });
});
