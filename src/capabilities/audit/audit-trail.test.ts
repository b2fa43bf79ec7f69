import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { happened, openAudited, systemContext, writeNotes } from '../../../test/kit/audited.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { schemaSteps } from '../../migrations/index.ts';
import { change } from '../../platform/context/change.ts';
import type { Services } from '../../platform/context/context.ts';
import { migrate } from '../../platform/db/migrate.ts';
import { EventBus } from '../../platform/events/event-bus.ts';
import type { Log } from '../../platform/log/log.ts';
import { openAuditTrail } from './audit-trail.ts';
import { findLastCheckpoint } from './checkpoint-folder.ts';
import { countUnsealed, getHead } from './queries.ts';
import { recordEvents } from './record-events.ts';
import { verifyDatabase } from './verify-export.ts';

const never = 3_600_000;
const awake = { sealAfterMs: 5, lookEveryMs: never, checkpointAfterEvents: 1_000 };

function listeningLog(): { log: Log; lines: object[] } {
  const lines: object[] = [];
  return { log: pino({ level: 'warn' }, { write: (line) => void lines.push(JSON.parse(line) as object) }), lines };
}

describeEachDatabase('the audit trail at work', ({ openEmpty }) => {
  let services: Services;
  let remove: () => Promise<void>;
  beforeEach(async () => {
    ({ services, remove } = await openAudited(openEmpty));
  });
  afterEach(() => remove());

  const unsealed = () => countUnsealed(services.database.reader);
  const lastSize = async () => (await findLastCheckpoint(services.config.checkpointFolder))?.checkpoint.size;

  test('RM3 a commit wakes the sealer', async () => {
    const trail = await openAuditTrail(services, awake);
    await writeNotes(services, 20);
    await vi.waitFor(async () => expect(await unsealed()).toBe(0), 5_000);
    expect(await lastSize()).toBeUndefined();
    await trail.close();
    expect(await lastSize()).toBe(20);
  });

  test('RM3 what an earlier process left is sealed at the start', async () => {
    await writeNotes(services, 3);
    expect(await unsealed()).toBe(3);
    const trail = await openAuditTrail(services, awake);
    expect(await lastSize()).toBe(3);
    await trail.close();
    expect(await verifyDatabase(services)).toMatchObject({ intact: true, size: 3, attested: 3 });
  });

  test('RM3 many sealed events do not wait for the next look to be attested', async () => {
    const trail = await openAuditTrail(services, { ...awake, checkpointAfterEvents: 10 });
    await writeNotes(services, 10);
    await vi.waitFor(async () => expect(await lastSize()).toBeGreaterThanOrEqual(10), 5_000);
    await trail.close();
  });

  test('RM3 a look finds what no commit of this process announced', async () => {
    const trail = await openAuditTrail(services, { ...awake, lookEveryMs: 20 });
    const elsewhere = new EventBus();
    elsewhere.inTransaction(recordEvents);
    const ctx = { ...systemContext(services), events: elsewhere };
    await change(ctx, async (tx) => tx.record(happened(1)));
    await vi.waitFor(async () => expect(await lastSize()).toBe(1), 5_000);
    await trail.close();
  });

  test('RM3 a chain that is shorter than its checkpoint is reported at the start', async () => {
    const first = await openAuditTrail(services, awake);
    await writeNotes(services, 2);
    await first.close();
    const empty = await openEmpty();
    await migrate(empty.database, schemaSteps);
    const { log, lines } = listeningLog();
    const second = await openAuditTrail({ ...services, database: empty.database, log }, awake);
    expect(lines).toMatchObject([{ attested: 2, present: 0, msg: expect.stringContaining('shorter than its last') }]);
    await second.close();
    expect((await getHead(empty.database.reader)).sequence).toBe(0);
    await empty.remove();
  });

  test('RM3 where the data folder was thrown away and its checkpoints were not, it is said what to do', async () => {
    const first = await openAuditTrail(services, awake);
    await writeNotes(services, 2);
    await first.close();
    const empty = await openEmpty();
    await migrate(empty.database, schemaSteps);
    await rm(join(services.config.dataFolder, 'audit-checkpoint.key'));
    const { log, lines } = listeningLog();
    const anew = { ...services, database: empty.database, log };
    const second = await openAuditTrail(anew, awake);
    expect(lines).toMatchObject([{ attested: 2, folder: services.config.checkpointFolder }]);
    expect(lines[0]).toMatchObject({ level: 40, msg: expect.stringContaining('move them away and keep them') });
    // As soon as that is done, the new trail is attested.
    await rm(services.config.checkpointFolder, { recursive: true });
    await writeNotes(anew, 1);
    await second.close();
    expect(await lastSize()).toBe(1);
    await empty.remove();
  });

  test('RM3 a sealer that fails says so, and goes on with the next commit', async () => {
    const { log, lines } = listeningLog();
    const database = { ...services.database, reader: services.database.reader };
    const trail = await openAuditTrail({ ...services, log, database }, awake);
    const { reader } = database;
    // A reader that is gone stands for a database that does not answer.
    database.reader = undefined as never;
    await writeNotes(services, 1);
    await vi.waitFor(() => expect(lines.length).toBeGreaterThan(0), 5_000);
    expect(lines[0]).toMatchObject({ msg: expect.stringContaining('sealing the audit trail failed') });
    database.reader = reader;
    await writeNotes(services, 1);
    await vi.waitFor(async () => expect(await unsealed()).toBe(0), 5_000);
    await trail.close();
  });

  test('RM3 checkpoints go on where somebody removed their folder', async () => {
    const trail = await openAuditTrail(services, awake);
    await writeNotes(services, 1);
    await rm(services.config.checkpointFolder, { recursive: true });
    await trail.close();
    expect(await lastSize()).toBe(1);
  });
});
