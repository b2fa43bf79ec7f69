import type { Sha256 } from '../../platform/blobs/sha256.ts';
import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { toJson } from '../../platform/json.ts';
import type { TableProfile } from '../statistics/contract.ts';
import { askToDescribe } from './ask-to-describe.ts';
import { datasetErrors } from './errors.ts';
import { getStoredImport, type StoredImport } from './import-queries.ts';
import type { StoredReading } from './join-readings.ts';
import { lockPresent } from './lock-row.ts';
import { fingerprintOf, hashManifest } from './manifest.ts';
import type { ReadOptions } from './read-options-contract.ts';
import type { Place } from './reading-contract.ts';
import type { Column } from './shared-contract.ts';
import { datasetDb } from './tables.ts';
import { takeBlobTurn } from './used-blobs.ts';
import type { Manifest } from './version-contract.ts';

interface Kept {
  sha256: Sha256;
  size_bytes: number;
}

/** What an import has read, in the store already. */
export interface Read {
  given: readonly (Kept & { name: string })[];
  parquet: readonly Kept[];
  format: string;
  options: ReadOptions;
  columns: readonly Column[];
  rows: number;
  reading: StoredReading;
  /** of a version whose rows are not kept: nobody can look at them later */
  profile: TableProfile | null;
}

/** Somebody stopped the import, or it had ended already: nothing is to be kept. */
export class NoLongerWanted extends Error {}

/**
 * The end of an import: a version with the next number, or the version that has this content already. Doing it again
 * finds the import ended.
 */
export async function keepVersion(ctx: Context, importId: string, read: Read): Promise<void> {
  await change(ctx, async (tx) => {
    await takeBlobTurn(tx.db);
    const row = await getStoredImport(tx.db, importId);
    if (row.state !== 'running') throw new NoLongerWanted();
    await lockPresent(tx, 'dataset', { problemId: row.problem_id, id: row.dataset_id });
    if (row.keep === 'content') await refuseMissing(ctx, read);
    const options = Object.keys(read.options).length === 0 ? {} : { options: read.options };
    const manifest = hashManifest({
      files: read.given.map(({ name, size_bytes, sha256 }) => ({ path: name, size: size_bytes, sha256 })),
      format: read.format,
      schema: fingerprintOf(read.columns),
      ...options,
      ...(row.keep === 'place' ? { external: externalOf(read) } : {}),
    });
    const same = await findSame(tx, { datasetId: row.dataset_id, sha256: manifest.sha256 });
    const versionId = same?.id ?? (await insertVersion(tx, { row, read, manifest }));
    await datasetDb(tx.db)
      .updateTable('dataset_import')
      .set({
        state: 'done',
        files: toJson(read.given.map(({ name }) => name)),
        version_id: versionId,
        is_same: same ? 1 : 0,
        finished_at: tx.now,
      })
      .where('id', '=', importId)
      .execute();
    if (!same && row.keep === 'content') {
      await askToDescribe(tx, ctx, { problemId: row.problem_id, versionId, actorId: row.begun_by });
    }
    if (same) tellSame(tx, row, versionId);
  });
}

/** The place itself says that it has what a version has already: nothing was fetched. */
export async function endAsSame(ctx: Context, importId: string, versionId: string): Promise<void> {
  await change(ctx, async (tx) => {
    const row = await getStoredImport(tx.db, importId);
    if (row.state !== 'running') throw new NoLongerWanted();
    await lockPresent(tx, 'dataset', { problemId: row.problem_id, id: row.dataset_id });
    await datasetDb(tx.db)
      .updateTable('dataset_import')
      .set({ state: 'done', version_id: versionId, is_same: 1, finished_at: tx.now })
      .where('id', '=', importId)
      .execute();
    tellSame(tx, row, versionId);
  });
}

function tellSame(tx: Tx, { id, problem_id: problemId }: StoredImport, versionId: string): void {
  const subject = { kind: 'dataset_import', id };
  tx.record({ type: 'dataset_import.found_same', subject, problemId, data: { versionId } });
}

/** Where the content of a version is that is not kept here, and by what it is known there; else by its hash. */
function externalOf({ given, reading: { places } }: Read): NonNullable<Manifest['external']> {
  const uris = places.map(({ facts }) => facts['url'] ?? facts['uri'] ?? facts['path'] ?? facts['from'] ?? '');
  const versions = places.map(({ id }, index) => id ?? given[index]?.sha256 ?? '');
  return { kind: kindOf(places), uri: uris.join(' '), version: versions.join(' ') };
}

/** Only what every file of it names for ever can be had again. */
const kindOf = (places: readonly Place[]): 'reference' | 'observed' =>
  places.every(({ kind }) => kind === 'reference') ? 'reference' : 'observed';

/** A blob that was found in the store may have been removed since: the import then begins anew. */
async function refuseMissing({ blobs }: Context, { given, parquet }: Read): Promise<void> {
  for (const { sha256 } of [...given, ...parquet])
    if (!(await blobs.has(sha256))) throw new Error('a blob of this import was removed meanwhile');
}

async function findSame(
  tx: Tx,
  { datasetId, sha256 }: { datasetId: string; sha256: string },
): Promise<{ id: string } | undefined> {
  const same = await datasetDb(tx.db)
    .selectFrom('dataset_version')
    .leftJoin('dataset_version_erasure', 'dataset_version_erasure.version_id', 'dataset_version.id')
    .select(['dataset_version.id', 'dataset_version.number', 'dataset_version_erasure.reason'])
    .where('dataset_version.dataset_id', '=', datasetId)
    .where('dataset_version.sha256', '=', sha256)
    .executeTakeFirst();
  if (same && same.reason !== null) throw datasetErrors.erasedContent({ number: same.number, reason: same.reason });
  return same;
}

interface Made {
  row: StoredImport;
  read: Read;
  manifest: { text: string; sha256: string };
}

async function insertVersion(tx: Tx, { row, read, manifest }: Made): Promise<string> {
  const id = newId(tx.now);
  const { dataset_id, problem_id } = row;
  const { last } = await datasetDb(tx.db)
    .selectFrom('dataset_version')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('dataset_id', '=', dataset_id)
    .executeTakeFirstOrThrow();
  const number = (last ?? 0) + 1;
  await datasetDb(tx.db)
    .insertInto('dataset_version')
    .values({
      id,
      dataset_id,
      problem_id,
      number,
      kind: row.keep === 'content' ? 'content' : kindOf(read.reading.places),
      sha256: manifest.sha256,
      manifest: manifest.text,
      format: read.format,
      schema_fingerprint: fingerprintOf(read.columns),
      columns: toJson(read.columns),
      rows: read.rows,
      size_bytes: read.given.reduce((sum, { size_bytes }) => sum + size_bytes, 0),
      source_id: row.source_id,
      note: row.note,
      imported_by: row.begun_by,
      imported_at: tx.now,
    })
    .execute();
  await datasetDb(tx.db)
    .insertInto('dataset_version_reading')
    .values({ version_id: id, reading: toJson(read.reading) })
    .execute();
  // Of a place nothing but the place is kept.
  for (const part of row.keep === 'content' ? (['given', 'parquet'] as const) : [])
    for (const [position, { sha256, size_bytes }] of read[part].entries())
      await datasetDb(tx.db)
        .insertInto('dataset_version_blob')
        .values({ version_id: id, part, position, sha256, size_bytes })
        .execute();
  tx.record({
    type: 'dataset_version.imported',
    subject: { kind: 'dataset_version', id },
    problemId: problem_id,
    data: { datasetId: dataset_id, number, sha256: manifest.sha256, rows: read.rows, importId: row.id },
  });
  if (read.profile) await keepWholeProfile(tx, { row, versionId: id, profile: read.profile });
  return id;
}

async function keepWholeProfile(
  tx: Tx,
  { row, versionId, profile }: { row: StoredImport; versionId: string; profile: TableProfile },
): Promise<void> {
  await datasetDb(tx.db)
    .insertInto('dataset_profile')
    .values({ version_id: versionId, pass: profile.pass, profile: toJson(profile), made_at: tx.now })
    .execute();
  tx.record({
    type: 'dataset_version.profiled',
    subject: { kind: 'dataset_version', id: versionId },
    problemId: row.problem_id,
    data: { datasetId: row.dataset_id, pass: profile.pass },
  });
}
