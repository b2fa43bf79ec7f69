import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findDataAdequate } from '../../../test/kit/adequate-data.ts';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { writtenProblem } from '../../../test/kit/written-problem.ts';

describeEachDatabase('the board of approaches', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let at: string;
  let problemId: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    problemId = (await send('POST /api/problems', { title: 'Machines that stop' })).body.id;
    at = `/api/problems/${problemId}`;
  });
  afterAll(() => peil.close());

  test('PF12 opens only once the data was found adequate, and says so until then', async () => {
    const closed = (await send(`GET ${at}/approaches`, undefined, { language: 'nl' })).body;
    expect(closed).toMatchObject({ isOpen: false, approaches: [], closedBecause: expect.stringContaining('poort G2') });
    const attempts: [string, object?, number?][] = [
      [`POST ${at}/approaches`, { title: 'A rule' }],
      [`POST ${at}/approaches/suggested`, { keys: ['rule'] }],
      [`PATCH ${at}/approaches/x`, { title: 'A rule' }, 1],
      [`PUT ${at}/approaches/x/vote`, { role: 'sme', choice: 'for' }],
      [`DELETE ${at}/approaches/x`],
    ];
    for (const [request, body, version] of attempts) {
      const refused = await send(request, body, version === undefined ? {} : { version });
      expect([request, refused.status, refused.events]).toEqual([request, 423, []]);
      expect(refused.body.error.message).toContain('gate G2');
    }
    await findDataAdequate(peil, problemId);
    expect((await send(`GET ${at}/approaches`)).body).toMatchObject({ isOpen: true, closedBecause: null });
    expect((await send(`POST ${at}/approaches`, { title: 'A rule' })).status).toBe(201);
  });

  test('PF12 a card is written, changed, taken off and brought back; a stale change is told both texts', async () => {
    await findDataAdequate(peil, problemId);
    const made = await send(`POST ${at}/approaches`, { title: 'Trees', kind: 'trees', pros: 'Quick\nKnown' });
    expect(made).toMatchObject({
      status: 201,
      events: ['approach.created'],
      body: { position: 0, pros: 'Quick\nKnown', cons: '', votes: [], version: 1, createdBy: 'owner' },
    });
    const card = `${at}/approaches/${made.body.id}`;
    const anchor = { kind: 'approach', id: made.body.id, field: null };
    await send(`POST ${at}/conversation/threads`, { anchor, text: 'Which library?' });
    expect((await send(`GET ${at}/conversation/places`)).body.places).toMatchObject([{ said: 'Approach: Trees' }]);
    expect(await send(`PATCH ${card}`, { cons: 'Opaque' }, { version: 1 })).toMatchObject({
      status: 200,
      events: ['approach.edited'],
      body: { cons: 'Opaque', title: 'Trees', version: 2 },
    });
    const stale = await send(`PATCH ${card}`, { cons: 'Dear' }, { version: 1 });
    expect(stale).toMatchObject({ status: 409, body: { error: { params: { theirs: { cons: 'Opaque' } } } } });
    expect(await send(`DELETE ${card}`)).toMatchObject({ status: 200, events: ['approach.removed'] });
    expect((await send(`GET ${at}/approaches`)).body.approaches).toEqual([]);
    expect((await send(`DELETE ${card}`)).status).toBe(404);
    expect(await send(`POST ${card}/restore`)).toMatchObject({ status: 200, events: ['approach.restored'] });
    expect((await send(`POST ${card}/restore`)).status).toBe(409);
    const { id: elsewhere } = (await send('POST /api/problems', { title: 'Other' })).body;
    await findDataAdequate(peil, elsewhere);
    expect((await send(`DELETE /api/problems/${elsewhere}/approaches/${made.body.id}`)).status).toBe(404);
    expect((await send('GET /api/problems/nowhere/approaches')).status).toBe(404);
  });

  test('PF12 suggestions are for the task that was chosen, in the language of who takes them, each once', async () => {
    const { problemId: binary } = await writtenProblem(peil, {}, { isClassified: false });
    await findDataAdequate(peil, binary);
    const board = `/api/problems/${binary}/approaches`;
    const { task, suggestions } = (await send(`GET ${board}`)).body;
    const keys = suggestions.map(({ key }: { key: string }) => key);
    expect([task, keys]).toEqual([
      'binary',
      ['rule', 'buy', 'logistic', 'boosted-trees', 'single-tree', 'alike-cases', 'neural-network'],
    ]);
    const taken = await send(`POST ${board}/suggested`, { keys: ['rule', 'logistic'] }, { language: 'nl' });
    expect(taken).toMatchObject({ status: 201, events: ['approach.created', 'approach.created'] });
    expect(taken.body.approaches).toMatchObject([
      { kind: 'baseline_rule', title: 'Een regel die de deskundige kan opschrijven', suggestion: 'rule' },
      { kind: 'linear', suggestion: 'logistic' },
    ]);
    expect(taken.body.suggestions).toHaveLength(keys.length - 2);
    expect((await send(`POST ${board}/suggested`, { keys: ['rule'] })).body.approaches).toHaveLength(2);
    expect((await send(`POST ${board}/suggested`, { keys: ['forecast'] })).status).toBe(422);
    // Nothing was chosen: what is for any task.
    const other = (await send(`GET ${at}/approaches`)).body.suggestions;
    expect(other.map(({ key }: { key: string }) => key)).toEqual(['rule', 'buy']);
  });
});

describeEachDatabase('votes on approaches', (kit) => {
  test('PF12 each person has one vote, in a role that they hold; it is changed and taken back', async () => {
    const team = await inTeamMode({}, kit.openPeil);
    const owner = await team.signIn('Owner');
    const asOwner = sendingTo(team, (options) => owner.inject(options));
    const { id: problemId } = (await asOwner('POST /api/problems', { title: 'Machines' })).body;
    await findDataAdequate(team, problemId);
    const expert = await team.signIn('Eva', { problemRoles: { [problemId]: ['sme', 'sponsor'] } });
    const reader = await team.signIn('Rik');
    await team.giveRoles(owner, problemId, ['analytics_architect']);
    const at = `/api/problems/${problemId}/approaches`;
    const { id } = (await asOwner(`POST ${at}`, { title: 'A rule' })).body;
    const vote = `PUT ${at}/${id}/vote`;
    const asExpert = sendingTo(team, (options) => expert.inject(options));
    expect((await asExpert(vote, { role: 'data_scientist', choice: 'for' })).status).toBe(403);
    expect(await asExpert(vote, { role: 'sme', choice: 'for', reason: 'I can read it.' })).toMatchObject({
      status: 200,
      events: ['approach.voted'],
      body: { votes: [{ userId: expert.id, role: 'sme', choice: 'for', reason: 'I can read it.' }] },
    });
    const changed = await asExpert(vote, { role: 'sponsor', choice: 'against' });
    expect(changed.body.votes).toMatchObject([{ role: 'sponsor', choice: 'against', reason: '' }]);
    await asOwner(vote, { role: 'analytics_architect', choice: 'unsure' });
    expect((await asOwner(`GET ${at}`)).body.approaches[0].votes).toHaveLength(2);
    expect(
      (await sendingTo(team, (options) => reader.inject(options))(vote, { role: 'sme', choice: 'for' })).status,
    ).toBe(403);
    const back = await asExpert(`DELETE ${at}/${id}/vote`);
    expect(back).toMatchObject({ status: 200, events: ['approach.vote_withdrawn'] });
    expect(back.body.votes).toMatchObject([{ role: 'analytics_architect' }]);
    expect((await asExpert(`DELETE ${at}/${id}/vote`)).status).toBe(409);
    await team.close();
  });
});
