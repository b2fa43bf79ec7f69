import { listArtifacts, ownPlaceOf, trackingErrors } from '../../capabilities/tracking/index.ts';
import type { Context } from '../../platform/context/context.ts';
import { artifactAnswer } from './answers.ts';

/** What stands below the place of a run or a model, with paths from that place on. Throws 400 where it is kept elsewhere. */
export async function listUnder(ctx: Context, uri: string, path: string | null): Promise<object> {
  const own = ownPlace(uri);
  const under = path ? `${path.replace(/\/+$/, '')}/` : '';
  const entries = await listArtifacts(ctx, `${own}/${under}`);
  const files = entries.map((entry) => artifactAnswer({ ...entry, name: `${under}${entry.name}` }));
  return { root_uri: uri, ...(files.length > 0 ? { files } : {}) };
}

/** The place of an artifact here, from where it is said to be. Throws 400 where that is elsewhere. */
export function ownPlace(uri: string): string {
  const own = ownPlaceOf(uri);
  if (own === null) throw trackingErrors.artifactsElsewhere({ uri });
  return own;
}
