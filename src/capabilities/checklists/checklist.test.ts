import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { checklistGateTexts, listChecklistEvidence, listWaitingItems, snapshotOfChecklist } from './index.ts';
import { shippedTemplate } from './shipped-template.ts';

const draft = '/api/checklist-template/draft';
type Item = Record<'id' | 'role' | 'title' | 'state' | 'gate', string> & { version: number; isRetired: boolean };

describeEachDatabase('the checklist of a problem', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let problemId: string;
  let path: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    problemId = (await send('POST /api/problems', { title: 'Late flights' })).body.id;
    path = `/api/problems/${problemId}/checklist`;
  });
  afterAll(() => peil.close());

  const begin = async (): Promise<Item[]> => (await send(`POST ${path}`)).body.items;
  const first = async () => (await begin())[0] as Item;
  const edit = (itemId: string, fields: object, version = 1) =>
    send(`PATCH ${path}/items/${itemId}`, fields, { version });
  const evidence = (gate?: 'g0' | 'g1') =>
    listChecklistEvidence(peil.services.database.reader, problemId, gate ? { gate } : {});
  const done = { state: 'done', evidence: { kind: 'text', text: 'Seen at the desk' } };

  test('PF3 it begins from the newest version, in the language of the reader', async () => {
    const before = await send(`GET ${path}`);
    expect(before.body).toMatchObject({ isBegun: false, templateNumber: null, items: [] });
    const begun = await send(`POST ${path}`, undefined, { language: 'nl' });
    expect(begun).toMatchObject({ status: 200, events: ['checklist.instantiated'], body: { isBegun: true } });
    expect(begun.body.items[0]).toMatchObject({
      title: shippedTemplate[0]?.title.nl,
      state: 'open',
      ownerId: null,
      evidence: null,
    });
    expect((await send(`GET ${path}`)).body.items[0].title).toBe(shippedTemplate[0]?.title.en);
  });

  test('PF3 begun twice, or twice at the same instant, there is one set', async () => {
    const at = { method: 'POST' as const, url: path };
    const answers = await Promise.all([1, 2, 3, 4].map(() => peil.app.inject(at)));
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200, 200]);
    const again = await send(`POST ${path}`);
    expect(again.events).toEqual([]);
    const sets = new Set([...answers.map((answer) => JSON.stringify(answer.json())), JSON.stringify(again.body)]);
    expect([...sets].map((set) => set.slice(0, 300)).slice(1)).toEqual([]);
    expect(again.body.items.length).toBeLessThan(70);
  });

  test('PF3 done needs evidence, not applicable needs a reason', async () => {
    const { id } = await first();
    const refused = await edit(id, { state: 'done' });
    expect(refused).toMatchObject({ status: 422, events: [] });
    expect(refused.body.error.code).toBe('checklist.done_needs_evidence');
    const dutch = await send(
      `PATCH ${path}/items/${id}`,
      { state: 'not_applicable', reason: '  ' },
      { version: 1, language: 'nl' },
    );
    expect(dutch).toMatchObject({ status: 422, events: [] });
    expect(dutch.body.error.message).toContain('er is een reden nodig');

    const kept = await edit(id, done);
    expect(kept).toMatchObject({ status: 200, events: ['checklist.item_edited'], body: { ...done, version: 2 } });
    expect((await edit(id, { evidence: null }, 2)).status).toBe(422);
    const none = await edit(id, { state: 'not_applicable', reason: 'There is no night shift' }, 2);
    expect(none.body).toMatchObject({ state: 'not_applicable', version: 3 });
  });

  test.each([
    ['a link', { kind: 'link', url: 'https://example.org/report' }, 200],
    ['a place', { kind: 'place', place: 'value' }, 200],
    ['a script', { kind: 'link', url: 'javascript:alert(1)' }, 400],
    ['a path', { kind: 'link', url: '/etc/passwd' }, 400],
    ['blank words', { kind: 'text', text: ' ' }, 400],
    ['an unknown place', { kind: 'place', place: 'moon' }, 400],
  ])('PF3 evidence: %s', async (_what, given, status) => {
    const { id } = await first();
    const sent = await edit(id, { state: 'done', evidence: given });
    expect(sent.status).toBe(status);
    if (status === 200) expect(sent.body.evidence).toEqual(given);
  });

  test('PF3 an owner is told of by an event of its own', async () => {
    const { id } = await first();
    const events: unknown[] = [];
    peil.services.events.afterCommit((all) => events.push(...all.map(({ type, data }) => ({ type, data }))));
    const assigned = await edit(id, { ownerId: 'owner', dueDate: '2026-02-01' });
    expect(assigned.body).toMatchObject({ ownerId: 'owner', dueDate: '2026-02-01' });
    expect(events).toEqual([
      { type: 'checklist.item_assigned', data: { assigneeId: 'owner', version: 2 } },
      { type: 'checklist.item_edited', data: { fields: ['dueDate'], version: 2 } },
    ]);
    const ghost = await edit(id, { ownerId: 'ghost' }, 2);
    expect([ghost.status, ghost.body.error.code]).toEqual([422, 'checklist.unknown_owner']);
    expect((await edit(id, { ownerId: null }, 2)).events).toEqual(['checklist.item_edited']);
  });

  test('PF3 what waits up to a gate, with whom it waits for; nothing is known while the checklist has not begun', async () => {
    const { reader } = peil.services.database;
    expect(await listWaitingItems(reader, problemId, 'g1')).toBeNull();
    const [one, two] = (await begin()) as [Item, Item];
    const before = (await listWaitingItems(reader, problemId, 'g1')) ?? [];
    expect(before.length).toBeGreaterThan(((await listWaitingItems(reader, problemId, 'g0')) ?? []).length);
    await edit(one.id, { ownerId: 'owner', dueDate: '2026-03-01' });
    await edit(two.id, { ...done });
    const waiting = (await listWaitingItems(reader, problemId, 'g1')) ?? [];
    expect(waiting.find(({ itemId }) => itemId === one.id)).toMatchObject({ ownerId: 'owner', dueDate: '2026-03-01' });
    expect(waiting.map(({ itemId }) => itemId)).not.toContain(two.id);
    expect(waiting).toHaveLength(before.length - 1);
  });

  test('PF3 of two edits of one version at the same instant, one is told', async () => {
    const { id } = await first();
    const url = `${path}/items/${id}`;
    const edits = await Promise.all(
      ['2026-02-01', '2026-02-02', '2026-02-03'].map((dueDate) =>
        peil.app.inject({ method: 'PATCH', url, payload: { dueDate }, headers: { 'if-match': '1' } }),
      ),
    );
    expect(edits.map((each) => each.statusCode).sort((a, b) => a - b)).toEqual([200, 409, 409]);
    const stale = edits.find((each) => each.statusCode === 409)?.json();
    expect(stale.error.params).toMatchObject({ yours: { dueDate: expect.anything() }, current: 2 });
  });

  test('PF3 the team adds items of its own; those of the organisation stay', async () => {
    const asked = await send(`POST ${path}/items`, { role: 'sme', title: 'Ask the tower' });
    expect([asked.status, asked.body.error.code]).toEqual([409, 'checklist.not_begun']);
    const { id } = await first();
    const own = await send(`POST ${path}/items`, { role: 'sme', title: 'Ask the tower' });
    expect(own).toMatchObject({ status: 201, events: ['checklist.item_added'], body: { isOwn: true, gate: 'g1' } });
    expect((await edit(own.body.id, { title: 'Ask both towers', help: 'North first' })).body).toMatchObject({
      title: 'Ask both towers',
      help: 'North first',
    });
    expect((await edit(id, { title: 'x' })).body.error.code).toBe('checklist.not_own');
    expect((await send(`DELETE ${path}/items/${id}`)).status).toBe(409);
    expect((await send(`DELETE ${path}/items/${own.body.id}`)).events).toEqual(['checklist.item_removed']);
    expect((await edit(own.body.id, { title: 'x' }, 2)).status).toBe(404);
    const back = await send(`POST ${path}/items/${own.body.id}/restore`);
    expect(back).toMatchObject({ status: 200, events: ['checklist.item_restored'] });
    expect((await send(`POST ${path}/items/${own.body.id}/restore`)).status).toBe(409);
  });

  test('PF3 brought up to a newer version, new items come and retired ones keep their answers', async () => {
    const items = await begin();
    const [one, two, three] = items as [Item, Item, Item];
    await edit(one.id, done);
    await edit(two.id, done);
    const { items: drafted, basedOn } = (await send(`GET ${draft}`)).body;
    const versionOf = (at: number) => drafted[at].version as number;
    const patch = (at: number, fields: object) =>
      send(`PATCH ${draft}/items/${drafted[at].key}`, fields, { version: versionOf(at) });
    await patch(0, { isRetired: true });
    await patch(1, { title: { en: `In other words ${basedOn}`, nl: `Anders ${basedOn}` } });
    await send(`POST ${draft}/items`, {
      role: 'sme',
      title: { en: 'New', nl: 'Nieuw' },
      help: { en: 'Help', nl: 'Hulp' },
    });
    const { version } = (await send(`GET ${draft}`)).body;
    await send('POST /api/checklist-template/versions', { note: 'Learned' }, { version });

    expect((await send(`GET ${path}`)).body).toMatchObject({ templateNumber: basedOn, newestNumber: basedOn + 1 });
    const both = await Promise.all([1, 2].map(() => peil.app.inject({ method: 'POST', url: `${path}/renew` })));
    expect(both.map((each) => each.statusCode)).toEqual([200, 200]);
    const renewed = (await send(`POST ${path}/renew`)).body;
    expect(renewed.items).toHaveLength(items.length + 1);
    const of = (id: string) => renewed.items.find((each: Item) => each.id === id);
    expect(of(one.id)).toMatchObject({ isRetired: true, ...done });
    expect(of(two.id)).toMatchObject({ title: `In other words ${basedOn}`, rewordedIn: basedOn + 1, ...done });
    expect(of(three.id)).toMatchObject({ isRetired: false, rewordedIn: null, version: 1 });
    const again = await edit(two.id, { evidence: { kind: 'text', text: 'Still so' } }, of(two.id).version);
    expect(again.body.rewordedIn).toBeNull();
    expect((await evidence()).map(({ field }) => field)).not.toContain(one.id);
  });

  test('PF3 a gate asks its own items, and those of an earlier gate that are still open', async () => {
    expect(await evidence()).toMatchObject([{ id: 'checklist.begun', isDone: false, field: null }]);
    const items = await begin();
    const early = items.find(({ gate }) => gate === 'g0') as Item;
    const atG1 = await evidence();
    expect(atG1).toHaveLength(1 + items.filter(({ gate }) => gate === 'g0' || gate === 'g1').length);
    const asked = atG1.find(({ field }) => field === early.id);
    expect(asked).toMatchObject({ id: `checklist.${early.id}`, station: 'requirements', isDone: false });
    expect(checklistGateTexts.nl[asked!.text](asked!.params)).toContain('Beantwoord op de checklist: ');
    await edit(early.id, done);
    expect((await evidence()).map(({ field }) => field)).not.toContain(early.id);
    expect((await evidence('g0')).filter(({ isDone }) => isDone)).toHaveLength(2);
  });

  test('PF3 what is signed is the same until an answer changes', async () => {
    const { id } = await first();
    const snapshot = () => snapshotOfChecklist(peil.services.database.reader, problemId);
    const before = await snapshot();
    expect(await snapshot()).toEqual(before);
    await edit(id, { dueDate: '2026-05-01' });
    expect(await snapshot()).toEqual(before);
    await edit(id, done, 2);
    expect(await snapshot()).not.toEqual(before);
  });

  test('PF3 nothing of another problem is reached through this one', async () => {
    const { id } = await first();
    const other = `/api/problems/${(await send('POST /api/problems', { title: 'Other' })).body.id}/checklist`;
    await send(`POST ${other}`);
    for (const [request, payload, version] of [
      [`PATCH ${other}/items/${id}`, { dueDate: null }, 1],
      [`DELETE ${other}/items/${id}`, undefined, undefined],
      [`POST ${other}/items/${id}/restore`, undefined, undefined],
    ] as const) {
      const sent = await send(request, payload, version === undefined ? {} : { version });
      expect([request, sent.status, sent.events]).toEqual([request, 404, []]);
    }
  });
});

test('RM1 who builds it does not answer for the risk manager, and the other way round', async () => {
  const team = await inTeamMode();
  const problemId = await team.openProblem({ private: true });
  const tom = await team.signIn('Tom', { problemRoles: { [problemId]: ['data_scientist'] } });
  const ria = await team.signIn('Ria', { problemRoles: { [problemId]: ['risk_manager'] } });
  const stranger = await team.signIn('Stranger');
  const url = `/api/problems/${problemId}/checklist`;
  const items: Item[] = (await tom.inject({ method: 'POST', url })).json().items;
  const answer = (person: typeof tom, role: string, payload: object) => {
    const { id } = items.find((each) => each.role === role) as Item;
    return person.inject({ method: 'PATCH', url: `${url}/items/${id}`, payload, headers: { 'if-match': '1' } });
  };
  const progress = { state: 'in_progress' };
  expect((await answer(tom, 'risk_manager', progress)).statusCode).toBe(403);
  expect((await answer(ria, 'sme', progress)).statusCode).toBe(403);
  expect((await answer(ria, 'risk_manager', progress)).statusCode).toBe(200);
  expect((await answer(tom, 'sme', progress)).statusCode).toBe(200);
  // What somebody added is theirs too: a builder takes nothing away from the risk manager, nor the other way round.
  for (const [role, owner, other] of [
    ['risk_manager', ria, tom],
    ['data_engineer', tom, ria],
  ] as const) {
    const payload = { role, gate: 'g1', title: 'Ask the works council', help: '' };
    const { id } = (await owner.inject({ method: 'POST', url: `${url}/items`, payload })).json();
    const remove = { method: 'DELETE', url: `${url}/items/${id}` } as const;
    const restore = { method: 'POST', url: `${url}/items/${id}/restore` } as const;
    expect((await other.inject(remove)).statusCode).toBe(403);
    expect((await owner.inject(remove)).statusCode).toBe(200);
    expect((await other.inject(restore)).statusCode).toBe(403);
    expect((await owner.inject(restore)).statusCode).toBe(200);
  }
  // Of a role that nobody has yet whoever builds sees to it; once somebody has it, they do.
  await team.giveRoles(ria, problemId, ['data_engineer']);
  expect((await answer(tom, 'data_engineer', progress)).statusCode).toBe(403);
  const taken = `/api/problems/${problemId}/people/${ria.id}/roles/data_engineer`;
  expect((await team.admin.inject({ method: 'DELETE', url: taken })).statusCode).toBeLessThan(300);
  // Whom work is given to must be able to see it.
  expect((await answer(tom, 'data_engineer', { ownerId: stranger.id })).statusCode).toBe(422);
  expect((await answer(tom, 'data_engineer', { ownerId: ria.id })).statusCode).toBe(200);
  await team.close();
});

describeEachDatabase('whose an item is', (kit) => {
  test('PF3 an item is answered, or said not to apply, by who has its role or was given it by them', async () => {
    const team = await inTeamMode({}, kit.openPeil);
    const problemId = await team.openProblem({ private: true });
    const [eva, tom, noor] = [
      await team.signIn('Eva', { problemRoles: { [problemId]: ['sme'] } }),
      await team.signIn('Tom', { problemRoles: { [problemId]: ['data_scientist'] } }),
      await team.signIn('Noor', { problemRoles: { [problemId]: ['sponsor'] } }),
    ];
    const url = `/api/problems/${problemId}/checklist`;
    const begun: Item[] = (await eva.inject({ method: 'POST', url })).json().items;
    const [item, next] = begun.filter(({ role }) => role === 'data_scientist') as [Item, Item];
    const patch = async (who: typeof tom, { id, version }: Pick<Item, 'id' | 'version'>, payload: object) => {
      const options = { method: 'PATCH', url: `${url}/items/${id}`, payload } as const;
      const answer = await who.inject({ ...options, headers: { 'if-match': `${version}`, 'accept-language': 'nl' } });
      return [answer.statusCode, answer.json().error?.code ?? answer.json().youMayAnswer];
    };
    const shown = async (who: typeof tom, { id }: Item) =>
      (await who.inject({ url })).json().items.find((each: Item) => each.id === id).youMayAnswer;
    const none = { state: 'not_applicable', reason: 'There is one plant.' };

    expect([await shown(tom, item), await shown(eva, item), await shown(noor, item)]).toEqual([true, false, false]);
    expect(await patch(eva, item, none)).toEqual([403, 'checklist.not_yours']);
    expect(await patch(eva, item, { ownerId: eva.id })).toEqual([422, 'checklist.owner_outside_role']);
    // When it must be there, and who of those who have the role sees to it, anybody may plan.
    expect(await patch(eva, item, { ownerId: tom.id, dueDate: '2026-05-01' })).toEqual([200, false]);
    expect(await patch(tom, { ...item, version: 2 }, { ownerId: noor.id })).toEqual([200, true]);
    expect(await patch(noor, { ...item, version: 3 }, none)).toEqual([200, true]);
    expect(await patch(noor, next, none)).toEqual([403, 'checklist.not_yours']);
    // A role that one gave oneself answers nothing that somebody else answers for.
    const give = { method: 'PUT', url: `/api/problems/${problemId}/people/${eva.id}/roles/data_scientist` } as const;
    expect((await eva.inject(give)).statusCode).toBeLessThan(300);
    expect(await patch(eva, next, none)).toEqual([403, 'checklist.not_yours']);
    const confirm = { method: 'POST', url: `${give.url}/confirmation` } as const;
    expect((await tom.inject(confirm)).statusCode).toBe(403);
    expect((await noor.inject(confirm)).statusCode).toBeLessThan(300);
    expect(await patch(eva, next, none)).toEqual([200, true]);
    await team.close();
  });
});
