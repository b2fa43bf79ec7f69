import type { Context } from '../../platform/context/context.ts';
import { getModelPlace, getRunPlace } from '../tracking/index.ts';
import { registryErrors } from './errors.ts';
import { getModelVersion, getVersionByAlias } from './registry-queries.ts';

export interface GivenSource {
  source: string;
  runId: string | null;
  loggedModelId: string | null;
}

export interface KnownSource {
  /** where the files are */
  storageUri: string;
  /** where a version that this one is copied from took them */
  filesFrom?: string | null;
  runId: string | null;
  loggedModelId: string | null;
  /** of the run or the model that it comes from */
  problemId: string | null;
}

/** What stands for the content of a prompt, which is in its tags. */
export const promptSource = 'dummy-source';

/**
 * Where a version comes from. What lies here must be of the run or the model that is named with it, so that nobody reads
 * another's files by registering them; a path of this machine is nobody's. Throws `registry.bad_source`.
 */
export async function resolveSource(ctx: Context, given: GivenSource): Promise<KnownSource> {
  const { source } = given;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(source)?.[1]?.toLowerCase();
  if (leadsUpwards(source)) throw registryErrors.badSource({ source });
  if (scheme === 'models') return ofModel(ctx, given);
  if (scheme === 'runs') return ofRun(ctx, given);
  if (scheme === 'mlflow-artifacts') return within(ctx, given);
  if (scheme === undefined || scheme === 'file' || scheme.length === 1) throw registryErrors.badSource({ source });
  const { problemId } = await placeOf(ctx, given);
  return { storageUri: source, runId: given.runId, loggedModelId: given.loggedModelId, problemId };
}

function leadsUpwards(source: string): boolean {
  let seen = source;
  for (let next = ''; next !== seen;) {
    next = seen;
    try {
      seen = decodeURIComponent(next);
    } catch {
      break;
    }
  }
  return seen.split(/[\\/]/).includes('..') || /\p{Cc}/u.test(seen);
}

/** `models:/m-...`, or a version that is here already. */
async function ofModel(ctx: Context, given: GivenSource): Promise<KnownSource> {
  const { source, runId, loggedModelId } = given;
  const [name = '', version] = source.replace(/^models:\//i, '').split('/');
  if (/^m-[0-9a-f]{32}$/.test(name)) {
    if (loggedModelId !== null && loggedModelId !== name) throw registryErrors.badSource({ source });
    const { artifactUri, problemId, sourceRunId } = await getModelPlace(ctx, name);
    return { storageUri: artifactUri, runId: runId ?? sourceRunId, loggedModelId: name, problemId };
  }
  const [named = '', alias] = name.split('@');
  const copied = alias
    ? await getVersionByAlias(ctx, { name: named, alias })
    : await getModelVersion(ctx, { name: named, version: version ?? '' });
  const known = { runId: runId ?? copied.runId, loggedModelId: loggedModelId ?? copied.loggedModelId };
  const { problemId } = await placeOf(ctx, { source, ...known });
  return { storageUri: copied.storageUri, filesFrom: copied.filesFrom, ...known, problemId };
}

async function ofRun(ctx: Context, { source, runId, loggedModelId }: GivenSource): Promise<KnownSource> {
  const [, id = '', path = ''] = /^runs:\/([^/]+)\/(.+)$/i.exec(source) ?? [];
  if (id === '' || (runId !== null && runId !== id)) throw registryErrors.badSource({ source });
  const { artifactUri, problemId } = await getRunPlace(ctx, id);
  return { storageUri: `${artifactUri}/${path}`, runId: id, loggedModelId, problemId };
}

async function within(ctx: Context, given: GivenSource): Promise<KnownSource> {
  const { source, runId, loggedModelId } = given;
  const { artifactUri, problemId } = await placeOf(ctx, given);
  const isWithin = artifactUri !== null && (source === artifactUri || source.startsWith(`${artifactUri}/`));
  if (!isWithin) throw registryErrors.badSource({ source });
  return { storageUri: source, runId, loggedModelId, problemId };
}

async function placeOf(
  ctx: Context,
  { runId, loggedModelId }: GivenSource,
): Promise<{ artifactUri: string | null; problemId: string | null }> {
  if (loggedModelId !== null) return getModelPlace(ctx, loggedModelId);
  return runId === null ? { artifactUri: null, problemId: null } : getRunPlace(ctx, runId);
}
