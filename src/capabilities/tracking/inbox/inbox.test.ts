import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../../test/kit/databases.ts';
import { inTeamMode } from '../../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../../test/kit/sending.ts';
import { type Wire, wireTo } from '../../../../test/kit/wire.ts';

describeEachDatabase('the inbox and the rules of names', (kit) => {
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
  const create = async (name: string, tags: readonly object[] = []): Promise<string> => {
    peil.clock.advance(1000);
    return (await wire('POST experiments/create', { name, tags })).body.experiment_id;
  };
  const problemOf = async (experiment_id: string): Promise<string | undefined> => {
    const { tags = [] } = (await wire('GET experiments/get', { experiment_id })).body.experiment;
    return tags.find(({ key }: { key: string }) => key === 'peil.problem')?.value;
  };
  const waiting = async (text: string) => (await send(`GET /api/inbox/experiments?text=${text}`)).body.experiments;
  const addRule = (problemId: string, pattern: string) =>
    send(`POST /api/problems/${problemId}/naming-rules`, { pattern });

  test('DS1 what names no problem waits, with its runs, until it is assigned; and back', async () => {
    const problemId = await newProblem('Late flights');
    const [first, second] = [await create('waits/one'), await create('waits/two')];
    await wire('POST runs/create', { experiment_id: first, start_time: 1 });
    const seen = await waiting('WAITS/');
    expect(seen).toMatchObject([
      { id: second, name: 'waits/two', runs: 0, lastRunAt: null, isDefault: false, proposals: [] },
      { id: first, name: 'waits/one', runs: 1, lastRunAt: peil.clock.now(), createdBy: 'owner' },
    ]);
    const page = (await send('GET /api/inbox/experiments?text=waits/&limit=1')).body;
    expect(page.experiments).toMatchObject([{ id: second }]);
    expect((await send(`GET /api/inbox/experiments?text=waits/&cursor=${page.next}`)).body).toMatchObject({
      experiments: [{ id: first }],
      next: null,
    });

    const assign = (target: string | null, ids = [first, second]) =>
      send('POST /api/experiments/assign', { experimentIds: ids, problemId: target });
    expect(await assign(problemId)).toMatchObject({
      status: 200,
      body: {
        moved: [
          { id: first, before: null },
          { id: second, before: null },
        ],
      },
      events: ['experiment.assigned', 'experiment.assigned'],
    });
    expect(await waiting('waits/')).toEqual([]);
    expect([await problemOf(first), await problemOf(second)]).toEqual([problemId, problemId]);
    expect(await assign(problemId)).toMatchObject({ status: 200, body: { moved: [] }, events: [] });
    const other = await newProblem('Churn');
    expect(await assign(other, [first])).toMatchObject({
      body: { moved: [{ id: first, before: problemId }] },
      events: ['experiment.unassigned', 'experiment.assigned'],
    });
    expect((await assign(null)).events).toEqual(['experiment.unassigned', 'experiment.unassigned']);
    expect(await problemOf(first)).toBeUndefined();
    expect(await waiting('waits/')).toHaveLength(2);
  });

  test('DS1 what waits is looked at with its last runs, and where it belongs once somebody said so', async () => {
    const id = await create('looked at');
    for (const [run_name, start_time] of [
      ['first', 1],
      ['last', 3],
      ['gone', 2],
    ] as const) {
      const { run_id } = (await wire('POST runs/create', { experiment_id: id, run_name, start_time })).body.run.info;
      if (run_name === 'gone') await wire('POST runs/delete', { run_id });
    }
    expect(await send(`GET /api/experiments/${id}`)).toMatchObject({
      status: 200,
      body: {
        name: 'looked at',
        problemId: null,
        createdBy: 'owner',
        isDeleted: false,
        runCount: 2,
        runs: [
          { name: 'last', status: 'RUNNING', startedAt: 3 },
          { name: 'first', startedAt: 1 },
        ],
      },
    });
    const problemId = await newProblem('Late flights');
    await send('POST /api/experiments/assign', { experimentIds: [id], problemId });
    expect((await send(`GET /api/experiments/${id}`)).body).toMatchObject({ problemId, runCount: 2 });
    expect((await send('GET /api/experiments/999999')).body.error.code).toBe('tracking.experiment_not_found');
  });

  test('DS1 all are assigned or none, to a problem that there is', async () => {
    const problemId = await newProblem('Late flights');
    const id = await create('all or none');
    const refused = async (experimentIds: string[], target: string | null) => {
      const { status, body } = await send('POST /api/experiments/assign', { experimentIds, problemId: target });
      return [status, body.error.code];
    };
    expect(await refused([id, '999999'], problemId)).toEqual([404, 'tracking.experiment_not_found']);
    expect(await refused([id], 'nowhere')).toEqual([404, 'identity.problem_not_found']);
    expect(await refused([id, '0'], problemId)).toEqual([409, 'tracking.default_stays']);
    expect(await problemOf(id)).toBeUndefined();
    expect(
      (await wire('POST experiments/create', { name: 'astray', tags: [{ key: 'peil.problem', value: 'nowhere' }] }))
        .status,
    ).toBe(404);
  });

  test('DS1 a tag moves and its absence moves back', async () => {
    const problemId = await newProblem('Late flights');
    const experiment_id = await create('by tag', [{ key: 'peil.problem', value: problemId }]);
    expect(await waiting('by tag')).toEqual([]);
    await wire('POST experiments/delete-experiment-tag', { experiment_id, key: 'peil.problem' });
    expect(await waiting('by tag')).toMatchObject([{ id: experiment_id }]);
    const first = { experiment_id: '0', key: 'peil.problem', value: problemId };
    expect((await wire('POST experiments/set-experiment-tag', first)).body.message).toContain('Default');
  });

  test('DS1 a rule of names takes what is made, and proposes what waits', async () => {
    const [flights, trains] = [await newProblem('Late flights'), await newProblem('Late trains')];
    const before = await create('late-things/before');
    expect(await addRule(trains, 'late-*')).toMatchObject({ status: 201, events: ['naming_rule.added'] });
    const rule = (await addRule(flights, 'late-things/*')).body;
    expect(rule).toMatchObject({ pattern: 'late-things/*', createdBy: 'owner' });
    expect(await problemOf(await create('Late-things/xgb'))).toBe(flights);
    expect(await problemOf(await create('late-others'))).toBe(trains);
    expect(await problemOf(await create('late-things/tagged', [{ key: 'peil.problem', value: trains }]))).toBe(trains);
    expect(await waiting('late-things')).toMatchObject([
      { id: before, proposals: [{ problemId: flights, problemTitle: 'Late flights', pattern: 'late-things/*' }] },
    ]);
    const counted = async (problemId: string) => (await send(`GET /api/inbox?problemId=${problemId}`)).body.proposed;
    expect([await counted(flights), await counted(trains)]).toEqual([1, 0]);
    await wire('POST registered-models/create', { name: 'late-model' });
    const { tags } = (await wire('GET registered-models/get', { name: 'late-model' })).body.registered_model;
    expect(tags).toEqual([{ key: 'peil.problem', value: trains }]);
    const removed = await send(`DELETE /api/problems/${flights}/naming-rules/${rule.id}`);
    expect(removed).toMatchObject({ status: 200, events: ['naming_rule.removed'], body: { pattern: 'late-things/*' } });
    expect(await problemOf(await create('late-things/after'))).toBe(trains);
    const [left] = (await send(`GET /api/problems/${trains}/naming-rules`)).body.rules;
    await send(`DELETE /api/problems/${trains}/naming-rules/${left.id}`);
  });

  test('DS1 of two rules that are equally specific none counts: both are told', async () => {
    const [one, two] = [await newProblem('One'), await newProblem('Two')];
    await addRule(one, 'tie-break-*');
    await addRule(two, '*tie-break-');
    await addRule(two, 'Tie-Break-*');
    const id = await create('tie-break-1');
    const [{ proposals }] = await waiting('tie-break');
    expect(await problemOf(id)).toBeUndefined();
    expect(proposals.map(({ problemId }: { problemId: string }) => problemId).toSorted()).toEqual(
      [one, two].toSorted(),
    );
  });

  test('DS1 a rule that takes nearly everything, or is there already, is refused', async () => {
    const problemId = await newProblem('Wide');
    const refused = async (pattern: string) => {
      const { status, body } = await addRule(problemId, pattern);
      return [status, body.error?.code];
    };
    expect(await refused('*')).toEqual([422, 'tracking.rule_too_wide']);
    expect(await refused('a?*')).toEqual([422, 'tracking.rule_too_wide']);
    expect(await refused('')).toEqual([400, 'request.malformed']);
    await addRule(problemId, 'wide/*');
    expect(await refused('WIDE/*')).toEqual([409, 'tracking.rule_exists']);
    expect((await send(`DELETE /api/problems/${problemId}/naming-rules/none`)).status).toBe(404);
  });

  test('DS1 a problem that was stopped takes nothing: it waits', async () => {
    const problemId = await newProblem('Stopped');
    await addRule(problemId, 'stopped/*');
    const { snapshotHash } = (await send(`GET /api/problems/${problemId}/gates/g1`)).body;
    await send(`POST /api/problems/${problemId}/gates/g1/decisions`, {
      outcome: 'no_go',
      reasons: 'A rule will do.',
      people: [{ name: 'Eva', role: 'sme', meaning: 'approves' }],
      redirect: { kind: 'rule', text: 'By age.' },
      snapshotHash,
    });
    const id = await create('stopped/1');
    expect(await waiting('stopped')).toMatchObject([{ id, proposals: [] }]);
    const refused = await send('POST /api/experiments/assign', { experimentIds: [id], problemId });
    expect(refused.status).toBe(423);
  });

  test('DS1 registered models wait, are assigned and go back', async () => {
    const problemId = await newProblem('Models');
    for (const name of ['waiting a', 'waiting b']) await wire('POST registered-models/create', { name });
    const models = async () =>
      (await send('GET /api/inbox/models?text=WAITING')).body.models.map(({ name }: { name: string }) => name);
    expect((await models()).toSorted()).toEqual(['waiting a', 'waiting b']);
    const assign = (names: string[], target: string | null) =>
      send('POST /api/registered-models/assign', { names, problemId: target });
    expect(await assign(['waiting b', 'waiting a'], problemId)).toMatchObject({
      body: {
        moved: [
          { id: 'waiting a', before: null },
          { id: 'waiting b', before: null },
        ],
      },
      events: ['registered_model.assigned', 'registered_model.assigned'],
    });
    expect(await models()).toEqual([]);
    expect((await assign(['waiting a'], null)).events).toEqual(['registered_model.unassigned']);
    await wire('DELETE registered-models/delete-tag', { name: 'waiting b', key: 'peil.problem' });
    expect(await models()).toHaveLength(2);
    expect((await assign(['waiting a', 'none'], problemId)).status).toBe(404);

    const tags = [{ key: 'mlflow.prompt.is_prompt', value: 'true' }];
    await wire('POST registered-models/create', { name: 'waiting prompt', tags });
    const kinds = (await send('GET /api/inbox/models?text=waiting')).body.models.map(
      ({ name, isPrompt }: { name: string; isPrompt: boolean }) => [name, isPrompt],
    );
    expect(kinds).toEqual(
      expect.arrayContaining([
        ['waiting prompt', true],
        ['waiting a', false],
      ]),
    );
  });

  test('RM3 a rule moves nothing where its maker may not log, and tells nothing of a private problem', async () => {
    const team = await inTeamMode({}, kit.openPeil);
    try {
      const [open, hidden] = [await team.openProblem(), await team.openProblem({ private: true })];
      const roles = ['data_scientist'] as const;
      const insider = await team.signIn('Insider', { problemRoles: { [open]: roles, [hidden]: roles } });
      const outsider = await team.signIn('Outsider');
      const [asInsider, asOutsider] = [
        sendingTo(team, (options) => insider.inject(options)),
        sendingTo(team, (options) => outsider.inject(options)),
      ];
      await asInsider(`POST /api/problems/${hidden}/naming-rules`, { pattern: 'secret/*' });
      const wireAs = { outsider: wireTo(team, { cookie: outsider.cookie }) };
      const id = (await wireAs.outsider('POST experiments/create', { name: 'secret/1' })).body.experiment_id;
      const proposals = async (as: Sending) =>
        (await as('GET /api/inbox/experiments?text=secret')).body.experiments[0].proposals;
      expect(await proposals(asOutsider)).toEqual([]);
      expect(await proposals(asInsider)).toEqual([{ problemId: hidden, problemTitle: '', pattern: 'secret/*' }]);
      expect((await asOutsider(`GET /api/inbox?problemId=${hidden}`)).status).toBe(404);
      const assign = { experimentIds: [id], problemId: hidden };
      expect((await asOutsider('POST /api/experiments/assign', assign)).status).toBe(404);
      expect((await asOutsider('POST /api/experiments/assign', { ...assign, problemId: open })).status).toBe(403);
      expect((await asInsider('POST /api/experiments/assign', assign)).status).toBe(200);
      expect((await asOutsider('POST /api/experiments/assign', { ...assign, problemId: null })).status).toBe(404);
      expect((await asOutsider('GET /api/inbox/experiments?text=secret')).body.experiments).toEqual([]);
      const insiders = wireTo(team, { cookie: insider.cookie });
      const made = (await insiders('POST experiments/create', { name: 'secret/2' })).body.experiment_id;
      expect((await wireAs.outsider('GET experiments/get', { experiment_id: made })).status).toBe(404);
    } finally {
      await team.close();
    }
  });
});
