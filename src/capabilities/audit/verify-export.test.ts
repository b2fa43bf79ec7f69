import { appendFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { systemContext, writeNotes } from '../../../test/kit/audited.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { openCheckpointKey } from './checkpoint-key.ts';
import { eraseDetails, exportAudit, verifyDatabase, verifyExport } from './index.ts';
import { sealEvents } from './seal-events.ts';
import { auditDb } from './tables.ts';
import { writeCheckpoint } from './write-checkpoint.ts';

const guards = ['insert', 'update', 'delete'].flatMap((operation) =>
  ['audit_event', 'audit_detail', 'audit_head'].map((table) => ({ table, trigger: `${table}_${operation}` })),
);

describeEachDatabase('verification of a database', ({ openPeil, kind }) => {
  let peil: TestPeil;
  let writer: AnyDb;
  beforeEach(async () => {
    peil = await openPeil();
    writer = peil.services.database.writer;
    await writeNotes(peil.services, 9);
    await sealEvents(peil.services);
    await writeCheckpoint(peil.services, await openCheckpointKey(peil.services.config.dataFolder));
  });
  afterEach(() => peil.close());

  /** What nobody but the owner of the database can do: prevention is not proof. */
  const tamper = async (statement: string) => {
    for (const { table, trigger } of guards) {
      const on = kind === 'postgres' ? sql` on ${sql.ref(table)}` : sql``;
      await sql`drop trigger if exists ${sql.ref(trigger)}${on}`.execute(writer);
    }
    await sql.raw(statement).execute(writer);
  };
  const sizeOf = async () => (await verifyDatabase(peil.services)).size;

  test('RM3 an untouched database is attested as a whole', async () => {
    const size = await sizeOf();
    expect(await verifyDatabase(peil.services)).toMatchObject({ intact: true, attested: size, checkpoints: 1 });
  });

  test.each([
    ['an altered event', "update audit_event set actor_id = 'another' where sequence = 5", 'altered', 5],
    [
      'altered details',
      'update audit_detail set data = \'{"number":99}\' where event_id = (select id from audit_event where sequence = 5)',
      'details_altered',
      5,
    ],
    [
      'deleted details',
      'delete from audit_detail where event_id = (select id from audit_event where sequence = 5)',
      'details_missing',
      5,
    ],
    ['a deleted event', 'delete from audit_event where sequence = 5', 'deleted', 5],
    ['a deleted beginning', 'delete from audit_event where sequence < 4', 'deleted', 1],
    ['a cut tail', 'delete from audit_event where sequence > 6', 'tail_cut', 7],
  ])('RM3 %s is found in the database', async (_what, statement, ...[code, sequence]) => {
    await tamper(statement);
    const verdict = await verifyDatabase(peil.services);
    expect(verdict).toMatchObject({ intact: false, findings: [{ code, sequence }] });
  });

  test('RM3 events that changed places are found in the database', async () => {
    await tamper('update audit_event set sequence = -sequence where sequence in (5, 6)');
    await sql`update audit_event set sequence = 11 + sequence where sequence < 0`.execute(writer);
    expect(await verifyDatabase(peil.services)).toMatchObject({ findings: [{ code: 'altered', sequence: 5 }] });
  });

  test('RM3 a tail cut with the head turned back shows against the checkpoint alone', async () => {
    const { hash } = await auditDb(writer)
      .selectFrom('audit_event')
      .select('hash')
      .where('sequence', '=', 6)
      .executeTakeFirstOrThrow();
    await tamper('delete from audit_event where sequence > 6');
    await sql`update audit_head set sequence = 6, hash = ${hash}`.execute(writer);
    expect(await verifyDatabase(peil.services, { checkpointFolder: null })).toMatchObject({ intact: true });
    const [finding] = (await verifyDatabase(peil.services)).findings;
    expect(finding).toMatchObject({ code: 'tail_cut', sequence: 7, by: 'checkpoint' });
  });

  test('RM3 erasure leaves the chain whole, the details gone and an event of its own', async () => {
    const before = await sizeOf();
    const { id } = await auditDb(writer)
      .selectFrom('audit_event')
      .select('id')
      .where('sequence', '=', 5)
      .executeTakeFirstOrThrow();
    const ctx = systemContext(peil.services);
    const erasure = { eventIds: [id, id], reason: 'asked for' };
    expect(await eraseDetails(ctx, erasure)).toEqual({ erased: 1 });
    expect(await eraseDetails(ctx, erasure)).toEqual({ erased: 0 });
    await expect(eraseDetails(ctx, { eventIds: ['nothing'], reason: 'asked for' })).rejects.toThrow(
      'Nothing was erased',
    );
    await sealEvents(peil.services);
    expect(await verifyDatabase(peil.services)).toMatchObject({ intact: true, erased: 1, size: before + 2 });
    const details = await auditDb(writer).selectFrom('audit_detail').selectAll().where('event_id', '=', id).execute();
    expect(details).toEqual([{ event_id: id, salt: null, data: null, erased_at: '2026-01-05T09:00:00.000Z' }]);
  });

  test('RM3 an export is verified without the database, and a line changed in it is found', async () => {
    const { checkpointFolder, dataFolder } = peil.services.config;
    const file = new PassThrough();
    const [exported] = await Promise.all([text(file), exportAudit(peil.services, file)]);
    const verdict = await verifyExport(PassThrough.from([exported]), { checkpointFolder });
    expect(verdict).toMatchObject({ intact: true, checkpoints: 1, unsealed: 0 });
    const changed = exported.replace('note-5', 'note-6');
    const found = await verifyExport(PassThrough.from([changed]), { checkpointFolder });
    expect(found.findings).toMatchObject([{ code: 'altered', sequence: verdict.size - 4 }]);
    const strange = join(dataFolder, 'strange');
    await mkdir(strange);
    await writeFile(
      join(strange, 'checkpoints-2026-01.txt'),
      await readFile(join(checkpointFolder, 'checkpoints-2026-01.txt')),
    );
    await expect(verifyExport(PassThrough.from([exported]), { checkpointFolder: strange })).rejects.toThrow('no key');
    const verifierKeys = (await readFile(join(checkpointFolder, 'verifier-keys.txt'), 'utf8')).trim().split('\n');
    const withKey = await verifyExport(PassThrough.from([exported]), { checkpointFolder: strange, verifierKeys });
    expect(withKey).toMatchObject({ intact: true, checkpoints: 1 });
  });

  test('RM3 a checkpoint cut off by a power failure is passed over and said', async () => {
    const { checkpointFolder, dataFolder } = peil.services.config;
    const file = join(checkpointFolder, 'checkpoints-2026-01.txt');
    const note = await readFile(file, 'utf8');
    await appendFile(file, note.slice(0, note.length - 30));
    await writeNotes(peil.services, 1);
    await sealEvents(peil.services);
    const key = await openCheckpointKey(dataFolder);
    expect(await writeCheckpoint(peil.services, key)).toMatchObject({ size: await sizeOf() });
    expect(await writeCheckpoint(peil.services, key)).toBeNull();
    const verdict = await verifyDatabase(peil.services);
    expect(verdict).toMatchObject({ intact: true, checkpoints: 2, tornFiles: ['checkpoints-2026-01.txt'] });
  });

  test('RM3 the key is for the owner alone, and stays', async () => {
    const { dataFolder } = peil.services.config;
    const { mode } = await stat(join(dataFolder, 'audit-checkpoint.key'));
    expect(mode & 0o777).toBe(0o600);
    const [first, second] = [await openCheckpointKey(dataFolder), await openCheckpointKey(dataFolder)];
    expect(first.id).toBe(second.id);
    await writeFile(join(dataFolder, 'audit-checkpoint.key'), 'nonsense');
    await expect(openCheckpointKey(dataFolder)).rejects.toThrow('holds no Ed25519 signer key');
  });
});
