import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Selectable } from 'kysely';
import { quietly } from '../../../platform/context/change.ts';
import type { Context, Services } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/ids.ts';
import { defineJob } from '../../../platform/jobs/job-handler.ts';
import { trackingErrors } from '../errors.ts';
import { demandTracking } from '../standing.ts';
import { trackingDb, type TrackingTables } from '../tables.ts';
import { readArtifactPath, readWritablePath } from './artifact-path.ts';
import { getExperimentOfPlace } from './experiment-of-place.ts';
import { listForgottenUploads, listParts, makePartsFolder, readParts, removeParts, writePart } from './part-files.ts';
import { storeArtifact } from './store-artifact.ts';

const mostParts = 10_000;
const openAtOnce = 200;
const uploadLife_ms = 24 * 3_600_000;

type Row = Selectable<TrackingTables['artifact_upload']>;

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * A file that will come in parts. The token is what its parts are sent with, instead of who sends them: clients send those to the
 * address that they are given as they would to any store. Not audited: what only arrives is nothing yet.
 */
export async function beginUpload(
  ctx: Context,
  { place, parts }: { place: string; parts: number },
): Promise<{ id: string; token: string }> {
  const { path, ...whose } = readWritablePath(place);
  if (path === '') throw trackingErrors.badPath({ path: place });
  const experiment = await getExperimentOfPlace(ctx.db, whose);
  await demandTracking(ctx, 'write', experiment.problem_id);
  if (experiment.deleted_at !== null) throw trackingErrors.experimentDeleted({ id: String(experiment.id) });
  if (parts < 1 || parts > mostParts)
    throw trackingErrors.tooManyAtOnce({ what: 'parts', given: parts, limit: mostParts });
  const [id, token] = [newId(), randomBytes(32).toString('base64url')];
  await makePartsFolder(ctx, id);
  await quietly(ctx, async (db) => {
    const on = trackingDb(db);
    const { open } = await on
      .selectFrom('artifact_upload')
      .select((is) => is.fn.countAll<number>().as('open'))
      .where('begun_by', '=', ctx.actor.userId)
      .executeTakeFirstOrThrow();
    if (open >= openAtOnce) throw trackingErrors.tooManyAtOnce({ what: 'uploads', given: open + 1, limit: openAtOnce });
    const by = { begun_by: ctx.actor.userId, last_at: ctx.clock.now() };
    await on
      .insertInto('artifact_upload')
      .values({ id, place, parts, token_sha256: sha256Of(token), ...by })
      .execute();
  });
  return { id, token };
}

type Receiving = Pick<Services, 'config' | 'clock' | 'database'>;

/** Answers the tag of the part, which its sender repeats when all are there. Throws 404 also for a wrong token. */
export async function receivePart(
  services: Receiving,
  { id, number, token }: { id: string; number: number; token: string },
  content: Readable,
): Promise<string> {
  const row = await getUpload(services.database.reader, id);
  const isRight = timingSafeEqual(Buffer.from(sha256Of(token)), Buffer.from(row.token_sha256));
  if (!isRight || !(number >= 1 && number <= row.parts)) throw trackingErrors.uploadNotFound({ id });
  await quietly(services, (db) => {
    const last_at = services.clock.now();
    return trackingDb(db).updateTable('artifact_upload').set({ last_at }).where('id', '=', id).execute();
  });
  return writePart(services, { id, number }, content);
}

interface Ending {
  id: string;
  place: string;
}

/** Puts the parts together: the file is kept as if it had come in one. Throws 409 where a part is missing or another one. */
export async function completeUpload(
  ctx: Context,
  { id, place, parts: said }: Ending & { parts: readonly { number: number; tag: string }[] },
): Promise<void> {
  const row = await ofPlace(ctx, { id, place });
  const there = await listParts(ctx, id);
  const tagOf = new Map(said.map(({ number, tag }) => [number, tag]));
  const parts: { number: number; sha256: string }[] = [];
  for (let number = 1; number <= row.parts; number++) {
    const sha256 = there.get(number);
    if (sha256 === undefined || tagOf.get(number) !== sha256) throw trackingErrors.partMissing({ number });
    parts.push({ number, sha256 });
  }
  await storeArtifact(ctx, place, Readable.from(readParts(ctx, { id, parts }), { objectMode: false }));
  await forget(ctx, id);
}

export async function abortUpload(ctx: Context, ending: Ending): Promise<void> {
  await ofPlace(ctx, ending);
  await forget(ctx, ending.id);
}

async function ofPlace(ctx: Context, { id, place }: Ending): Promise<Row> {
  const { problem_id } = await getExperimentOfPlace(ctx.db, readArtifactPath(place));
  await demandTracking(ctx, 'write', problem_id);
  const row = await getUpload(ctx.db, id);
  if (row.place !== place) throw trackingErrors.uploadNotFound({ id });
  return row;
}

async function getUpload(db: AnyDb, id: string): Promise<Row> {
  const row = await trackingDb(db).selectFrom('artifact_upload').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw trackingErrors.uploadNotFound({ id });
  return row;
}

async function forget(ctx: Receiving, id: string): Promise<void> {
  await quietly(ctx, (db) => trackingDb(db).deleteFrom('artifact_upload').where('id', '=', id).execute());
  await removeParts(ctx, id);
}

/** Removes what was sent of files that nobody went on with, and what a killed process left. */
export const sweepArtifactUploadsJob = defineJob<null>({
  name: 'tracking.sweep-uploads',
  run: async (ctx) => {
    const rows = await trackingDb(ctx.db).selectFrom('artifact_upload').select(['id', 'last_at']).execute();
    const before = ctx.clock.now() - uploadLife_ms;
    for (const { id, last_at } of rows) if (last_at <= before) await forget(ctx, id);
    const known = new Set(rows.map(({ id }) => id));
    for (const id of await listForgottenUploads(ctx, { known, olderThan_ms: uploadLife_ms }))
      await removeParts(ctx, id);
  },
});
