import type { Sha256 } from '../../../platform/blobs/sha256.ts';
import { quietly } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import { removeBlobsJob } from '../../datasets/index.ts';
import { type ArtifactFile, findArtifact } from './find-artifact.ts';
import { findOutsideArtifact } from './outside-folder.ts';
import { ownPlaceOf } from './own-place.ts';

/** As `storeArtifact`. */
const limit_bytes = 1024 ** 4;
const known_ms = 12 * 3_600_000;
const kept_ms = 24 * 3_600_000;
const mostKnown = 1000;

interface Taken {
  sha256: Sha256;
  at: number;
}

/** What was copied before, by the stamp of the file: looking at a page again copies nothing. */
const taken = new WeakMap<Context['events'], Map<string, Taken>>();

/**
 * A file below the address of a place, as a blob that other programs may be given to read. One that clients keep in a folder of their
 * own is copied, through the very file that was looked at: whoever writes there may put a link in its place at any moment. A copy that
 * nobody refers to goes after a day. Throws 404, and 400 where Peil does not read.
 */
export async function takeArtifact(ctx: Context, uri: string, path: string): Promise<ArtifactFile> {
  const own = ownPlaceOf(uri);
  if (own !== null) return findArtifact(ctx, `${own}/${path}`);
  const { stamp, name, size_bytes, read } = await findOutsideArtifact(ctx, uri, path);
  const known = knownOf(ctx);
  const before = known.get(stamp);
  if (before && before.at > ctx.clock.now() - known_ms && (await ctx.blobs.has(before.sha256)))
    return { sha256: before.sha256, size_bytes, name };
  const stored = await ctx.blobs.put(await read(), { limit_bytes });
  const at = ctx.clock.now();
  const payload = { blobs: [stored.sha256] };
  await quietly(ctx, async (db) => {
    await ctx.jobs.enqueue({ db, now: at }, { name: removeBlobsJob.name, payload, runAt: at + kept_ms });
  });
  known.set(stamp, { sha256: stored.sha256, at });
  const [oldest] = known.keys();
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
  return { sha256: stored.sha256, size_bytes: stored.size_bytes, name };
}

function knownOf({ events }: Pick<Context, 'events'>): Map<string, Taken> {
  const known = taken.get(events) ?? new Map<string, Taken>();
  taken.set(events, known);
  return known;
}
