import { asSha256, type Sha256 } from '../../../platform/blobs/sha256.ts';
import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { trackingErrors } from '../errors.ts';
import { demandTracking } from '../standing.ts';
import { trackingDb } from '../tables.ts';
import { partsOfRoot, readArtifactPath } from './artifact-path.ts';
import { getExperimentOfPlace } from './experiment-of-place.ts';

export interface ArtifactFile {
  sha256: Sha256;
  size_bytes: number;
  /** the last part of its path */
  name: string;
}

/** Throws 404. */
export async function findArtifact(ctx: Context, given: string): Promise<ArtifactFile> {
  const { root, path, ...place } = readArtifactPath(given);
  const { problem_id } = await getExperimentOfPlace(ctx.db, { root, ...place });
  await demandTracking(ctx, 'read', problem_id);
  const row = await trackingDb(ctx.db)
    .selectFrom('artifact')
    .select(['sha256', 'size_bytes'])
    .where('root', '=', root)
    .where('path', '=', path)
    .executeTakeFirst();
  const sha256 = row && asSha256(row.sha256);
  if (!sha256) throw trackingErrors.artifactNotFound({ path: given });
  return { sha256, size_bytes: row.size_bytes, name: path.split('/').at(-1) ?? '' };
}

export interface ArtifactEntry {
  /** the last part of its path */
  name: string;
  /** null: a folder */
  size_bytes: number | null;
}

/** What stands in a folder, by name. A folder is there as far as something is in it; of a file nothing. */
export async function listArtifacts(ctx: Context, given: string): Promise<ArtifactEntry[]> {
  const { root, path, ...place } = readArtifactPath(given);
  const { id, problem_id } = await getExperimentOfPlace(ctx.db, { root, ...place });
  await demandTracking(ctx, 'read', problem_id);
  const rows = await trackingDb(ctx.db)
    .selectFrom('artifact')
    .select(['root', 'path', 'size_bytes'])
    .where('experiment_id', '=', id)
    .where((is) => (isWholeRoot(root) ? is('root', '=', root) : is.and([])))
    .execute();
  const folder = path === '' ? `${root}/` : `${root}/${path}/`;
  const entries = new Map<string, ArtifactEntry>();
  for (const row of rows) {
    const whole = `${row.root}/${row.path}`;
    if (!whole.startsWith(folder)) continue;
    const [name = '', ...below] = whole.slice(folder.length).split('/');
    entries.set(name, { name, size_bytes: below.length > 0 ? null : row.size_bytes });
  }
  return [...entries.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function isWholeRoot(root: string): boolean {
  const segments = root.split('/');
  return segments.length === partsOfRoot(segments);
}

/** For whoever removes blobs. */
export async function isArtifact(db: AnyDb, sha256: string): Promise<boolean> {
  const row = await trackingDb(db)
    .selectFrom('artifact')
    .select('root')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether this very file still stands there. */
export async function isArtifactAt(
  db: AnyDb,
  { path: given, sha256 }: { path: string; sha256: Sha256 },
): Promise<boolean> {
  const { root, path } = readArtifactPath(given);
  const row = await trackingDb(db)
    .selectFrom('artifact')
    .select('root')
    .where('root', '=', root)
    .where('path', '=', path)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row !== undefined;
}
