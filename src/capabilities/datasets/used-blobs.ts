import type { Sha256 } from '../../platform/blobs/sha256.ts';
import { quietly } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
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

/** Of these blobs, removes those that no version and no attachment refers to. */
export async function removeUnusedBlobs(
  ctx: Pick<Context, 'database' | 'blobs'>,
  blobs: readonly Sha256[],
): Promise<void> {
  await quietly(ctx, async (db) => {
    await takeBlobTurn(db);
    for (const sha256 of new Set(blobs)) if (!(await isUsed(db, sha256))) await ctx.blobs.remove(sha256);
  });
}

async function isUsed(db: AnyDb, sha256: string): Promise<boolean> {
  const row = await datasetDb(db)
    .selectFrom('dataset_version_blob')
    .select('version_id')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row !== undefined || isAttached(db, sha256);
}
