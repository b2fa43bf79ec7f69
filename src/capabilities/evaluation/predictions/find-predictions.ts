import type { Sha256 } from '../../../platform/blobs/sha256.ts';
import type { Tx } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import {
  getRun,
  getRunPlace,
  isArtifactAt,
  listArtifactsAt,
  ownPlaceOf,
  type Run,
  takeArtifact,
  trackingErrors,
} from '../../tracking/index.ts';
import { evaluationErrors } from '../errors.ts';
import { formatOf, type PredictionFile } from './prediction-file.ts';

/** The run, if it belongs to this problem. One in the inbox is measured and priced for nobody. Throws 404. */
export async function getRunOfProblem(
  ctx: Context,
  { problemId, runId }: { problemId: string; runId: string },
): Promise<Run> {
  const place = await getRunPlace(ctx, runId);
  const run = await getRun(ctx, runId);
  if (place.problemId !== problemId || run.isDeleted) throw evaluationErrors.runElsewhere({ id: runId });
  return run;
}

export interface FoundPredictions {
  file: PredictionFile;
  sha256: Sha256;
}

/** Throws 404 for a place where nothing is, 422 for a file that is no table. */
export async function findPredictions(ctx: Context, run: Run, artifact: string): Promise<FoundPredictions> {
  const format = formatOf(artifact);
  if (!format) throw evaluationErrors.badFormat({ artifact });
  const { sha256 } = await takeArtifact(ctx, run.artifactUri, artifact);
  const path = await ctx.blobs.localPath(sha256);
  return { file: { artifact, path, format }, sha256 };
}

/** Throws 404 where they were removed, or gave way to another file. */
export async function demandPredictions(
  { db }: Tx,
  { blobs }: Pick<Context, 'blobs'>,
  { run, artifact, sha256 }: { run: Run; artifact: string; sha256: Sha256 },
): Promise<void> {
  const own = ownPlaceOf(run.artifactUri);
  // Of a file in a folder of the clients it is our copy that is stood on.
  const isThere =
    own === null ? await blobs.has(sha256) : await isArtifactAt(db, { path: `${own}/${artifact}`, sha256 });
  if (!isThere) throw trackingErrors.artifactNotFound({ path: artifact });
}

const mostTables = 50;
const mostFolders = 100;

/** Every file of a run that may be a table, by its place; not those that stand in a model. */
export async function listTables(ctx: Context, run: Run): Promise<string[]> {
  const tables: string[] = [];
  const folders = [''];
  for (let looked = 0; folders.length > 0 && looked < mostFolders && tables.length < mostTables; looked += 1) {
    const folder = folders.shift() ?? '';
    const entries = await listArtifactsAt(ctx, run.artifactUri, folder);
    if (entries.some(({ name }) => name === 'MLmodel')) continue;
    for (const { name, size_bytes } of entries) {
      const place = folder === '' ? name : `${folder}/${name}`;
      if (size_bytes === null) folders.push(place);
      else if (formatOf(name)) tables.push(place);
    }
  }
  return tables.toSorted().slice(0, mostTables);
}
