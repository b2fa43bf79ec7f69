import type { Readable } from 'node:stream';
import type { ByteRange } from '../../../platform/blobs/blob-store.ts';
import { asSha256 } from '../../../platform/blobs/sha256.ts';
import type { Context } from '../../../platform/context/context.ts';
import { readArtifactPath } from '../artifacts/artifact-path.ts';
import { findOutsideArtifact, findOutsideNamed, isReadable } from '../artifacts/outside-folder.ts';
import { ownPlaceOf } from '../artifacts/own-place.ts';
import { withModelFacts } from '../models/model-queries.ts';
import type { Run } from '../run.ts';
import { trackingDb } from '../tables.ts';
import { type KnownRun, tellingFiles } from './six-facts.ts';

export interface TellingFile {
  path: string;
  size_bytes: number;
  read: (range: ByteRange) => Promise<Readable>;
}

/** The run with the models that it made, and those files of both from which facts are read. */
export async function knownRun(
  ctx: Context,
  run: Run,
): Promise<Omit<KnownRun, 'files'> & { files: readonly TellingFile[] }> {
  const ids = run.modelsOut.map(({ modelId }) => modelId);
  const rows =
    ids.length === 0
      ? []
      : await trackingDb(ctx.db)
          .selectFrom('logged_model')
          .selectAll()
          .where('id', 'in', ids)
          .where('deleted_at', 'is', null)
          .execute();
  const models = await withModelFacts(ctx.db, rows);
  const places = [run, ...models].map(({ artifactUri }) => artifactUri);
  const files = [...(await listTellingFiles(ctx, places)), ...(await listTellingOutside(ctx, places))];
  return { ...run, models, files };
}

const ownPlace = /^mlflow-artifacts:\/(\d+\/[\w/-]+)$/;

async function listTellingFiles({ db, blobs }: Context, places: readonly string[]): Promise<TellingFile[]> {
  const roots = places.flatMap((uri) => {
    const own = ownPlace.exec(uri)?.[1];
    return own === undefined ? [] : [readArtifactPath(own).root];
  });
  if (roots.length === 0) return [];
  const files = await trackingDb(db)
    .selectFrom('artifact')
    .select(['path', 'size_bytes', 'sha256'])
    .where('root', 'in', roots)
    .where((is) => is.or(tellingFiles.map((name) => is('path', 'like', `%/${name}`))))
    .orderBy('root')
    .orderBy('path')
    .execute();
  return files.flatMap(({ path, size_bytes, sha256: written }) => {
    const sha256 = asSha256(written);
    // Every artifact of a run stands below the folder `artifacts`, which people do not see.
    return sha256
      ? [{ path: path.replace(/^artifacts\//, ''), size_bytes, read: (range: ByteRange) => blobs.get(sha256, range) }]
      : [];
  });
}

/** What clients keep in the folder that Peil was told, it reads there. */
async function listTellingOutside(ctx: Context, places: readonly string[]): Promise<TellingFile[]> {
  const found: TellingFile[] = [];
  for (const uri of places.filter((place) => isOutside(ctx, place)))
    for (const file of await findOutsideNamed(ctx, uri, tellingFiles)) {
      const read = async (range: ByteRange) => (await findOutsideArtifact(ctx, uri, file.path)).read(range);
      found.push({ ...file, read });
    }
  return found;
}

/** Whether its files are kept in a folder of clients that Peil reads. */
export const isOutside = (ctx: Context, uri: string): boolean => ownPlaceOf(uri) === null && isReadable(ctx, uri);
