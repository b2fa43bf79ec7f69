import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import { lookAtPlaces } from './bring-files.ts';
import { connectErrors } from './connect/errors.ts';
import { datasetErrors } from './errors.ts';
import type { Place, PlaceState } from './reading-contract.ts';
import { showVersion } from './reading-queries.ts';
import { hasMark, isSamePlace } from './same-place.ts';
import { datasetDb } from './tables.ts';
import type { Version } from './version-contract.ts';

/** Somebody waits for it. */
const patience_ms = 60_000;

/** Looks whether what a version was fetched from is still the same there, and keeps what was seen. */
export async function checkPlace(
  ctx: Context,
  place: { problemId: string; versionId: string },
): Promise<NonNullable<Version['placeCheck']>> {
  const { sourceId, reading, number } = await showVersion(ctx.db, place);
  const places = reading?.places ?? [];
  if (sourceId === null || places.length === 0) throw datasetErrors.notFetched({ number });
  if (!places.every(hasMark)) throw datasetErrors.noMark();
  const state = await stateOf(ctx, sourceId, places);
  const userId = ctx.actor.userId;
  return change(ctx, async (tx) => {
    const seen = { state, checked_by: userId, checked_at: tx.now };
    await datasetDb(tx.db)
      .insertInto('dataset_version_check')
      .values({ version_id: place.versionId, ...seen })
      .onConflict((conflict) => conflict.column('version_id').doUpdateSet(seen))
      .execute();
    const subject = { kind: 'dataset_version', id: place.versionId };
    tx.record({ type: 'dataset_version.checked', subject, problemId: place.problemId, data: { state } });
    return { state, checkedBy: userId, checkedAt: tx.now };
  });
}

async function stateOf(ctx: Context, sourceId: string, places: readonly Place[]): Promise<PlaceState> {
  try {
    const now = await lookAtPlaces(ctx, sourceId, AbortSignal.timeout(patience_ms));
    const isSame = now.length === places.length && places.every((each, index) => isSamePlace(each, now[index]));
    return isSame ? 'same' : 'changed';
  } catch (error) {
    const gone = [connectErrors.notThere({ where: '', what: '' }), connectErrors.noFiles({ where: '', pattern: '' })];
    if (error instanceof AppError && gone.some(({ code }) => code === error.code)) return 'gone';
    throw error;
  }
}
