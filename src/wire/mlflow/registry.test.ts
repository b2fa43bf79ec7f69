import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode } from '../../../test/kit/people.ts';
import { type Wire, wireTo } from '../../../test/kit/wire.ts';
import { asking } from '../../../test/kit/written-problem.ts';
import { createProblem } from '../../capabilities/formulation/contract.ts';

describeEachDatabase('models by name over the protocol', (kit) => {
  let peil: TestPeil;
  let wire: Wire;
  let name: string;
  let run_id: string;
  let count = 0;
  beforeAll(async () => {
    peil = await kit.openPeil();
    wire = wireTo(peil);
    run_id = (await wire('POST runs/create', {})).body.run.info.run_id;
  });
  beforeEach(async () => {
    name = `Flights ${count++}`;
    await wire('POST registered-models/create', { name });
  });
  afterAll(() => peil.close());

  const create = async (given: object = {}) =>
    wire('POST model-versions/create', { name, source: `runs:/${run_id}/model`, run_id, ...given });
  const model = async () => (await wire('GET registered-models/get', { name })).body.registered_model;

  test('DS4 a model is registered, described, renamed and deleted with its versions', async () => {
    const again = await wire('POST registered-models/create', { name });
    expect([again.status, again.body.error_code]).toEqual([400, 'RESOURCE_ALREADY_EXISTS']);
    await create();
    await wire('PATCH registered-models/update', { name, description: 'Which flights come late.' });
    expect(await model()).toMatchObject({
      name,
      description: 'Which flights come late.',
      latest_versions: { length: 1 },
    });
    const new_name = `${name} new`;
    await wire('POST registered-models/rename', { name, new_name });
    expect((await wire('GET registered-models/get', { name })).status).toBe(404);
    name = new_name;
    expect((await wire('GET model-versions/get', { name, version: '1' })).body.model_version.name).toBe(new_name);
    await wire('DELETE registered-models/delete', { name });
    expect((await wire('GET model-versions/get', { name, version: '1' })).status).toBe(404);
    for (const bad of ['', ' ', 'a/b', 'a:b'])
      expect((await wire('POST registered-models/create', { name: bad })).status, bad).toBe(400);
  });

  test('DS4 versions are numbered, a number is never given again, and each says where it comes from', async () => {
    expect((await create()).body.model_version).toMatchObject({
      name,
      version: '1',
      source: `runs:/${run_id}/model`,
      run_id,
      current_stage: 'None',
      status: 'READY',
    });
    await create();
    await wire('DELETE model-versions/delete', { name, version: '2' });
    expect((await create()).body.model_version.version).toBe('3');
    expect((await wire('GET model-versions/get', { name, version: '2' })).status).toBe(404);
    const { artifact_uri } = (await wire('GET model-versions/get-download-uri', { name, version: '3' })).body;
    expect(artifact_uri).toBe(`mlflow-artifacts:/0/${run_id}/artifacts/model`);
    const answers = await Promise.all(Array.from({ length: 8 }, () => create()));
    const numbers = answers.map(({ body }) => Number(body.model_version.version)).toSorted((a, b) => a - b);
    expect(numbers).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test('DS4 a logged model is registered, and its files are found', async () => {
    const logged = await wire('POST logged-models', { experiment_id: '0', source_run_id: run_id });
    const { model_id, artifact_uri } = logged.body.model.info;
    const { status, body } = await wire('POST model-versions/create', { name, source: `models:/${model_id}` });
    expect([status, body.model_version.model_id, body.model_version.run_id]).toEqual([200, model_id, run_id]);
    expect((await wire('GET model-versions/get-download-uri', { name, version: '1' })).body).toEqual({ artifact_uri });
    const copy = await wire('POST model-versions/create', { name, source: `models:/${name}/1` });
    expect(copy.body.model_version).toMatchObject({ version: '2', model_id });
  });

  test('DS4 aliases and stages are labels, always accepted', async () => {
    for (const _each of [1, 2]) await create();
    await wire('POST registered-models/alias', { name, alias: 'champion', version: '1' });
    const byAlias = async (alias: string) => wire('GET registered-models/alias', { name, alias });
    expect((await byAlias('champion')).body.model_version.version).toBe('1');
    expect((await byAlias('latest')).body.model_version.version).toBe('2');
    await wire('POST registered-models/alias', { name, alias: 'champion', version: '2' });
    expect((await model()).aliases).toEqual([{ alias: 'champion', version: '2' }]);
    expect((await byAlias('challenger')).body.error_code).toBe('INVALID_PARAMETER_VALUE');
    for (const alias of ['latest', 'Latest', 'v3', 'a b', 'a/b'])
      expect((await wire('POST registered-models/alias', { name, alias, version: '1' })).status, alias).toBe(400);
    const move = (version: string, stage: string, more = {}) =>
      wire('POST model-versions/transition-stage', { name, version, stage, ...more });
    expect((await move('1', 'production')).body.model_version.current_stage).toBe('Production');
    await move('2', 'Production', { archive_existing_versions: true });
    const latest = async (stages: string[]) =>
      ((await wire('POST registered-models/get-latest-versions', { name, stages })).body.model_versions ?? []).map(
        (each: { version: string; current_stage: string }) => `${each.version} ${each.current_stage}`,
      );
    expect((await latest([])).toSorted()).toEqual(['1 Archived', '2 Production']);
    expect(await latest(['Production'])).toEqual(['2 Production']);
    expect((await move('2', 'Better')).status).toBe(400);
    await wire('DELETE model-versions/delete', { name, version: '2' });
    expect((await model()).aliases).toBeUndefined();
  });

  test('DS4 tags of both, and what is found by them', async () => {
    await create({ tags: [{ key: 'team', value: 'north' }] });
    await wire('POST registered-models/set-tag', { name, key: 'kind', value: name });
    await wire('POST model-versions/set-tag', { name, version: '1', key: 'team', value: `south ${name}` });
    const models = async (filter: string) =>
      ((await wire('GET registered-models/search', { filter })).body.registered_models ?? []).length;
    expect(await models(`tags.kind = '${name}'`)).toBe(1);
    expect(await models(`name LIKE '${name}%'`)).toBe(1);
    expect(await models(`name = '${name}' AND tag.\`mlflow.prompt.is_prompt\` != 'true'`)).toBe(1);
    const versions = async (filter: string) =>
      ((await wire('GET model-versions/search', { filter })).body.model_versions ?? []).length;
    expect(await versions(`tags.team = 'south ${name}' and version_number > 0`)).toBe(1);
    expect(await versions(`name = '${name}' and run_id IN ('${run_id}')`)).toBe(1);
    expect(await versions(`source_path LIKE 'runs:/${run_id}%' and name = '${name}'`)).toBe(1);
    expect(await versions(`name IN ('${name}', 'nothing')`)).toBe(1);
    const twice = { order_by: ['timestamp', 'last_updated_timestamp DESC'] };
    expect((await wire('GET registered-models/search', twice)).status).toBe(400);
    for (const _again of [1, 2]) {
      await wire('DELETE registered-models/delete-tag', { name, key: 'kind' });
      await wire('DELETE model-versions/delete-tag', { name, version: '1', key: 'team' });
    }
    expect([await models(`tags.kind = '${name}'`), await versions(`tags.team LIKE '%${name}'`)]).toEqual([0, 0]);
    for (const filter of ["version = '1'", 'size > 3', "metrics.a = 'x'"])
      expect((await wire('GET model-versions/search', { filter })).status, filter).toBe(400);
  });

  test('DS4 a prompt is a model that is listed only where it is asked for', async () => {
    const tags = [{ key: 'mlflow.prompt.is_prompt', value: 'true' }];
    await wire('POST registered-models/create', { name: `${name} prompt`, tags });
    const made = await wire('POST model-versions/create', { name: `${name} prompt`, source: 'dummy-source', tags });
    expect(made.status).toBe(200);
    const names = async (filter: string) =>
      ((await wire('GET registered-models/search', { filter })).body.registered_models ?? []).map(
        (each: { name: string }) => each.name,
      );
    expect(await names(`name LIKE '${name}%'`)).toEqual([name]);
    expect(await names(`name LIKE '${name}%' AND tags.\`mlflow.prompt.is_prompt\` = 'true'`)).toEqual([
      `${name} prompt`,
    ]);
  });

  test.each([
    '/etc/passwd',
    'file:///etc',
    'etc/passwd',
    'C:\\windows',
    'runs:/other/model',
    'runs:/',
    'models:/m-00000000000000000000000000000000',
    'models:/nobody/1',
    'mlflow-artifacts:/0/other/artifacts/model',
    'mlflow-artifacts:/0/%2e%2e/other',
    's3://bucket/../other',
    's3://bucket/%252e%252e/other',
    's3://bucket/a\\..\\b',
  ])("DS4 a source that is nobody's is refused: %s", async (source) => {
    const { status } = await wire('POST model-versions/create', { name, source, run_id });
    expect([400, 404]).toContain(status);
    expect((await model()).latest_versions).toBeUndefined();
  });
});

test('RM3 a model goes to the problem of what it comes from, and is for who may see that', async () => {
  const team = await inTeamMode();
  const owner = await team.signIn('Owner');
  const headers = { cookie: owner.cookie };
  const body = { title: 'A problem that few know of', isPrivate: true };
  const { id } = await asking(team, createProblem, { headers, body });
  const scientist = await team.signIn('Scientist', { problemRoles: { [id]: ['data_scientist'] } });
  const member = await team.signIn('Member');
  const [asScientist, asMember] = [wireTo(team, { cookie: scientist.cookie }), wireTo(team, { cookie: member.cookie })];
  const tags = [{ key: 'peil.problem', value: id }];
  const { experiment_id } = (await asScientist('POST experiments/create', { name: 'Hidden', tags })).body;
  const { run_id } = (await asScientist('POST runs/create', { experiment_id })).body.run.info;
  await asMember('POST registered-models/create', { name: 'Model' });
  const version = { name: 'Model', source: `runs:/${run_id}/model`, run_id };
  expect((await asMember('POST model-versions/create', version)).status).toBe(404);
  expect((await asScientist('POST model-versions/create', version)).status).toBe(200);
  for (const [address, message] of [
    ['GET registered-models/get', { name: 'Model' }],
    ['GET model-versions/get-download-uri', { name: 'Model', version: '1' }],
    ['POST registered-models/alias', { name: 'Model', alias: 'a', version: '1' }],
    ['DELETE registered-models/delete', { name: 'Model' }],
    ['POST model-versions/transition-stage', { name: 'Model', version: '1', stage: 'Production' }],
  ] as const)
    expect((await asMember(address, message)).status, address).toBe(404);
  expect((await asMember('GET registered-models/search', {})).body).toEqual({});
  expect((await asScientist('GET model-versions/search', {})).body.model_versions).toHaveLength(1);
  await team.close();
});
