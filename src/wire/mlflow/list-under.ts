import { listArtifactsAt } from '../../capabilities/tracking/index.ts';
import type { Context } from '../../platform/context/context.ts';
import { artifactAnswer } from './answers.ts';

/** What stands below the place of a run or a model, with paths from that place on. Throws 400 where it is kept elsewhere. */
export async function listUnder(ctx: Context, uri: string, path: string | null): Promise<object> {
  const folder = path ? path.replace(/\/+$/, '') : '';
  const under = folder === '' ? '' : `${folder}/`;
  const entries = await listArtifactsAt(ctx, uri, folder);
  const files = entries.map((entry) => artifactAnswer({ ...entry, name: `${under}${entry.name}` }));
  return { root_uri: uri, ...(files.length > 0 ? { files } : {}) };
}
