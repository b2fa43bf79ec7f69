import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { bringFlights } from '../../../test/kit/late-flights.ts';
import { inTeamMode } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { type Wire, wireTo } from '../../../test/kit/wire.ts';

describeEachDatabase('registered models of a problem', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let wire: Wire;
  let problemId: string;
  let run_id: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
    wire = wireTo(peil);
    problemId = (await send('POST /api/problems', { title: 'Late flights' })).body.id;
    await bringFlights(peil, problemId);
    const tags = [{ key: 'peil.problem', value: problemId }];
    const { experiment_id } = (await wire('POST experiments/create', { name: 'Trees', tags })).body;
    run_id = (await wire('POST runs/create', { experiment_id, run_name: 'deep' })).body.run.info.run_id;
    const dataset = { name: 'Flights@1', digest: 'abc', source_type: 'code', source: '{}' };
    await wire('POST runs/log-inputs', { run_id, datasets: [{ dataset }] });
    await wire('POST registered-models/create', { name: 'late flights', tags });
    const prompt = [...tags, { key: 'mlflow.prompt.is_prompt', value: 'true' }];
    await wire('POST registered-models/create', { name: 'a prompt', tags: prompt });
    for (const _ of [1, 2])
      await wire('POST model-versions/create', { name: 'late flights', source: `runs:/${run_id}/model`, run_id });
  });
  afterAll(() => peil.close());
  const model = '/api/registered-models/late%20flights';

  test('DS4 the models of a problem are listed, prompts told apart', async () => {
    const { body } = await send(`GET /api/problems/${problemId}/registered-models`);
    expect(body.models).toMatchObject([
      { name: 'a prompt', isPrompt: true, newest: null },
      { name: 'late flights', isPrompt: false, newest: 2, aliases: [] },
    ]);
    expect((await send('GET /api/problems/none/registered-models')).status).toBe(404);
  });

  test('DS4 each version tells the run and the data that it comes from', async () => {
    const { body } = await send(`GET ${model}`);
    expect(body).toMatchObject({ name: 'late flights', problemId, newest: 2 });
    expect(body.versions.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
    expect(body.versions[0]).toMatchObject({
      stage: 'None',
      run: { id: run_id, name: 'deep', data: [{ name: 'Flights, version 1', versionId: expect.any(String) }] },
    });
    expect((await send('GET /api/registered-models/none')).status).toBe(404);
  });

  test('DS4 a description and aliases are written, each on record, and release nothing', async () => {
    const described = await send(`PATCH ${model}`, { description: 'For the morning planning' });
    expect([described.body.description, described.events]).toEqual([
      'For the morning planning',
      ['registered_model.described'],
    ]);
    const put = await send(`PUT ${model}/aliases/champion`, { number: 1 });
    expect([put.body.aliases, put.events]).toEqual([
      [{ alias: 'champion', number: 1 }],
      ['registered_model.alias_set'],
    ]);
    expect((await send(`PUT ${model}/aliases/champion`, { number: 2 })).body.versions[0].aliases).toEqual(['champion']);
    expect((await send(`PUT ${model}/aliases/champion`, { number: 9 })).status).toBe(404);
    expect((await send(`PUT ${model}/aliases/v3`, { number: 1 })).status).toBe(400);
    const removed = await send(`DELETE ${model}/aliases/champion`);
    expect([removed.body.aliases, removed.events]).toEqual([[], ['registered_model.alias_removed']]);
  });
});

test('DS4 a model of a private problem is shown to nobody else, and labelled by nobody who may not log', async () => {
  const team = await inTeamMode();
  try {
    const [hidden, open] = [await team.openProblem({ private: true }), await team.openProblem()];
    const roles = ['data_scientist'] as const;
    const insider = await team.signIn('Insider', { problemRoles: { [hidden]: roles, [open]: roles } });
    const other = await team.signIn('Outsider');
    const outsider = sendingTo(team, (options) => other.inject(options));
    const wire = wireTo(team, { cookie: insider.cookie });
    for (const [name, value] of [
      ['hidden', hidden],
      ['open', open],
    ])
      await wire('POST registered-models/create', { name, tags: [{ key: 'peil.problem', value }] });
    expect((await outsider('GET /api/registered-models/hidden')).status).toBe(404);
    expect((await outsider('PATCH /api/registered-models/hidden', { description: 'x' })).status).toBe(404);
    expect((await outsider('GET /api/registered-models/open')).status).toBe(200);
    expect((await outsider('PATCH /api/registered-models/open', { description: 'x' })).status).toBe(403);
  } finally {
    await team.close();
  }
});
