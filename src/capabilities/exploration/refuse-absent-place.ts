import type { Context } from '../../platform/context/context.ts';
import { getDataset, getReadyVersion, getSource, listReadyVersions, listSegmentsOf } from '../datasets/index.ts';
import { explorationErrors } from './errors.ts';
import type { NotePlace } from './note-contract.ts';

const named = 40;

/**
 * Throws 404 for a source or data set that this problem does not have, 422 for a column or segment that the data set has in
 * no version. A value need not occur: the expert may know of one that is still to come.
 */
export async function refuseAbsentPlace(
  ctx: Context,
  { problemId, place }: { problemId: string; place: NotePlace },
): Promise<void> {
  if (place.kind === 'source') {
    await getSource(ctx, { problemId, sourceId: place.sourceId });
    return;
  }
  await getDataset(ctx.db, { problemId, datasetId: place.datasetId });
  const there = new Set<string>();
  const wanted = place.kind === 'segment' ? place.segment : place.column;
  for (const { id: versionId, datasetId } of await listReadyVersions(ctx.db, problemId)) {
    if (datasetId !== place.datasetId) continue;
    const names =
      place.kind === 'segment'
        ? await listSegmentsOf(ctx.db, versionId)
        : (await getReadyVersion(ctx, ctx.db, { problemId, versionId })).columns;
    for (const { name } of names) there.add(name);
    if (there.has(wanted)) return;
  }
  throw explorationErrors.placeNotThere({ place: wanted, there: [...there].slice(0, named) });
}
