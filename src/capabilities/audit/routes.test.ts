import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { happened, systemContext } from '../../../test/kit/audited.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { change } from '../../platform/context/change.ts';
import { sealEvents } from './seal-events.ts';

describeEachDatabase('the addresses of the trail', ({ openPeil }) => {
  let peil: TestPeil;
  let send: Sending;
  beforeAll(async () => {
    peil = await openPeil();
    send = sendingTo(peil);
    const ctx = systemContext(peil.services);
    for (let number = 1; number <= 6; number += 1) {
      const problemId = number % 2 === 0 ? 'even' : 'odd';
      const type = number > 3 ? 'note.changed' : 'note.written';
      await change(ctx, async (tx) => tx.record(happened(number, { problemId, type })));
      peil.clock.advance(60_000);
      if (number === 4) await sealEvents(peil.services);
    }
  });
  afterAll(() => peil.close());

  const subjects = async (query: string) => {
    const { body } = await send(`GET /api/audit/events?subjectKind=note&${query}`);
    return body.events.map((event: { subject: { id: string } }) => event.subject.id);
  };

  test.each([
    ['all', '', [6, 5, 4, 3, 2, 1]],
    ['one problem', 'problemId=odd', [5, 3, 1]],
    ['one subject', 'subjectId=note-2', [2]],
    ['one type', 'type=note.changed', [6, 5, 4]],
    ['one actor', 'actorId=system&type=note.written', [3, 2, 1]],
    ['nobody', 'actorId=nobody-at-all', []],
    ['a time', 'from=2026-01-05T10:01:00%2B01:00&until=2026-01-05T09:03:00Z', [3, 2]],
  ])('RM3 events of %s are listed newest first, sealed or not', async (_what, query, numbers) => {
    expect(await subjects(query)).toEqual(numbers.map((number) => `note-${number}`));
  });

  test('RM3 pages follow each other without gap or repetition, also while events are sealed', async () => {
    await change(systemContext(peil.services), async (tx) => {
      for (let number = 1; number <= 6; number += 1)
        tx.record(happened(number, { subject: { kind: 'leaf', id: 'leaf' } }));
    });
    const first = (await send('GET /api/audit/events?subjectKind=leaf&limit=1')).body;
    await sealEvents(peil.services);
    const second = (await send(`GET /api/audit/events?subjectKind=leaf&limit=4&cursor=${first.nextCursor}`)).body;
    const third = (await send(`GET /api/audit/events?subjectKind=leaf&limit=4&cursor=${second.nextCursor}`)).body;
    const numbers = [first, second, third].flatMap((page) =>
      page.events.map((event: { details: { number: number } }) => event.details.number),
    );
    expect(numbers).toEqual([6, 5, 4, 3, 2, 1]);
    expect(third.nextCursor).toBeNull();
  });

  test('RM3 one problem shows its own events', async () => {
    const { body } = await send('GET /api/audit/events?problemId=even');
    expect(body.events).toHaveLength(3);
    expect(body.events[0]).toMatchObject({ type: 'note.changed', problemId: 'even', details: { number: 6 } });
  });

  test('RM3 the head says where the chain ends, what waits and what is attested', async () => {
    await sealEvents(peil.services);
    const { body } = await send('GET /api/audit/head');
    expect(body.unsealed).toBe(0);
    expect(body.size).toBeGreaterThanOrEqual(6);
    expect(body.verifierKeys[0]).toMatch(/^peil-audit\//);
  });

  test('RM3 the export is one line for the header and one for each event', async () => {
    await sealEvents(peil.services);
    const answer = await peil.app.inject({ url: '/api/audit/export' });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/jsonl',
      'content-disposition': 'attachment; filename="audit-2026-01-05.jsonl"',
    });
    const [header, ...lines] = answer.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(header).toMatchObject({ format: 'peil.audit', version: 1 });
    // The export itself is an event, sealed by now or not.
    expect(header.size + header.unsealed).toBe(lines.length);
    expect(lines.at(-1)).toMatchObject({ event: { type: 'audit.exported' } });
    const last = lines.find((line) => line.event.subjectId === 'note-6');
    expect(last).toMatchObject({ details: { data: { number: 6 } } });
  });

  test('RM3 details are erased for good, and the list says so', async () => {
    const { body } = await send('GET /api/audit/events?subjectId=note-2');
    const sent = await send('POST /api/audit/erasures', { eventIds: [body.events[0].id], reason: 'asked for' });
    expect(sent).toEqual({ status: 200, body: { erased: 1 }, events: ['audit.details_erased'] });
    const [event] = (await send('GET /api/audit/events?subjectId=note-2')).body.events;
    expect(event).toMatchObject({ details: null, detailsErasedAt: '2026-01-05T09:06:00.000Z' });
  });

  test.each([
    ['GET /api/audit/events?limit=501', 'limit'],
    ['GET /api/audit/events?cursor=x', 'A cursor is the nextCursor'],
    ['GET /api/audit/events?from=yesterday', 'A moment is written as'],
    ['GET /api/audit/events?type=%00', 'NUL character'],
    ['GET /api/audit/events?colour=red', 'colour'],
  ])('RM3 %s is refused with a sentence', async (request, sentence) => {
    const { status, body } = await send(request);
    expect(status).toBe(400);
    expect(body.error.message).toContain(sentence);
  });

  test('RM3 an erasure of what is not there erases nothing', async () => {
    const { status, body } = await send('POST /api/audit/erasures', { eventIds: ['x'], reason: 'r' });
    expect([status, body.error.code]).toEqual([404, 'audit.unknown_events']);
    expect((await send('POST /api/audit/erasures', { eventIds: [], reason: 'r' })).status).toBe(400);
  });
});

describeEachDatabase('the trail and private problems', ({ openPeil }) => {
  test('RM3 an administrator does not read in the trail what is private to others; an export is on record', async () => {
    const team = await inTeamMode({}, openPeil);
    const sme = await team.signIn('Sofie');
    const send = sendingTo(team, (options) => sme.inject(options));
    const open = (await send('POST /api/problems', { title: 'Open' })).body.id;
    const hidden = (await send('POST /api/problems', { title: 'Hidden', isPrivate: true })).body.id;
    const problemsIn = async (query: string) => {
      const { events } = (await team.admin.inject({ url: `/api/audit/events${query}` })).json();
      return new Set(events.map((event: { problemId: string | null }) => event.problemId));
    };
    expect(await problemsIn('')).toEqual(new Set([null, open]));
    expect(await problemsIn(`?problemId=${hidden}`)).toEqual(new Set());
    await team.giveRoles(team.admin, hidden, ['validator']);
    expect(await problemsIn(`?problemId=${hidden}`)).toEqual(new Set([hidden]));
    team.happened();
    expect((await team.admin.inject({ url: '/api/audit/export' })).body).toContain(hidden);
    expect(team.happened()).toEqual(['audit.exported']);
    expect((await sme.inject({ url: '/api/audit/export' })).statusCode).toBe(403);
    expect(team.happened()).toEqual([]);
    await team.close();
  });
});
