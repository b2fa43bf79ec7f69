import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode } from '../../../test/kit/people.ts';
import { wireTo } from '../../../test/kit/wire.ts';
import { asking } from '../../../test/kit/written-problem.ts';
import { eraseClientName } from './contract.ts';

describeEachDatabase('names of people that clients send', (kit) => {
  let peil: TestPeil;
  beforeAll(async () => {
    peil = await kit.openPeil();
  });
  afterAll(() => peil.close());

  test('PF2 a name is erased from runs, models and tags, for good, and nobody else is touched', async () => {
    const wire = wireTo(peil);
    const name = 'anna.de.vries';
    const tags = [{ key: 'mlflow.user', value: name }];
    const begin = async (user_id: string) =>
      (await wire('POST runs/create', { user_id, tags: [{ key: 'mlflow.user', value: user_id }] })).body.run.info
        .run_id;
    const [hers, his] = [await begin(name), await begin('bert')];
    await wire('POST runs/set-tag', { run_id: hers, key: 'note', value: name });
    const { model_id } = (await wire('POST logged-models', { experiment_id: '0', tags })).body.model.info;
    await wire('POST registered-models/create', { name: 'Flights', tags: [{ key: 'owner', value: name }] });
    const version = { name: 'Flights', source: `runs:/${hers}/model`, run_id: hers, tags };
    await wire('POST model-versions/create', version);
    const { experiment_id } = (await wire('POST experiments/create', { name: 'Hers', tags })).body;

    expect(await asking(peil, eraseClientName, { body: { name } })).toEqual({ runs: 1, tags: 5 });
    const run = (await wire('GET runs/get', { run_id: hers })).body.run;
    expect([run.info.user_id, run.data.tags.find(({ key }: { key: string }) => key === 'mlflow.user').value]).toEqual([
      'erased',
      'erased',
    ]);
    const answers = [
      (await wire(`GET logged-models/${model_id}`)).body,
      (await wire('GET registered-models/get', { name: 'Flights' })).body,
      (await wire('GET model-versions/get', { name: 'Flights', version: '1' })).body,
      (await wire('GET experiments/get', { experiment_id })).body,
    ];
    expect(JSON.stringify(answers)).not.toContain(name);
    expect((await wire('GET runs/get', { run_id: his })).body.run.info.user_id).toBe('bert');
    // What somebody wrote in a tag of their own about a run is theirs to change.
    expect(run.data.tags.find(({ key }: { key: string }) => key === 'note').value).toBe(name);
    await expect(asking(peil, eraseClientName, { body: { name } })).rejects.toThrow('404');
  });
});

test('PF2 a name that clients sent is erased by the administrator alone', async () => {
  const team = await inTeamMode();
  const { cookie } = await team.signIn('Member');
  const payload = { name: 'anna' };
  const url = '/api/runs/erase-client-name';
  expect((await team.app.inject({ method: 'POST', url, payload, headers: { cookie } })).statusCode).toBe(403);
  await team.close();
});
