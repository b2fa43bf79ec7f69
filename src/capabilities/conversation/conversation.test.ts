import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil } from '../../../test/kit/people.ts';
import { type Talker, talkingOn } from '../../../test/kit/talking.ts';

const anchor = { kind: 'opportunity', id: 'the-problem', field: 'cost' };

describeEachDatabase('conversation', (kit) => {
  let team: TeamPeil;
  let path: string;
  let eva: Talker;
  let daan: Talker;
  beforeAll(async () => {
    team = await inTeamMode({}, kit.openPeil);
  });
  beforeEach(async () => {
    const talk = await talkingOn(team, { eva: ['sme'], daan: ['data_scientist'] });
    ({ path } = talk);
    ({ eva, daan } = talk.people);
  });
  afterAll(() => team.close());

  const open = async (who: Talker, text = 'Is this a year?', more: object = {}) =>
    (await who.send(`POST ${path}/threads`, { anchor, text, ...more })).body;

  test('SM3 a thread on a field: opened, answered, resolved and reopened by whoever reads', async () => {
    const opened = await eva.send(`POST ${path}/threads`, { anchor, text: 'Is this a year?\nOr a month?' });
    expect(opened).toMatchObject({ status: 201, events: ['conversation.opened'] });
    expect(opened.body).toMatchObject({
      anchor,
      kind: 'remark',
      state: 'open',
      openedBy: eva.id,
      commentCount: 1,
      waitsFor: null,
      remark: {
        text: 'Is this a year?\nOr a month?',
        authorId: eva.id,
        position: 1,
        kind: 'remark',
        editedAt: null,
      },
      may: {
        answer: false,
        resolve: true,
        reopen: false,
      },
    });
    const one = `${path}/threads/${opened.body.id}`;
    const said = await daan.send(`POST ${one}/comments`, { text: 'A year.' });
    expect(said).toMatchObject({ status: 201, events: ['conversation.commented'], body: { position: 2 } });
    expect((await eva.send(`GET ${one}/comments`)).body).toMatchObject({
      comments: [{ text: 'Is this a year?\nOr a month?' }, { text: 'A year.', authorId: daan.id }],
      next: null,
    });
    const resolved = await daan.send(`POST ${one}/resolve`, undefined, { version: 1 });
    expect(resolved).toMatchObject({ status: 200, events: ['conversation.resolved'] });
    expect(resolved.body).toMatchObject({ state: 'resolved', resolvedBy: daan.id, version: 2 });
    expect(await eva.send(`POST ${one}/resolve`, undefined, { version: 2 })).toMatchObject({ status: 409 });
    const reopened = await eva.send(`POST ${one}/reopen`, undefined, { version: 2 });
    expect(reopened).toMatchObject({ status: 200, events: ['conversation.reopened'], body: { state: 'open' } });
  });

  test('SM3 two people comment at the same instant: both are kept, in one order', async () => {
    const { id } = await open(eva);
    const texts = Array.from({ length: 12 }, (_, at) => `Comment ${at}`);
    const sent = await Promise.all(
      texts.map((text, at) => (at % 2 === 0 ? eva : daan).send(`POST ${path}/threads/${id}/comments`, { text })),
    );
    expect(sent.map(({ status }) => status)).toEqual(texts.map(() => 201));
    const { comments } = (await eva.send(`GET ${path}/threads/${id}/comments`)).body;
    expect(comments.map((each: { position: number }) => each.position)).toEqual(
      Array.from({ length: 13 }, (_, at) => at + 1),
    );
    expect(
      comments
        .slice(1)
        .map((each: { text: string }) => each.text)
        .sort(),
    ).toEqual([...texts].sort());
    expect((await eva.send(`GET ${path}/threads/${id}`)).body.commentCount).toBe(13);
  });

  test('SM3 one edits one’s own comment; what it said stays readable; a stale edit sees both texts', async () => {
    const { remark } = await open(eva);
    const comment = `${path}/comments/${remark.id}`;
    expect(await daan.send(`PATCH ${comment}`, { text: 'No' }, { version: 1 })).toMatchObject({ status: 403 });
    const edited = await eva.send(`PATCH ${comment}`, { text: 'Is this a quarter?' }, { version: 1 });
    expect(edited).toMatchObject({ status: 200, events: ['conversation.comment_edited'] });
    expect(edited.body).toMatchObject({ text: 'Is this a quarter?', version: 2, editedAt: expect.any(Number) });
    const stale = await eva.send(`PATCH ${comment}`, { text: 'Is this a day?' }, { version: 1 });
    expect(stale).toMatchObject({
      status: 409,
      body: { error: { params: { yours: 'Is this a day?', theirs: 'Is this a quarter?', current: 2 } } },
    });
    expect((await daan.send(`GET ${comment}/earlier-texts`)).body.texts).toMatchObject([
      { version: 1, text: 'Is this a year?' },
    ]);
  });

  test('SM3 one removes one’s own comment and brings it back; a thread of which nothing is left is not shown', async () => {
    const { id, remark } = await open(eva);
    const comment = `${path}/comments/${remark.id}`;
    expect(await daan.send(`DELETE ${comment}`)).toMatchObject({ status: 403 });
    const removed = await eva.send(`DELETE ${comment}`);
    expect(removed).toMatchObject({ events: ['conversation.comment_removed'], body: { state: 'removed', text: null } });
    expect((await eva.send(`GET ${path}/threads`)).body.threads).toEqual([]);
    expect((await eva.send(`GET ${path}/counts`)).body.counts).toEqual([]);
    expect(await eva.send(`PATCH ${comment}`, { text: 'x' }, { version: 1 })).toMatchObject({ status: 409 });
    const restored = await eva.send(`POST ${comment}/restore`);
    expect(restored).toMatchObject({ events: ['conversation.comment_restored'], body: { text: 'Is this a year?' } });
    expect((await eva.send(`GET ${path}/threads`)).body.threads).toMatchObject([{ id }]);
    expect(await eva.send(`POST ${comment}/restore`)).toMatchObject({ status: 409 });
  });

  test('RM3 the text of a comment can be erased, its earlier texts too; the events never held any', async () => {
    const { id, remark } = await open(eva, 'Jan de Vries earns too much');
    const comment = `${path}/comments/${remark.id}`;
    await eva.send(`PATCH ${comment}`, { text: 'J. de Vries earns too much' }, { version: 1 });
    expect(await daan.send(`POST ${comment}/erase`)).toMatchObject({ status: 403 });
    const erased = await team.admin.inject({ method: 'POST', url: `${comment}/erase` });
    expect(erased.json()).toMatchObject({ state: 'erased', text: null });
    expect((await eva.send(`GET ${comment}/earlier-texts`)).body.texts).toEqual([]);
    expect((await eva.send(`GET ${path}/threads/${id}`)).body.remark).toMatchObject({ state: 'erased', text: null });
    const audit = await team.admin.inject({ method: 'GET', url: '/api/audit/events?limit=200' });
    expect(audit.statusCode).toBe(200);
    expect(audit.body).toContain('personal_data.comment_erased');
    expect(audit.body).not.toContain('de Vries');
    expect(await eva.send(`POST ${comment}/erase`)).toMatchObject({ status: 409 });
  });

  test('SM3 what is filtered: state, steering, one’s own, anchor; a page goes on where the one before ended', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 5; at += 1) {
      team.clock.advance(1_000);
      ids.push((await open(eva, `Remark ${at}`)).id);
    }
    const steering = await open(eva, 'Look at the night shift', {
      kind: 'steering',
      anchor: { ...anchor, field: null },
    });
    const own = await open(daan, 'Mine', { anchor: { kind: 'key_result', id: 'kr', field: null } });
    await eva.send(`POST ${path}/threads/${ids[0]}/resolve`, undefined, { version: 1 });
    const list = async (query: string, who = daan) =>
      (await who.send(`GET ${path}/threads?${query}`)).body.threads.map((each: { id: string }) => each.id);
    expect(await list('state=resolved')).toEqual([ids[0]]);
    expect(await list('kind=steering')).toEqual([steering.id]);
    expect(await list('of=me')).toEqual([own.id]);
    expect(await list('anchorKind=key_result')).toEqual([own.id]);
    expect((await list('anchorKind=opportunity&anchorId=the-problem&anchorField=cost&state=all')).sort()).toEqual(
      [...ids].sort(),
    );
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const query: string = next === '' ? '' : `&cursor=${next}`;
      const { body } = await daan.send(`GET ${path}/threads?state=all&limit=3${query}`);
      seen.push(...body.threads.map((each: { id: string }) => each.id));
      next = body.next;
    }
    expect(seen).toHaveLength(7);
    expect(new Set(seen)).toEqual(new Set<string>([...ids, steering.id, own.id]));
    expect(await daan.send(`GET ${path}/threads?cursor=nonsense`)).toMatchObject({ status: 400 });
    expect((await daan.send(`GET ${path}/counts`)).body.counts).toEqual([
      { anchor: { kind: 'key_result', id: 'kr', field: null }, open: 1, steering: 0, resolved: 0, comments: 1 },
      { anchor: { ...anchor, field: null }, open: 1, steering: 1, resolved: 0, comments: 1 },
      { anchor, open: 4, steering: 0, resolved: 1, comments: 4 },
    ]);
  });

  test('SM3 a mention must be of somebody who is there', async () => {
    const known = await eva.send(`POST ${path}/threads`, { anchor, text: `@[${daan.id}] what do you say?` });
    expect(known.status).toBe(201);
    const unknown = await eva.send(`POST ${path}/threads`, { anchor, text: '@[nobody-at-all] hello' });
    expect(unknown).toMatchObject({ status: 400, body: { error: { params: { ids: ['nobody-at-all'] } } } });
    expect(unknown.events).toEqual([]);
  });

  test.each([
    ['an empty text', { anchor, text: '' }],
    ['only space', { anchor, text: ' \n ' }],
    ['a text that is too long', { anchor, text: 'x'.repeat(10_001) }],
    ['an anchor without a kind', { anchor: { id: 'x', field: null }, text: 'x' }],
    ['a kind that is no word', { anchor: { kind: 'Key Result', id: 'x', field: null }, text: 'x' }],
  ])('SM3 %s is refused with a sentence', async (_what, body) => {
    const sent = await eva.send(`POST ${path}/threads`, body);
    expect(sent).toMatchObject({ status: 400, events: [] });
    expect(sent.body.error.message).toMatch(/\.$/);
  });

  test('PF2 of a private problem nothing is told to others: not a list, not a count, not by an id of another problem', async () => {
    const hidden = await talkingOn(team, { els: ['sme'] }, { isPrivate: true });
    const { els } = hidden.people;
    const secret = (await els.send(`POST ${hidden.path}/threads`, { anchor, text: 'A secret takeover' })).body;
    for (const url of [
      `${hidden.path}/threads`,
      `${hidden.path}/counts`,
      `${hidden.path}/threads/${secret.id}`,
      `${hidden.path}/threads/${secret.id}/comments`,
      `${path}/threads/${secret.id}`,
      `${path}/threads/${secret.id}/comments`,
      `${path}/comments/${secret.remark.id}/earlier-texts`,
    ]) {
      const sent = await daan.send(`GET ${url}`);
      expect([url, sent.status]).toEqual([url, 404]);
      expect(JSON.stringify(sent.body)).not.toContain('secret takeover');
    }
    expect(await daan.send(`POST ${path}/threads/${secret.id}/comments`, { text: 'Got in' })).toMatchObject({
      status: 404,
      events: [],
    });
    expect((await daan.send(`GET ${path}/threads?state=all`)).body.threads).toEqual([]);
  });
});

describeEachDatabase('conversation of one person', (kit) => {
  test('SM3 a problem that is not there is a 404 in personal mode too', async () => {
    const peil = await kit.openPeil();
    for (const url of ['threads', 'counts']) {
      const answer = await peil.app.inject({ method: 'GET', url: `/api/problems/none/conversation/${url}` });
      expect(answer.statusCode).toBe(404);
    }
    const url = '/api/problems/none/conversation/threads';
    expect((await peil.app.inject({ method: 'POST', url, payload: { anchor, text: 'x' } })).statusCode).toBe(404);
    await peil.close();
  });
});
