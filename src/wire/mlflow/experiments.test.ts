import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createProblem } from '../../capabilities/formulation/contract.ts';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode } from '../../../test/kit/people.ts';
import { type Wire, wireTo } from '../../../test/kit/wire.ts';
import { asking } from '../../../test/kit/written-problem.ts';

describeEachDatabase('experiments over the protocol', (kit) => {
  let peil: TestPeil;
  let wire: Wire;
  let name: string;
  let count = 0;
  beforeAll(async () => {
    peil = await kit.openPeil();
    wire = wireTo(peil);
  });
  beforeEach(() => {
    name = `Flights ${count++}`;
  });
  afterAll(() => peil.close());

  const create = async (given: object = {}): Promise<string> =>
    (await wire('POST experiments/create', { name, ...given })).body.experiment_id;
  const get = async (experiment_id: string) => (await wire('GET experiments/get', { experiment_id })).body.experiment;

  test('DS1 a fresh Peil has the experiment that clients take where they name none', async () => {
    expect(await get('0')).toMatchObject({
      experiment_id: '0',
      name: 'Default',
      artifact_location: 'mlflow-artifacts:/0',
    });
    expect((await wire('POST runs/create', {})).body.run.info.experiment_id).toBe('0');
  });

  test('DS1 an experiment has a name, tags and a place for what its runs make', async () => {
    const id = await create({ tags: [{ key: 'team', value: 'north' }] });
    expect(await get(id)).toMatchObject({
      name,
      lifecycle_stage: 'active',
      artifact_location: `mlflow-artifacts:/${id}`,
      tags: [{ key: 'team', value: 'north' }],
    });
    const experiment_name = name;
    expect((await wire('GET experiments/get-by-name', { experiment_name })).body.experiment.experiment_id).toBe(id);
    expect((await wire('GET experiments/get-by-name', { experiment_name: 'none' })).status).toBe(404);
    name = `${name} elsewhere`;
    expect((await get(await create({ artifact_location: 's3://bucket/x' }))).artifact_location).toBe('s3://bucket/x');
  });

  test('DS1 a name is taken, also by one that is deleted', async () => {
    const experiment_id = await create();
    const again = async () => (await wire('POST experiments/create', { name })).body;
    expect(await again()).toMatchObject({ error_code: 'RESOURCE_ALREADY_EXISTS' });
    await wire('POST experiments/delete', { experiment_id });
    expect((await again()).message).toContain('was deleted');
    const other = (await wire('POST experiments/create', { name: `${name} b` })).body.experiment_id;
    const renamed = await wire('POST experiments/update', { experiment_id: other, new_name: name });
    expect(renamed.body.error_code).toBe('RESOURCE_ALREADY_EXISTS');
  });

  test('DS1 of ten who give one name at the same instant one gets it', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => wire('POST experiments/create', { name })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.error_code === 'RESOURCE_ALREADY_EXISTS')).toHaveLength(9);
  });

  test('DS1 deleting takes the runs along, restoring brings them back', async () => {
    const experiment_id = await create();
    const { run_id } = (await wire('POST runs/create', { experiment_id })).body.run.info;
    const stage = async () => (await wire('GET runs/get', { run_id })).body.run.info.lifecycle_stage;
    await wire('POST experiments/delete', { experiment_id });
    expect([(await get(experiment_id)).lifecycle_stage, await stage()]).toEqual(['deleted', 'deleted']);
    expect((await wire('POST runs/create', { experiment_id })).body.message).toContain("must be in the 'active' state");
    expect((await wire('POST experiments/set-experiment-tag', { experiment_id, key: 'a', value: 'b' })).status).toBe(
      400,
    );
    await wire('POST experiments/restore', { experiment_id });
    expect([(await get(experiment_id)).lifecycle_stage, await stage()]).toEqual(['active', 'active']);
    expect((await wire('POST experiments/restore', { experiment_id })).status).toBe(400);
  });

  test('DS1 tags and names change, and are found', async () => {
    const experiment_id = await create();
    await wire('POST experiments/set-experiment-tag', { experiment_id, key: 'team', value: 'north' });
    await wire('POST experiments/set-experiment-tag', { experiment_id, key: 'team', value: `south ${name}` });
    await wire('POST experiments/update', { experiment_id, new_name: `${name} new` });
    const found = async (filter: string) =>
      ((await wire('POST experiments/search', { filter, max_results: 10 })).body.experiments ?? []).map(
        (each: { name: string }) => each.name,
      );
    expect(await found(`tags.team = 'south ${name}'`)).toEqual([`${name} new`]);
    expect(await found(`name LIKE '${name} n_w' AND creation_time > 0`)).toEqual([`${name} new`]);
    expect(await found(`name = '${name}'`)).toEqual([]);
    expect(await found(`experiment_id = '${experiment_id}'`)).toEqual([`${name} new`]);
    expect(await found(`experiment_id IN ('0', '${experiment_id}') AND name != 'Default'`)).toEqual([`${name} new`]);
    await wire('POST experiments/delete-experiment-tag', { experiment_id, key: 'team' });
    expect(await found(`name = '${name} new' and tag.team IS NULL`)).toEqual([`${name} new`]);
    const gone = await wire('POST experiments/delete-experiment-tag', { experiment_id, key: 'team' });
    expect([gone.status, gone.body.error_code]).toEqual([404, 'RESOURCE_DOES_NOT_EXIST']);
    for (const filter of ['experiment_id = 1', 'metrics.a > 1', 'name > 3'])
      expect((await wire('POST experiments/search', { filter })).status, filter).toBe(400);
  });

  test('DS1 the newest come first, in pages', async () => {
    for (const letter of ['a', 'b', 'c']) {
      peil.clock.advance(1000);
      await wire('POST experiments/create', { name: `${name} ${letter}` });
    }
    const filter = `name LIKE '${name} %'`;
    const page = async (more: object) =>
      (await wire('GET experiments/search', { filter, max_results: 2, ...more })).body;
    const first = await page({});
    const last = (each: { name: string }) => each.name.at(-1);
    expect(first.experiments.map(last)).toEqual(['c', 'b']);
    expect((await page({ page_token: first.next_page_token })).experiments.map(last)).toEqual(['a']);
    expect((await page({ order_by: ['name ASC'] })).experiments.map(last)).toEqual(['a', 'b']);
  });
});

describeEachDatabase('who may over the protocol', (kit) => {
  test('RM3 nobody without a token, nobody without a role in its problem, and of a private problem not even a name', async () => {
    const team = await inTeamMode({}, kit.openPeil);
    try {
      const owner = await team.signIn('Owner');
      const headers = { cookie: owner.cookie };
      const make = async (isPrivate: boolean) =>
        (await asking(team, createProblem, { headers, body: { title: `A problem ${isPrivate}`, isPrivate } })).id;
      const [open, hidden] = [await make(false), await make(true)];
      const scientist = await team.signIn('Scientist', {
        problemRoles: { [open]: ['data_scientist'], [hidden]: ['data_scientist'] },
      });
      const member = await team.signIn('Member');
      const [asScientist, asMember, asNobody] = [
        wireTo(team, { cookie: scientist.cookie }),
        wireTo(team, { cookie: member.cookie }),
        wireTo(team),
      ];
      const begin = async (name: string, problemId: string) => {
        const tags = [{ key: 'peil.problem', value: problemId }];
        return (await asScientist('POST experiments/create', { name, tags })).body.experiment_id;
      };
      const [seen, unseen] = [await begin('Seen', open), await begin('Unseen', hidden)];
      const inbox = (await asMember('POST experiments/create', { name: 'Inbox' })).body.experiment_id;

      for (const address of [
        'GET experiments/get',
        'POST experiments/delete',
        'POST runs/create',
        'POST runs/search',
      ]) {
        const { status, body } = await asNobody(address, { experiment_id: seen });
        expect([status, body.error_code], address).toEqual([401, 'UNAUTHENTICATED']);
      }
      expect((await asMember('GET experiments/get', { experiment_id: seen })).status).toBe(200);
      expect((await asMember('GET experiments/get', { experiment_id: unseen })).status).toBe(404);
      expect((await asMember('GET experiments/get-by-name', { experiment_name: 'Unseen' })).status).toBe(404);
      for (const [address, more] of [
        ['POST runs/create', {}],
        ['POST experiments/delete', {}],
        ['POST experiments/update', { new_name: 'Mine' }],
        ['POST experiments/set-experiment-tag', { key: 'a', value: 'b' }],
      ] as const) {
        const refused = await asMember(address, { experiment_id: seen, ...more });
        expect([refused.status, refused.body.error_code], address).toEqual([403, 'PERMISSION_DENIED']);
        expect((await asMember(address, { experiment_id: unseen, ...more })).status, address).toBe(404);
      }
      const { run_id } = (await asScientist('POST runs/create', { experiment_id: unseen })).body.run.info;
      const point = { run_id, key: 'auc', value: 1, timestamp: 1 };
      expect((await asMember('POST runs/log-metric', point)).status).toBe(404);
      expect((await asScientist('POST runs/log-metric', point)).status).toBe(200);
      for (const address of ['GET runs/get', 'POST runs/update', 'POST runs/delete'])
        expect((await asMember(address, { run_id })).status, address).toBe(404);
      const experiment_ids = [seen, unseen, inbox];
      expect((await asMember('POST runs/search', { experiment_ids })).body).toEqual({});
      expect((await asScientist('POST runs/search', { experiment_ids })).body.runs).toHaveLength(1);
      const { experiments } = (await asMember('POST experiments/search', {})).body;
      expect(experiments.map(({ name }: { name: string }) => name).toSorted()).toEqual(['Default', 'Inbox', 'Seen']);
      const tags = [{ key: 'peil.problem', value: hidden }];
      expect((await asMember('POST experiments/create', { name: 'Smuggled', tags })).status).toBe(404);
      const moved = { experiment_id: inbox, key: 'peil.problem' };
      const move = 'POST experiments/set-experiment-tag';
      expect((await asMember(move, { ...moved, value: hidden })).status).toBe(404);
      expect((await asMember(move, { ...moved, value: open })).status).toBe(403);
      expect((await asScientist(move, { ...moved, value: open })).status).toBe(200);
      expect((await asMember('POST runs/create', { experiment_id: inbox })).status).toBe(403);
    } finally {
      await team.close();
    }
  });
});
