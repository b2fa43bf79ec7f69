import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { toJson } from '../../platform/json.ts';
import { refuseUnknownProblem } from '../identity/index.ts';
import { findByName, insertDataset } from './create-dataset.ts';
import { datasetErrors } from './errors.ts';
import type { Import, Keeping } from './import-contract.ts';
import { getImport } from './import-queries.ts';
import { importJobName } from './import-job-name.ts';
import { lockPresent } from './lock-row.ts';
import type { FileFormat, ReadOptions } from './read-options-contract.ts';
import { getSource } from './source-queries.ts';
import { datasetDb } from './tables.ts';
import type { StoredUpload } from './upload-queries.ts';

interface Asked {
  problemId: string;
  datasetId?: string;
  name?: string;
  sourceId?: string;
  format?: FileFormat;
  options?: ReadOptions;
  note: string;
  /** content, unless told */
  keep?: Keeping;
}

/** Of files that were uploaded. */
export function importUploads(ctx: Context, given: Asked & { uploadIds: readonly string[] }): Promise<Import> {
  const prepare = async (tx: Tx, importId: string) => {
    const files = await takeUploads(tx, { ...given, importId });
    await datasetDb(tx.db)
      .updateTable('dataset_import')
      .set({ files: toJson(files) })
      .where('id', '=', importId)
      .execute();
  };
  return begin(ctx, given, { origin: 'upload', prepare });
}

/** Of what the source has, as far as Peil can reach it. */
export async function fetchSource(ctx: Context, given: Asked & { sourceId: string }): Promise<Import> {
  const { hasConnection } = await getSource(ctx, given);
  if (!hasConnection) throw datasetErrors.notConnected();
  return begin(ctx, given, { origin: 'connection' });
}

type Origin = 'upload' | 'connection';

/** The import and its job exist together, or neither does. */
async function begin(
  ctx: Context,
  given: Asked,
  { origin, prepare }: { origin: Origin; prepare?: (tx: Tx, importId: string) => Promise<void> },
): Promise<Import> {
  const { problemId } = given;
  await refuseUnknownProblem(ctx, problemId);
  const importId = await change(ctx, async (tx) => {
    if (given.sourceId !== undefined) await lockPresent(tx, 'data_source', { problemId, id: given.sourceId });
    const datasetId = await datasetFor(tx, ctx, given);
    const id = newId(tx.now);
    const job = { name: importJobName, payload: { importId: id }, actorId: ctx.actor.userId, group: { key: 'import' } };
    const { id: jobId } = await ctx.jobs.enqueue(tx, job);
    await insertImport(tx, { ...given, id, datasetId, jobId, origin, userId: ctx.actor.userId });
    await prepare?.(tx, id);
    const data = { datasetId, origin };
    tx.record({ type: 'dataset_import.begun', subject: { kind: 'dataset_import', id }, problemId, data });
    return id;
  });
  return getImport(ctx.db, { problemId, importId, locale: ctx.locale });
}

/** One by id, one of this name, or a new one. */
async function datasetFor(tx: Tx, ctx: Context, { problemId, datasetId, name = '' }: Asked): Promise<string> {
  if (datasetId !== undefined) return (await lockPresent(tx, 'dataset', { problemId, id: datasetId })).id;
  const known = await findByName(tx, { problemId, name });
  return known?.id ?? insertDataset(tx, ctx, { problemId, name, description: '' });
}

interface NewImport extends Asked {
  id: string;
  datasetId: string;
  jobId: string;
  origin: Origin;
  userId: string;
}

async function insertImport(tx: Tx, given: NewImport): Promise<void> {
  await datasetDb(tx.db)
    .insertInto('dataset_import')
    .values({
      id: given.id,
      problem_id: given.problemId,
      dataset_id: given.datasetId,
      source_id: given.sourceId ?? null,
      origin: given.origin,
      files: '[]',
      format: given.format ?? null,
      keep: given.keep ?? 'content',
      options: toJson(given.options ?? {}),
      note: given.note,
      job_id: given.jobId,
      state: 'waiting',
      version_id: null,
      is_same: 0,
      failure: null,
      begun_by: given.userId,
      begun_at: tx.now,
      finished_at: null,
    })
    .execute();
}

/** Their names, in the order of the manifest. An upload is of one import only. */
async function takeUploads(
  tx: Tx,
  { problemId, importId, uploadIds }: { problemId: string; importId: string; uploadIds: readonly string[] },
): Promise<string[]> {
  const taken: StoredUpload[] = [];
  for (const id of new Set(uploadIds)) {
    const upload = await datasetDb(tx.db)
      .updateTable('dataset_upload')
      .set({ last_at: tx.now })
      .where('problem_id', '=', problemId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst();
    if (!upload) throw datasetErrors.uploadNotFound({ id });
    refuseUnfit(upload);
    if (taken.some(({ name }) => name === upload.name)) throw datasetErrors.sameFileName({ name: upload.name });
    taken.push(upload);
  }
  taken.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const [position, { id }] of taken.entries())
    await datasetDb(tx.db)
      .updateTable('dataset_upload')
      .set({ import_id: importId, position })
      .where('id', '=', id)
      .execute();
  return taken.map(({ name }) => name);
}

function refuseUnfit({ name, import_id, received_bytes, size_bytes }: StoredUpload): void {
  if (import_id !== null) throw datasetErrors.uploadUsed({ name });
  if (received_bytes !== size_bytes) throw datasetErrors.uploadIncomplete({ name, received_bytes, size_bytes });
}
