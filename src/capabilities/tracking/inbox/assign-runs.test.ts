import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../../test/kit/databases.ts';
import { bringFlights } from '../../../../test/kit/late-flights.ts';
import { inTeamMode } from '../../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../../test/kit/sending.ts';
import { type Wire, wireTo } from '../../../../test/kit/wire.ts';

const everybodys = '0';
const files = '/api/2.0/mlflow-artifacts/artifacts';

describeEachDatabase('runs of everybody are assigned', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let wire: Wire;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
    wire = wireTo(peil);
  });
  afterAll(() => peil.close());

  const newProblem = async (title: string): Promise<string> => (await send('POST /api/problems', { title })).body.id;
  const begin = async (run_name: string, tags: readonly object[] = [], experiment_id = everybodys): Promise<string> =>
    (await wire('POST runs/create', { experiment_id, run_name, tags, start_time: 1 })).body.run.info.run_id;
  const infoOf = async (run_id: string) => (await wire(`GET runs/get`, { run_id })).body.run.info;
  const assign = (runIds: readonly string[], problemId: string | null) =>
    send('POST /api/runs/assign', { runIds, problemId });
  const namesIn = async (experimentId: string): Promise<string[]> =>
    (await send(`GET /api/experiments/${experimentId}`)).body.runs.map(({ name }: { name: string }) => name);
  const put = (place: string, payload: string) =>
    peil.app.inject({ method: 'PUT', url: `${files}/${place}`, payload, headers: { 'content-type': 'text/plain' } });
  const get = async (place: string): Promise<string> => (await peil.app.inject(`${files}/${place}`)).body;

  test('DS1 a run goes to an experiment of the problem that is made once, and back', async () => {
    const problemId = await newProblem('Late flights');
    const [first, second] = [await begin('first'), await begin('second')];
    const answer = await assign([first], problemId);
    expect(answer).toMatchObject({
      status: 200,
      body: { moved: [{ id: first, before: null }] },
      events: ['experiment.created', 'run.assigned'],
    });
    const { experiment_id } = await infoOf(first);
    const { experiment } = (await wire('GET experiments/get', { experiment_id })).body;
    expect(experiment.name).toBe('Default: Late flights');
    expect((await assign([second, first], problemId)).body).toEqual({ moved: [{ id: second, before: null }] });
    expect((await infoOf(second)).experiment_id).toBe(experiment_id);
    expect((await namesIn(experiment_id)).toSorted()).toEqual(['first', 'second']);
    expect(await namesIn(everybodys)).toEqual([]);
    expect((await send('GET /api/inbox/experiments?text=default')).body.experiments).toEqual([]);

    const other = await newProblem('Late flights');
    expect((await assign([first], other)).body).toEqual({ moved: [{ id: first, before: problemId }] });
    const elsewhere = (await infoOf(first)).experiment_id;
    expect((await wire('GET experiments/get', { experiment_id: elsewhere })).body.experiment.name).toBe(
      'Default: Late flights 2',
    );
    expect(await assign([first, second], null)).toMatchObject({
      body: {
        moved: [first, second].toSorted().map((id) => ({ id, before: id === first ? other : problemId })),
      },
      events: ['run.unassigned', 'run.unassigned'],
    });
    expect((await namesIn(everybodys)).toSorted()).toEqual(['first', 'second']);
  });

  test('DS1 what is known of a run goes along: metrics, data, models, files, versions and the runs within it', async () => {
    const problemId = await newProblem('Everything');
    await bringFlights(peil, problemId);
    const run_id = await begin('whole');
    const within = await begin('within', [{ key: 'mlflow.parentRunId', value: run_id }]);
    await wire('POST runs/log-metric', { run_id: within, key: 'auc', value: 0.75, timestamp: 1 });
    const dataset = { name: 'Flights@1', digest: 'abc', source_type: 'code', source: '{}' };
    await wire('POST runs/log-inputs', { run_id, datasets: [{ tags: [], dataset }] });
    const given = { experiment_id: everybodys, name: 'tree', model_type: '', source_run_id: run_id };
    const { model_id } = (await wire('POST logged-models', given)).body.model.info;
    await wire('POST runs/outputs', { run_id, models: [{ model_id, step: 0 }] });
    const [ofRun, ofModel] = [`0/${run_id}/artifacts/note.txt`, `0/models/${model_id}/artifacts/MLmodel`];
    await put(ofRun, 'before');
    await put(ofModel, 'a model');
    const name = `registered ${run_id}`;
    await wire('POST registered-models/create', { name });
    const source = `mlflow-artifacts:/0/${run_id}/artifacts`;
    await wire('POST model-versions/create', { name, source, run_id });
    const { artifact_uri: kept } = (await wire('GET model-versions/get-download-uri', { name, version: '1' })).body;

    await assign([run_id], problemId);
    const { experiment_id } = await infoOf(run_id);
    expect((await infoOf(within)).experiment_id).toBe(experiment_id);
    const search = { experiment_ids: [experiment_id], filter: 'metrics.auc > 0.7' };
    expect((await wire('POST runs/search', search)).body.runs).toMatchObject([{ info: { run_id: within } }]);
    const nobodys = { experiment_ids: [everybodys], filter: 'metrics.auc > 0.7' };
    expect((await wire('POST runs/search', nobodys)).body.runs ?? []).toEqual([]);
    expect((await send(`GET /api/runs/${run_id}`)).body).toMatchObject({
      problemId,
      data: [{ version: { name: 'Flights, version 1' } }],
      modelsOut: [{ id: model_id }],
      children: [{ id: within }],
    });
    const models = (await wire('POST logged-models/search', { experiment_ids: [experiment_id] })).body.models;
    expect(models).toMatchObject([{ info: { model_id, experiment_id } }]);

    // Files stay at their address; what a client that is still running adds stands with them.
    expect((await put(ofRun.replace('note', 'later'), 'after')).statusCode).toBe(200);
    expect([await get(ofRun), await get(ofRun.replace('note', 'later')), await get(ofModel)]).toEqual([
      'before',
      'after',
      'a model',
    ]);
    const keptPlace = kept.replace('mlflow-artifacts:/', '');
    expect(await get(`${keptPlace}/note.txt`)).toBe('before');
    const listed = (await send(`GET /api/runs/${run_id}/artifacts`)).body;
    expect(listed.entries.map((entry: { name: string }) => entry.name)).toEqual(['later.txt', 'note.txt']);

    await assign([run_id], null);
    expect([(await infoOf(run_id)).experiment_id, (await infoOf(within)).experiment_id]).toEqual(['0', '0']);
    expect((await send(`GET /api/runs/${run_id}`)).body).toMatchObject({ problemId: null, data: [{ version: null }] });
    expect([await get(ofRun), await get(`${keptPlace}/note.txt`)]).toEqual(['before', 'before']);
  });

  test('DS1 all are assigned or none, out of Default only, to a problem that there is', async () => {
    const problemId = await newProblem('All or none');
    const { experiment_id } = (await wire('POST experiments/create', { name: 'Whole' })).body;
    const [free, bound] = [await begin('free'), await begin('bound', [], experiment_id)];
    const refused = async (ids: string[], to: string | null) => {
      const { status, body } = await assign(ids, to);
      return [status, body.error.code];
    };
    expect(await refused([free, 'nothing'], problemId)).toEqual([404, 'tracking.run_not_found']);
    expect(await refused([free, bound], problemId)).toEqual([409, 'tracking.assigned_as_a_whole']);
    expect(await refused([free], 'nowhere')).toEqual([404, 'identity.problem_not_found']);
    expect((await infoOf(free)).experiment_id).toBe('0');
  });

  test('DS1 what was assigned is erased with its files, wherever they stand', async () => {
    const problemId = await newProblem('Erased');
    const run_id = await begin('erased');
    await put(`0/${run_id}/artifacts/note.txt`, 'to be erased');
    await assign([run_id], problemId);
    await wire('POST runs/delete', { run_id });
    const deleted = `/api/problems/${problemId}/deleted-runs`;
    expect((await send(`GET ${deleted}?olderThanDays=0`)).body.totals).toMatchObject({ runs: 1, files: 1 });
    expect((await send(`POST ${deleted}/erase`, {})).status).toBe(202);
    await peil.services.jobs.runDue();
    expect((await peil.app.inject(`${files}/0/${run_id}/artifacts/note.txt`)).statusCode).toBe(404);
    expect((await send(`GET /api/runs/${run_id}`)).status).toBe(404);
  });

  test('RM3 in a private problem neither a run nor its files are seen by others, at no address', async () => {
    const team = await inTeamMode({}, kit.openPeil);
    try {
      const hidden = await team.openProblem({ private: true });
      const insider = await team.signIn('Insider', { problemRoles: { [hidden]: ['data_scientist'] } });
      const outsider = await team.signIn('Outsider');
      const wireAs = wireTo(team, { cookie: insider.cookie });
      const { run_id } = (await wireAs('POST runs/create', { experiment_id: '0' })).body.run.info;
      const place = `${files}/0/${run_id}/artifacts/note.txt`;
      await insider.inject({ method: 'PUT', url: place, payload: 'x', headers: { 'content-type': 'text/plain' } });
      const given = { experiment_id: '0', name: 'tree', source_run_id: run_id };
      const { model_id } = (await wireAs('POST logged-models', given)).body.model.info;
      const ofModel = `${files}/0/models/${model_id}/artifacts/MLmodel`;
      await insider.inject({ method: 'PUT', url: ofModel, payload: 'x', headers: { 'content-type': 'text/plain' } });
      const asInsider = sendingTo(team, (options) => insider.inject(options));
      const asOutsider = sendingTo(team, (options) => outsider.inject(options));
      const body = { runIds: [run_id], problemId: hidden };
      expect((await asOutsider('POST /api/runs/assign', body)).status).toBe(404);
      expect((await asInsider('POST /api/runs/assign', body)).status).toBe(200);
      const list = `/api/2.0/mlflow-artifacts/artifacts?path=0`;
      for (const url of [place, ofModel, `/api/runs/${run_id}`, `${list}/${run_id}`])
        expect([url, (await outsider.inject({ method: 'GET', url })).statusCode]).toEqual([url, 404]);
      for (const url of [place, ofModel]) expect((await insider.inject({ method: 'GET', url })).statusCode).toBe(200);
      const all = await outsider.inject({ method: 'GET', url: list });
      expect(all.body).not.toContain(run_id);
      const overwrite = { method: 'PUT', url: place, payload: 'y', headers: { 'content-type': 'text/plain' } } as const;
      expect((await outsider.inject(overwrite)).statusCode).toBe(404);
      expect((await asOutsider('POST /api/runs/assign', { ...body, problemId: null })).status).toBe(404);
    } finally {
      await team.close();
    }
  });
});
