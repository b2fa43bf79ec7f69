import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { happened, systemContext, writeNotes } from '../../../test/kit/audited.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { change } from '../../platform/context/change.ts';
import { sealEvents } from './seal-events.ts';
import { auditDb } from './tables.ts';
import { verifyDatabase } from './verify-export.ts';

describeEachDatabase('the sealer', ({ openPeil, kind }) => {
  let peil: TestPeil;
  beforeEach(async () => {
    peil = await openPeil();
  });
  afterEach(() => peil.close());

  const listChain = () =>
    auditDb(peil.services.database.reader)
      .selectFrom('audit_event')
      .select(['sequence', 'subject_id', 'type'])
      .orderBy('sequence')
      .execute();
  const expectWholeChain = async (size: number) => {
    const chain = await listChain();
    expect(chain.map((event) => event.sequence)).toEqual(Array.from({ length: size }, (_, index) => index + 1));
    expect(await verifyDatabase(peil.services)).toMatchObject({ intact: true, size, unsealed: 0, findings: [] });
  };

  test('RM3 concurrent writers and two sealers give one chain without gaps', async () => {
    const before = (await listChain()).length;
    const ctx = systemContext(peil.services);
    const write = async (writer: number) => {
      for (let number = 0; number < 25; number += 1)
        await change(ctx, async (tx) => tx.record(happened(writer * 100 + number)));
    };
    const sealer = async () => {
      for (let round = 0; round < 25; round += 1) await sealEvents(peil.services);
    };
    await Promise.all([...Array.from({ length: 8 }, (_, writer) => write(writer)), sealer(), sealer()]);
    await sealEvents(peil.services);
    await expectWholeChain(before + 200);
  });

  test('RM3 the events of one change follow each other as they were recorded', async () => {
    await change(systemContext(peil.services), async (tx) => {
      for (let number = 1; number <= 50; number += 1) tx.record(happened(number));
    });
    await sealEvents(peil.services);
    const notes = (await listChain()).filter((event) => event.type === 'note.written');
    expect(notes.map((event) => event.subject_id)).toEqual(
      Array.from({ length: 50 }, (_, index) => `note-${index + 1}`),
    );
  });

  test('RM3 nothing to seal is a matter of reading', async () => {
    await writeNotes(peil.services, 3);
    await sealEvents(peil.services);
    expect(await sealEvents(peil.services)).toBe(0);
  });

  test('RM3 10,000 events are sealed, and the chain holds', async () => {
    const before = (await listChain()).length;
    const ctx = systemContext(peil.services);
    for (let batch = 0; batch < 10; batch += 1)
      await change(ctx, async (tx) => {
        for (let number = 0; number < 1_000; number += 1) tx.record(happened(batch * 1_000 + number));
      });
    await sealEvents(peil.services);
    await expectWholeChain(before + 10_000);
  });

  test.skipIf(kind === 'sqlite')('RM3 a change that began earlier and commits later is sealed later', async () => {
    await sealEvents(peil.services);
    const before = (await listChain()).length;
    const ctx = systemContext(peil.services);
    const { promise: mayCommit, resolve: commit } = Promise.withResolvers<void>();
    const { promise: hasWritten, resolve: written } = Promise.withResolvers<void>();
    // Handlers run in the order in which they were joined: the events are written, the commit still waits.
    peil.services.events.inTransaction(async (_db, events) => {
      if (!events.some((event) => event.subject.id === 'note-1')) return;
      written();
      await mayCommit;
    });
    const late = change(ctx, async (tx) => tx.record(happened(1)));
    await hasWritten;
    await change(ctx, async (tx) => tx.record(happened(2)));
    await sealEvents(peil.services);
    commit();
    await late;
    await sealEvents(peil.services);
    const notes = (await listChain()).filter((event) => event.type === 'note.written');
    expect(notes.map((event) => event.subject_id)).toEqual(['note-2', 'note-1']);
    await expectWholeChain(before + 2);
  });
});
