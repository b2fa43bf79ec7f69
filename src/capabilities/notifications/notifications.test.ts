import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { systemContext } from '../../../test/kit/audited.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil } from '../../../test/kit/people.ts';
import { type Talker, type Talking, talkingOn } from '../../../test/kit/talking.ts';
import { change } from '../../platform/context/change.ts';
import type { DomainEvent } from '../../platform/events/event-bus.ts';
import { notificationRules } from './notification-rules.ts';
import { notifyPeople } from './notify-people.ts';
import { notificationsDb } from './tables.ts';

const anchor = { kind: 'opportunity', id: 'x', field: 'cost' };
const cast = { eva: ['sme'], daan: ['data_scientist'], sam: ['sponsor'], reader: [] } as const;

describeEachDatabase('notifications', (kit) => {
  let team: TeamPeil;
  let talk: Talking<keyof typeof cast>;
  let people: Record<keyof typeof cast, Talker>;
  beforeAll(async () => {
    team = await inTeamMode({}, kit.openPeil);
  });
  beforeEach(async () => {
    talk = await talkingOn(team, cast);
    ({ people } = talk);
    for (const each of Object.values(people)) await each.send('POST /api/notifications/mark-read', {});
  });
  afterAll(() => team.close());

  const unread = async (who: Talker) =>
    (await who.send('GET /api/notifications?show=unread')).body.notifications.map(
      (each: { kind: string }) => each.kind,
    );
  /** One thing after another: what happens in one millisecond has no order. */
  const later = () => team.clock.advance(1);
  const open = async (who: Talker, text: string, more: object = {}) => {
    later();
    return (await who.send(`POST ${talk.path}/threads`, { anchor, text, ...more })).body;
  };
  const happens = async (type: string, data: Record<string, unknown> = {}) => {
    later();
    await change(systemContext(team.services), async (tx) =>
      tx.record({ type, subject: { kind: 'thing', id: '1' }, problemId: talk.problemId, data }),
    );
  };

  test('PF2 who is mentioned hears of it once, with who and where; who did it hears nothing', async () => {
    const { id } = await open(people.eva, `@[${people.reader.id}] and @[${people.eva.id}]: is this a year?`);
    const { notifications } = (await people.reader.send('GET /api/notifications')).body;
    expect(notifications[0]).toMatchObject({
      kind: 'mentioned',
      actorId: people.eva.id,
      isRead: false,
      problemId: talk.problemId,
      problemTitle: 'Machines that stop at night',
      about: {
        anchor,
        subject: {
          kind: 'conversation',
          id,
        },
        roles: [],
      },
    });
    expect(await unread(people.eva)).toEqual([]);
    expect(await unread(people.daan)).toEqual([]);
    expect((await people.reader.send('GET /api/notifications/unread')).body).toEqual({ unread: 1 });
  });

  test('PF2 who takes part hears of a comment; a mention goes before it', async () => {
    const { id, remark } = await open(people.eva, 'Is this a year?');
    await people.daan.send(`POST ${talk.path}/threads/${id}/comments`, { text: 'A year.' });
    await people.sam.send(`POST ${talk.path}/threads/${id}/comments`, { text: `Thanks @[${people.daan.id}]` });
    expect(await unread(people.eva)).toEqual(['commented', 'commented']);
    expect(await unread(people.daan)).toEqual(['mentioned']);
    const edit = { text: `Is this a year, @[${people.reader.id}]?` };
    await people.eva.send(`PATCH ${talk.path}/comments/${remark.id}`, edit, { version: 1 });
    await people.eva.send(`PATCH ${talk.path}/comments/${remark.id}`, { text: `${edit.text} Really?` }, { version: 2 });
    expect(await unread(people.reader)).toEqual(['mentioned']);
  });

  test('PF2 a steering remark waits for the other roles, its answer for the experts', async () => {
    const { id } = await open(people.eva, 'Mind the night shift', { kind: 'steering' });
    for (const who of [people.daan, people.sam]) expect(await unread(who)).toEqual(['steering_waits']);
    expect(await unread(people.reader)).toEqual([]);
    const one = `${talk.path}/threads/${id}`;
    await people.daan.send(`POST ${one}/comments`, { text: 'Done', verdict: 'taken_over' });
    expect(await unread(people.eva)).toEqual(['steering_answered']);
    later();
    await people.eva.send(`POST ${one}/resolve`, undefined, { version: 2 });
    expect(await unread(people.daan)).toEqual(['steering_closed', 'steering_waits']);
  });

  test('PF2 a role that is given, and what other capabilities tell', async () => {
    const { problemId } = talk;
    later();
    await people.eva.send(`PUT /api/problems/${problemId}/people/${people.reader.id}/roles/validator`);
    const [told] = (await people.reader.send('GET /api/notifications')).body.notifications;
    expect(told).toMatchObject({ kind: 'role_given', about: { roles: ['validator'] } });
    await happens('checklist.item_assigned', { assigneeId: people.daan.id });
    await happens('gate.proposed', { roles: ['sponsor', 'validator'] });
    await happens('decision.recorded');
    await happens('condition.due');
    expect(await unread(people.daan)).toEqual(['condition_due', 'decision_recorded', 'item_assigned']);
    expect(await unread(people.sam)).toEqual(['condition_due', 'decision_recorded', 'gate_proposed']);
    expect(await unread(people.reader)).toEqual(['condition_due', 'decision_recorded', 'gate_proposed', 'role_given']);
  });

  test('RM3 a role that waits, what became of it, and who signs on behalf of whom', async () => {
    const at = `/api/problems/${talk.problemId}/people/${people.eva.id}/roles`;
    later();
    await people.eva.send(`PUT ${at}/risk_manager`);
    expect(await unread(people.sam)).toEqual(['role_waits']);
    expect(await unread(people.daan)).toEqual([]);
    later();
    await people.sam.send(`POST ${at}/risk_manager/confirmation`);
    later();
    await people.eva.send(`PUT ${at}/validator`);
    await people.sam.send(`POST ${at}/validator/refusal`);
    const until = '2027-01-01';
    const delegation = { role: 'sponsor', toUserId: people.reader.id, until, reason: 'Away.' };
    await people.sam.send(`POST /api/problems/${talk.problemId}/delegations`, delegation);
    expect(await unread(people.eva)).toEqual(['role_refused', 'role_confirmed']);
    expect(await unread(people.reader)).toEqual(['role_delegated']);
  });

  test('RM3 a role that is taken away is told to whom it was, and to the others who say who takes part', async () => {
    later();
    await people.sam.send(`DELETE /api/problems/${talk.problemId}/people/${people.daan.id}/roles/data_scientist`);
    expect(await unread(people.daan)).toEqual(['role_taken']);
    expect(await unread(people.eva)).toEqual(['role_taken_of_another']);
    expect(await unread(people.sam)).toEqual([]);
  });

  test('PF2 an event that is settled twice tells nobody twice', async () => {
    const seen: DomainEvent[] = [];
    const stop = team.services.events.afterCommit((events) => seen.push(...events));
    await open(people.eva, `@[${people.reader.id}] look`);
    stop();
    await team.services.database.writer.transaction().execute((db) => notifyPeople(team.services)(db, seen));
    expect(await unread(people.reader)).toEqual(['mentioned']);
  });

  test('PF2 a change that fails tells nobody', async () => {
    const failing = change(systemContext(team.services), async (tx) => {
      tx.record({
        type: 'conversation.opened',
        subject: {
          kind: 'conversation',
          id: 'none',
        },
        problemId: talk.problemId,
        data: { mentions: [people.reader.id] },
      });
      await Promise.reject(new Error('no'));
    });
    await expect(failing).rejects.toThrow('no');
    expect(await unread(people.reader)).toEqual([]);
  });

  test('PF2 of a private problem nobody without a role hears anything, nor who loses sight of it later', async () => {
    const hidden = await talkingOn(team, { els: ['sme', 'sponsor'], rob: ['stakeholder'] }, { isPrivate: true });
    const { els, rob } = hidden.people;
    const outsider = people.reader;
    const text = `@[${outsider.id}] @[${rob.id}] a secret takeover`;
    await els.send(`POST ${hidden.path}/threads`, { anchor, text });
    expect(await unread(outsider)).toEqual([]);
    expect((await outsider.send('GET /api/notifications/unread')).body).toEqual({ unread: 0 });
    // Two: the role that was given, and the mention.
    expect((await rob.send('GET /api/notifications/unread')).body).toEqual({ unread: 2 });
    await els.send(`DELETE /api/problems/${hidden.problemId}/people/${rob.id}/roles/stakeholder`);
    expect((await rob.send('GET /api/notifications/unread')).body).toEqual({ unread: 0 });
    const list = await rob.send('GET /api/notifications');
    expect(JSON.stringify(list.body)).not.toContain(hidden.problemId);
    expect(JSON.stringify(list.body)).not.toContain('Machines that stop');
  });

  test('PF2 read and unread: one, all, and back; never what is somebody else’s', async () => {
    for (const text of ['one', 'two', 'three']) await open(people.eva, `@[${people.daan.id}] ${text}`);
    const { notifications } = (await people.daan.send('GET /api/notifications?show=unread&limit=2')).body;
    const ids = [notifications[0].id];
    expect((await people.sam.send('POST /api/notifications/mark-read', { ids })).body.marked).toBe(0);
    expect((await people.daan.send('POST /api/notifications/mark-read', { ids })).body.marked).toBe(1);
    team.clock.advance(1);
    const all = (await people.daan.send('POST /api/notifications/mark-read', {})).body;
    expect(all.marked).toBe(2);
    expect(
      (await people.daan.send('POST /api/notifications/mark-unread', { markedAt: all.markedAt })).body.marked,
    ).toBe(2);
    expect((await people.daan.send('POST /api/notifications/mark-unread', { ids })).body.marked).toBe(1);
    expect((await people.daan.send('GET /api/notifications/unread')).body).toEqual({ unread: 3 });
  });

  test('PF2 the list goes on where the page before ended', async () => {
    for (let at = 0; at < 5; at += 1) await open(people.eva, `@[${people.daan.id}] ${at}`);
    const first = (await people.daan.send('GET /api/notifications?show=unread&limit=3')).body;
    const second = (await people.daan.send(`GET /api/notifications?show=unread&limit=3&cursor=${first.next}`)).body;
    const ids = [...first.notifications, ...second.notifications].map((each: { id: string }) => each.id);
    expect(new Set(ids).size).toBe(5);
    expect(second.next).toBeNull();
    expect(await people.daan.send('GET /api/notifications?cursor=x')).toMatchObject({ status: 400 });
  });

  test('RM3 a delegation for every problem is told to the delegate, and to nobody else', async () => {
    const { eva, daan, sam } = people;
    const given = await eva.send('POST /api/me/delegations', {
      toUserId: daan.id,
      until: '2030-01-01',
      reason: 'A long journey',
    });
    expect(given.status).toBe(201);
    expect(await unread(daan)).toEqual(['role_delegated']);
    expect(await unread(sam)).toEqual([]);
    expect((await daan.send('GET /api/notifications/unread')).body).toEqual({ unread: 1 });
    const [told] = (await daan.send('GET /api/notifications?show=unread')).body.notifications;
    expect(told).toMatchObject({ problemId: null, problemTitle: null, actorId: eva.id, place: null });
  });

  test('PF2 who has left, and who was erased, is told nothing more', async () => {
    const { reader, sam, daan } = people;
    await team.admin.inject({ method: 'POST', url: `/api/users/${reader.id}/deactivation` });
    await team.admin.inject({ method: 'POST', url: `/api/users/${sam.id}/erasure` });
    await open(people.eva, `@[${reader.id}] @[${sam.id}] @[${daan.id}] are you there?`);
    const rows = await notificationsDb(team.services.database.reader)
      .selectFrom('notification')
      .select('user_id')
      .where('kind', '=', 'mentioned')
      .where('problem_id', '=', talk.problemId)
      .execute();
    expect(rows).toEqual([{ user_id: daan.id }]);
  });
});

test('PF2 every rule tells something that has words', () => {
  const kinds = Object.values(notificationRules).flatMap((rules) => rules.map(({ kind }) => kind));
  expect(kinds.length).toBeGreaterThan(10);
});
