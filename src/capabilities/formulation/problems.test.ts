import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { writtenProblem } from '../../../test/kit/written-problem.ts';

describeEachDatabase('problems', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  afterAll(() => peil.close());

  const create = async (title: string) => (await send('POST /api/problems', { title })).body.id as string;

  test('PF1 a title is enough to begin', async () => {
    const { status, body, events } = await send('POST /api/problems', { title: ' Late flights ' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ title: 'Late flights', phase: 'formulation', isPrivate: false, version: 1 });
    expect(events).toEqual(['problem.created', 'problem_access.opened']);
    expect((await send(`GET /api/problems/${body.id}`)).body).toEqual(body);
  });

  test.each([
    ['no title', {}, 'title'],
    ['an empty title', { title: '  ' }, 'may not be empty'],
    ['a title of two lines', { title: 'a\nb' }, 'one line'],
    ['a NUL', { title: 'a\0' }, 'cannot be stored'],
    ['a title that is too long', { title: 'x'.repeat(201) }, '201 characters long; at most 200 fit'],
    ['a field that does not exist', { title: 'a', solution: 'AI' }, 'solution'],
  ])('PF1 %s is refused with a sentence', async (_what, payload, sentence) => {
    const { status, body, events } = await send('POST /api/problems', payload);
    expect([status, events]).toEqual([400, []]);
    expect(body.error.message).toContain(sentence);
  });

  test('PF1 a new title is a new version; a stale one is told both titles', async () => {
    const id = await create('First');
    const renamed = await send(`PATCH /api/problems/${id}`, { title: 'Second' }, { version: 1 });
    expect(renamed).toMatchObject({ status: 200, body: { title: 'Second', version: 2 }, events: ['problem.renamed'] });
    const stale = await send(`PATCH /api/problems/${id}`, { title: 'Third' }, { version: 1 });
    expect(stale).toMatchObject({ status: 409, events: [] });
    expect(stale.body.error.params).toEqual({
      yours: { title: 'Third' },
      theirs: { title: 'Second' },
      given: 1,
      current: 2,
    });
    expect((await send(`PATCH /api/problems/${id}`, { title: 'Third' })).status).toBe(400);
  });

  test('PF1 a deleted problem is out of sight and can be restored', async () => {
    const id = await create('To be deleted');
    const deleted = await send(`DELETE /api/problems/${id}`);
    expect(deleted).toMatchObject({ status: 200, body: { id, title: 'To be deleted' }, events: ['problem.deleted'] });
    const reads = [
      '',
      '/opportunity',
      '/alternatives',
      '/objectives',
      '/value',
      '/gates/g1',
      '/thread',
      '/level',
      '/decisions',
    ];
    for (const path of reads) {
      const { status, body } = await send(`GET /api/problems/${id}${path}`, undefined, { language: 'nl' });
      expect([path, status, body.error.code]).toEqual([path, 404, 'formulation.problem_deleted']);
      expect(body.error.message).toContain('Zet het terug');
    }
    expect((await send('GET /api/problems?text=deleted')).body.problems).toEqual([]);
    expect((await send(`PATCH /api/problems/${id}`, { title: 'x' }, { version: 1 })).status).toBe(404);
    expect((await send(`DELETE /api/problems/${id}`)).status).toBe(404);
    const restored = await send(`POST /api/problems/${id}/restore`);
    expect(restored).toMatchObject({ status: 200, body: { id }, events: ['problem.restored'] });
    expect((await send('GET /api/problems?text=deleted')).body.problems).toHaveLength(1);
    expect((await send(`POST /api/problems/${id}/restore`)).status).toBe(409);
  });

  test('PF1 an unknown problem is a 404 that says where to look', async () => {
    for (const path of [
      '',
      '/opportunity',
      '/level',
      '/levels',
      '/decisions',
      '/decisions/x',
      '/gates/g1',
      '/value/evaluation',
    ]) {
      const { status, body } = await send(`GET /api/problems/nothing${path}`);
      expect([path, status, body.error.code]).toEqual([path, 404, 'formulation.problem_not_found']);
    }
    expect((await send('POST /api/problems/nothing/restore')).status).toBe(404);
    expect((await send('POST /api/problems/nothing/objectives', { text: 'x' })).status).toBe(404);
  });

  test('PF1 the list comes in pages, in each order, without a gap or a double', async () => {
    const titles = ['Élan', 'alpha', 'Beta', 'beta two', 'delta', 'Echo', 'foxtrot'];
    for (const title of titles) {
      peil.clock.advance(title === 'delta' ? 0 : 1000);
      await create(`paged ${title}`);
    }
    for (const sort of ['changed', 'created', 'title', 'at_stake', 'open_items']) {
      const all = (await send(`GET /api/problems?text=paged&sort=${sort}`)).body;
      expect([sort, all.problems.length, all.next]).toEqual([sort, titles.length, null]);
      const seen: string[] = [];
      for (let cursor = ''; ;) {
        const page = (await send(`GET /api/problems?text=paged&sort=${sort}&limit=3${cursor}`)).body;
        seen.push(...page.problems.map((problem: { id: string }) => problem.id));
        if (page.next === null) break;
        cursor = `&cursor=${page.next}`;
      }
      expect(seen).toEqual(all.problems.map((problem: { id: string }) => problem.id));
    }
    const newest = (await send('GET /api/problems?text=paged&sort=created&limit=1')).body.problems[0];
    expect(newest.title).toBe('paged foxtrot');
  });

  test.each([
    ['changed', 'no JSON', 'x'],
    ['changed', 'an empty list', '[]'],
    ['changed', 'another order', '["title","a","b"]'],
    ['changed', 'half a millisecond', '["changed",1.5,"b"]'],
    ['created', 'beyond all numbers', '["created",1e999,"b"]'],
    ['open_items', 'more than an integer holds', '["open_items",99999999999,"b"]'],
    ['title', 'a NUL', '["title","\\u0000","b"]'],
    ['title', 'a NUL in the id', '["title","a","\\u0000"]'],
  ])('PF1 a cursor that was not given out for %s is refused: %s', async (sort, _what, text) => {
    const cursor = Buffer.from(text).toString('base64url');
    expect((await send(`GET /api/problems?sort=${sort}&cursor=${cursor}`)).status).toBe(400);
  });

  test('PF1 a title of characters that unfold is kept and found', async () => {
    const title = '\ufdfa'.repeat(200);
    const made = await send('POST /api/problems', { title });
    expect(made).toMatchObject({ status: 201, body: { title } });
    expect((await send('PATCH /api/problems/%00', { title }, { version: 1 })).status).toBe(400);
  });

  test('PF1 the list by title goes on behind titles of characters that unfold', async () => {
    for (let twins = 0; twins < 2; twins += 1) await create(`z${'\ufdfa'.repeat(30)}`);
    for (let cursor = ''; ;) {
      const { status, body } = await send(`GET /api/problems?sort=title&limit=1${cursor}`);
      expect(status).toBe(200);
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
  });

  test('PF1 the list counts what the gate counts', async () => {
    const { problemId } = await writtenProblem(peil);
    const counted = async () => {
      const { problems } = (await send('GET /api/problems?limit=100&text=machines stop at night')).body;
      const { openItems } = problems.find((problem: { id: string }) => problem.id === problemId);
      return [openItems, (await send(`GET /api/problems/${problemId}/gates/g1`)).body.openItems];
    };
    expect(await counted()).toEqual([0, 0]);
    await send(`PUT /api/problems/${problemId}/alternatives`, { text: ' ' }, { version: 1 });
    expect(await counted()).toEqual([1, 1]);
    await send(`PUT /api/problems/${problemId}/value`, { model: {} }, { version: 1 });
    expect(await counted()).toEqual([2, 2]);
    await send(`PATCH /api/problems/${problemId}/opportunity`, { cost: '', affected: '' }, { version: 1 });
    expect(await counted()).toEqual([4, 4]);
    const { objectives } = (await send(`GET /api/problems/${problemId}/objectives`)).body;
    await send(`DELETE /api/problems/${problemId}/objectives/${objectives[0].id}`);
    expect(await counted()).toEqual([6, 6]);
  });

  test('PF1 the list is filtered by phase and by words, as they are written', async () => {
    const id = await create('Überfälle 100% of_the time');
    await send(`PATCH /api/problems/${id}/opportunity`, { evidence: 'Ledger of the Cashier' }, { version: 0 });
    const find = async (text: string, phase = '') =>
      (await send(`GET /api/problems?text=${encodeURIComponent(text)}${phase}`)).body.problems.map(
        (problem: { id: string }) => problem.id,
      );
    expect(await find('überfälle')).toEqual([id]);
    expect(await find('cashier ÜBER')).toEqual([id]);
    expect(await find('100% of_')).toEqual([id]);
    expect(await find('of%time')).toEqual([]);
    expect(await find('cashier', '&phase=formulation')).toEqual([id]);
    expect(await find('cashier', '&phase=stopped')).toEqual([]);
    expect((await send('GET /api/problems?phase=asleep')).status).toBe(400);
    expect((await send('GET /api/problems?limit=0')).status).toBe(400);
  });

  test('PF1 the list shows how far each problem is', async () => {
    const id = await create('How far');
    await send(`PATCH /api/problems/${id}/opportunity`, { cost: 'a lot', affected: 'crews' }, { version: 0 });
    await send(`POST /api/problems/${id}/objectives`, { text: 'On time' });
    const [summary] = (await send('GET /api/problems?text=How far')).body.problems;
    expect(summary).toMatchObject({ completeness: 30, openItems: 7, atStake: null, lastDecision: null });
    expect(summary.stations).toEqual({ opportunity: 'open', requirements: 'open', value: 'open', decision: 'open' });
  });

  test('PF1 a date that passes without an edit is open in the list as it is at the gate', async () => {
    const { problemId } = await writtenProblem(peil);
    peil.clock.advance(2 * 365 * 24 * 3_600_000);
    const { items } = (await send(`GET /api/problems/${problemId}/gates/g1`)).body;
    expect(items).toContainEqual(expect.objectContaining({ id: 'requirements.dates', isDone: false }));
    const open: [string, number][] = [];
    for (let cursor = ''; ;) {
      const page = (await send(`GET /api/problems?sort=open_items&limit=1${cursor}`)).body;
      const [problem] = page.problems;
      open.push([problem.id, problem.openItems]);
      if (problem.id === problemId) expect(problem).toMatchObject({ openItems: 1, completeness: 90 });
      if (problem.id === problemId) expect(problem.stations.requirements).toBe('open');
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    const counts = open.map(([, count]) => count);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(open).toContainEqual([problemId, 1]);
    expect(new Set(open.map(([id]) => id)).size).toBe(open.length);
  });

  test.each([
    ['go', { outcome: 'go', reasons: 'It pays.' }, 'Decided to begin'],
    ['no-go', { outcome: 'no_go', reasons: 'No.', redirect: { kind: 'rule', text: 'A rule' } }, 'Decided to stop'],
  ])('PF1 of a %s nothing is shown open once a date has passed', async (_, terms, title) => {
    const { problemId } = await writtenProblem(peil);
    const path = `/api/problems/${problemId}`;
    await send(`PATCH ${path}`, { title }, { version: 1 });
    // Problems of the tests before stand in the year to which the clock was set.
    const { objectives } = (await send(`GET ${path}/objectives`)).body;
    const { id, version } = objectives[0].keyResults[0];
    const year = new Date(peil.clock.now()).getUTCFullYear();
    await send(`PATCH ${path}/key-results/${id}`, { by: `${year + 1}-01-31` }, { version });
    const { snapshotHash } = (await send(`GET ${path}/gates/g1`)).body;
    const people = [{ name: 'Eva', role: 'sme', meaning: 'decides' }];
    const decided = await send(`POST ${path}/gates/g1/decisions`, { ...terms, people, snapshotHash });
    expect(decided.status).toBe(201);
    peil.clock.advance(3 * 365 * 24 * 3_600_000);
    const [summary] = (await send(`GET /api/problems?text=${title}`)).body.problems;
    expect(summary).toMatchObject({ openItems: 0, stations: { requirements: 'done' } });
    const { stations } = (await send(`GET ${path}/thread`)).body;
    expect(stations.find((each: { station: string }) => each.station === 'requirements')).toMatchObject({
      state: 'done',
      openItems: 0,
    });
  });
});

describeEachDatabase('problems of a team', (kit) => {
  let team: TeamPeil;
  beforeAll(async () => {
    team = await inTeamMode({}, kit.openPeil);
  });
  afterAll(() => team.close());

  test('PF2 who begins a problem is its expert; a private one leaks no title', async () => {
    const [eva, bob] = [await team.signIn('Eva'), await team.signIn('Bob')];
    const asEva = sendingTo(team, (options) => eva.inject(options));
    const asBob = sendingTo(team, (options) => bob.inject(options));
    const { body } = await asEva('POST /api/problems', { title: 'Fraud', isPrivate: true });
    expect(body).toMatchObject({ isPrivate: true, createdBy: eva.id });
    const list = async (send: Sending) => (await send('GET /api/problems?text=fraud')).body.problems;
    expect(await list(asEva)).toMatchObject([{ title: 'Fraud', isPrivate: true }]);
    expect(await list(asBob)).toEqual([]);
    expect((await asBob(`GET /api/problems/${body.id}`)).status).toBe(404);
    expect((await asBob(`POST /api/problems/${body.id}/restore`)).status).toBe(404);

    const opened = await asEva(`PUT /api/problems/${body.id}/privacy`, { isPrivate: false });
    expect(opened).toMatchObject({ status: 200, body: { isPrivate: false }, events: ['problem_access.changed'] });
    expect(await list(asBob)).toMatchObject([{ title: 'Fraud', isPrivate: false }]);
    expect((await asBob(`GET /api/problems/${body.id}`)).status).toBe(200);
    expect((await asBob(`PATCH /api/problems/${body.id}`, { title: 'Mine' }, { version: 1 })).status).toBe(403);
    expect((await asBob(`PUT /api/problems/${body.id}/privacy`, { isPrivate: true })).status).toBe(403);

    await team.giveRoles(bob, body.id, ['data_engineer']);
    expect((await asBob(`PATCH /api/problems/${body.id}`, { title: 'Ours' }, { version: 1 })).status).toBe(200);
    expect((await asBob(`PUT /api/problems/${body.id}/privacy`, { isPrivate: true })).status).toBe(403);
    await team.giveRoles(bob, body.id, ['sponsor']);
    expect((await asBob(`PUT /api/problems/${body.id}/privacy`, { isPrivate: true })).status).toBe(200);
  });
});
