import { constants, createReadStream } from 'node:fs';
import { lstat, open, opendir, readdir, realpath } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { ByteRange } from '../../../platform/blobs/blob-store.ts';
import type { Context } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/app-error.ts';
import { trackingErrors } from '../errors.ts';
import { demandTracking } from '../standing.ts';
import { isArtifactPath, readArtifactPath } from './artifact-path.ts';
import { getExperimentOfPlace } from './experiment-of-place.ts';
import { type ArtifactEntry, listArtifacts } from './find-artifact.ts';
import { ownPlaceOf } from './own-place.ts';

/** A file of the folder that clients write artifacts to by themselves (`--artifact-root`). Peil only reads there. */
interface OutsideFile {
  size_bytes: number;
  name: string;
  /** another one as soon as it may have other content */
  stamp: string;
  read: (range?: ByteRange) => Promise<Readable>;
}

/** Throws 404 where there is no such file, and 400 where the artifacts are in no folder that Peil may read. */
export async function findOutsideArtifact(ctx: Context, uri: string, path: string): Promise<OutsideFile> {
  const place = await realPlace(ctx, uri, path);
  const stat = place === null ? null : await lstat(place, { bigint: true });
  if (place === null || !stat?.isFile()) throw trackingErrors.artifactNotFound({ path });
  return {
    size_bytes: Number(stat.size),
    name: basename(place),
    stamp: [place, stat.dev, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(' '),
    read: async (range) => {
      // What was looked at is what is opened: a link that took its place meanwhile is not followed.
      const file = await open(place, constants.O_RDONLY | constants.O_NOFOLLOW);
      return createReadStream('', { fd: file, ...range });
    },
  };
}

/** As `listArtifacts`, by the address of the place, which may be a folder that clients write to by themselves. Throws 400 for another. */
export async function listArtifactsAt(ctx: Context, uri: string, path: string): Promise<ArtifactEntry[]> {
  const own = ownPlaceOf(uri);
  return own === null ? listOutsideArtifacts(ctx, uri, path) : listArtifacts(ctx, path === '' ? own : `${own}/${path}`);
}

/** Whether Peil reads there: in a place of its own, or in the folder that it was told. */
export function isReadable({ config }: Context, uri: string): boolean {
  return ownPlaceOf(uri) !== null || outsidePlace(config, uri) !== null;
}

/** What stands in a folder there, by name; links are passed over. Of a file, and of nothing, nothing. */
async function listOutsideArtifacts(ctx: Context, uri: string, path: string): Promise<ArtifactEntry[]> {
  const place = await realPlace(ctx, uri, path);
  if (place === null || !(await lstat(place)).isDirectory()) return [];
  const entries: ArtifactEntry[] = [];
  for (const entry of await readdir(place, { withFileTypes: true })) {
    if (entry.isDirectory()) entries.push({ name: entry.name, size_bytes: null });
    if (entry.isFile()) entries.push({ name: entry.name, size_bytes: (await lstat(join(place, entry.name))).size });
  }
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Of a place outside so many folders deep, and in each so many entries, are looked at for what is called so. */
const deepest = 3;
const mostLooked = 1000;

type NamedFile = { path: string; size_bytes: number };

/** Files that are called so in a folder that clients write to by themselves, by path; of what Peil may not read there, nothing. */
export async function findOutsideNamed(ctx: Context, uri: string, names: readonly string[]): Promise<NamedFile[]> {
  const found: NamedFile[] = [];
  let folders = [''];
  try {
    for (let depth = 0; depth < deepest && folders.length > 0; depth++) {
      const below: string[] = [];
      for (const folder of folders.slice(0, mostLooked)) {
        const { files, within } = await lookInto(await realPlace(ctx, uri, folder), names);
        const under = folder === '' ? '' : `${folder}/`;
        found.push(...files.map((file) => ({ ...file, path: `${under}${file.path}` })));
        below.push(...within.map((name) => `${under}${name}`).filter(isArtifactPath));
      }
      folders = below;
    }
  } catch (error) {
    // An address may name the folder of an experiment that whoever asks may not see.
    if (!(error instanceof AppError)) throw error;
  }
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Of one folder the files that are called so, and the folders in it. */
async function lookInto(
  place: string | null,
  names: readonly string[],
): Promise<{ files: NamedFile[]; within: string[] }> {
  const [files, within]: [NamedFile[], string[]] = [[], []];
  if (place === null || !(await lstat(place)).isDirectory()) return { files, within };
  let looked = 0;
  for await (const entry of await opendir(place)) {
    if (looked++ === mostLooked) break;
    if (entry.isDirectory()) within.push(entry.name);
    if (entry.isFile() && names.includes(entry.name))
      files.push({ path: entry.name, size_bytes: (await lstat(join(place, entry.name))).size });
  }
  return { files, within };
}

/**
 * The place on this machine, with every link followed, if it is there: below the root and below the folder of an experiment that the
 * actor may see. An experiment may name any address as its place, so the address alone opens nothing.
 */
async function realPlace(ctx: Context, uri: string, path: string): Promise<string | null> {
  const { root, below, experimentId } = readOutside(ctx, uri);
  const { root: whose } = readArtifactPath(path === '' ? below : `${below}/${path}`);
  const { problem_id } = await getExperimentOfPlace(ctx.db, { experimentId, root: whose });
  await demandTracking(ctx, 'read', problem_id);
  try {
    const own = join(await realpath(root), experimentId);
    const place = await realpath(join(root, below, path));
    return place === own || place.startsWith(`${own}${sep}`) ? place : null;
  } catch (error) {
    if (isNotThere(error)) return null;
    throw error;
  }
}

function readOutside({ config }: Context, uri: string): OutsidePlace {
  const place = outsidePlace(config, uri);
  if (place === null) throw trackingErrors.artifactsElsewhere({ uri });
  return place;
}

interface OutsidePlace {
  root: string;
  below: string;
  experimentId: string;
}

function outsidePlace({ artifactRoot }: Context['config'], uri: string): OutsidePlace | null {
  if (!artifactRoot?.startsWith('file:') || !uri.startsWith(`${artifactRoot}/`)) return null;
  const below = uri.slice(artifactRoot.length + 1);
  const [experimentId = ''] = below.split('/');
  return /^\d{1,9}$/.test(experimentId) ? { root: fileURLToPath(artifactRoot), below, experimentId } : null;
}

function isNotThere(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '');
}
