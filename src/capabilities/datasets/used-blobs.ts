import type { Sha256 } from '../../platform/blobs/sha256.ts';
import { quietly } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import type { EventBus } from '../../platform/events/event-bus.ts';
import { isAttached } from '../formulation/index.ts';
import { datasetDb } from './tables.ts';

/**
 * Waits for whoever keeps or removes blobs of versions at this moment, and makes the next one wait: so that no blob is
 * removed between being found in the store and being referred to.
 */
export async function takeBlobTurn(db: AnyDb): Promise<void> {
  await datasetDb(db)
    .updateTable('dataset_blob_turn')
    .set((eb) => ({ turn: eb('turn', '+', 1) }))
    .where('id', '=', 1)
    .execute();
}

type BlobUser = (db: AnyDb, sha256: string) => Promise<boolean>;
const users = new WeakMap<EventBus, readonly BlobUser[]>();

/** Who else refers to blobs, of those that stand on data sets: called once, by the composition root. */
export function installBlobUsers({ events }: Pick<Context, 'events'>, others: readonly BlobUser[]): void {
  users.set(events, others);
}

/** Of these blobs, removes those that nobody refers to. */
export async function removeUnusedBlobs(
  ctx: Pick<Context, 'database' | 'blobs' | 'events'>,
  blobs: readonly Sha256[],
): Promise<void> {
  await quietly(ctx, async (db) => {
    await takeBlobTurn(db);
    for (const sha256 of new Set(blobs)) if (!(await isUsed(ctx, db, sha256))) await ctx.blobs.remove(sha256);
  });
}

async function isUsed({ events }: Pick<Context, 'events'>, db: AnyDb, sha256: string): Promise<boolean> {
  const row = await datasetDb(db)
    .selectFrom('dataset_version_blob')
    .select('version_id')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  if (row !== undefined || (await isAttached(db, sha256))) return true;
  for (const isUsedBy of users.get(events) ?? []) if (await isUsedBy(db, sha256)) return true;
  return false;
}
