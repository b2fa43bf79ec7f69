import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { happened, systemContext } from '../../../test/kit/audited.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { change } from '../../platform/context/change.ts';
import { auditDb } from './tables.ts';

describeEachDatabase('events of a change', ({ openPeil }) => {
  let peil: TestPeil;
  beforeEach(async () => {
    peil = await openPeil();
    await sql`create table note (id text primary key)`.execute(peil.services.database.writer);
  });
  afterEach(() => peil.close());

  const countNotes = async () => {
    const { rows } = await sql<{ id: string }>`select id from note`.execute(peil.services.database.reader);
    return rows.length;
  };
  const listNoteEvents = () =>
    auditDb(peil.services.database.reader)
      .selectFrom('audit_event')
      .leftJoin('audit_detail', 'event_id', 'id')
      .select(['at', 'type', 'actor_id', 'request_id', 'subject_id', 'problem_id', 'data_hash', 'salt', 'data'])
      .where('subject_kind', '=', 'note')
      .orderBy('position')
      .execute();
  const writeNote = (count: number) =>
    change(systemContext(peil.services), async (tx) => {
      await sql`insert into note (id) values (${'note'})`.execute(tx.db);
      for (let number = 1; number <= count; number += 1) tx.record(happened(number, { problemId: 'problem-1' }));
    });

  test('RM3 a change and its event are there together', async () => {
    await writeNote(1);
    expect(await countNotes()).toBe(1);
    const [event, ...others] = await listNoteEvents();
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      at: '2026-01-05T09:00:00.000Z',
      type: 'note.written',
      actor_id: 'system',
      request_id: 'test-request',
      subject_id: 'note-1',
      problem_id: 'problem-1',
      data: '{"number":1}',
    });
    expect(event?.data_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(event?.salt).toMatch(/^[0-9a-f]{32}$/);
  });

  test('RM3 a projection that fails leaves neither change nor event', async () => {
    peil.services.events.inTransaction(async () => {
      throw new Error('the projection fails');
    });
    await expect(writeNote(1)).rejects.toThrow('the projection fails');
    expect(await countNotes()).toBe(0);
    expect(await listNoteEvents()).toEqual([]);
  });

  test('RM3 a change that cannot be audited does not happen', async () => {
    const unhashable = change(systemContext(peil.services), async (tx) => {
      await sql`insert into note (id) values (${'note'})`.execute(tx.db);
      tx.record(happened(1, { data: { loss_eur: Number.NaN } }));
    });
    await expect(unhashable).rejects.toThrow('NaN');
    expect(await countNotes()).toBe(0);
  });

  test('RM3 a change of 3,500 events keeps all of them, in their order', async () => {
    await writeNote(3_500);
    const events = await listNoteEvents();
    expect(events.map((event) => event.subject_id)).toEqual(
      Array.from({ length: 3_500 }, (_, index) => `note-${index + 1}`),
    );
  });

  test('RM3 equal details have different hashes, so that none can be guessed from another', async () => {
    await change(systemContext(peil.services), async (tx) => {
      tx.record(happened(1));
      tx.record(happened(1));
    });
    const hashes = (await listNoteEvents()).map((event) => event.data_hash);
    expect(new Set(hashes).size).toBe(2);
  });

  test('RM3 an event without details has no hash of them', async () => {
    await change(systemContext(peil.services), async (tx) => tx.record(happened(1, { data: {} })));
    expect(await listNoteEvents()).toMatchObject([{ data_hash: null, data: null }]);
  });
});
