import { trackingErrors } from '../errors.ts';

/** A place among the artifacts: whose it is, and where below that. */
export interface ArtifactPlace {
  experimentId: string;
  /** `<experiment>/<run>`, `<experiment>/models/<model>` or `<experiment>/versions/<kept>`, as far as the path goes */
  root: string;
  /** below the root, empty for the root itself */
  path: string;
}

const longest = 4096;

/**
 * Reads `3/<run>/artifacts/model/MLmodel`. A path is refused that is absolute, leads upwards in any encoding, or holds what no
 * file name does: artifacts are taken out again into folders of other machines. Throws `tracking.bad_path`.
 */
export function readArtifactPath(given: string): ArtifactPlace {
  const path = given.replace(/\/+$/, '');
  if (path === '' || path.length > longest || !isPlain(path)) throw trackingErrors.badPath({ path: given });
  const segments = path.split('/');
  const inRoot = partsOfRoot(segments);
  return {
    experimentId: segments[0] ?? '',
    root: segments.slice(0, inRoot).join('/'),
    path: segments.slice(inRoot).join('/'),
  };
}

/** Whether a file may stand there. */
export const isArtifactPath = (path: string): boolean => path.length <= longest && isPlain(path);

const versions = 'versions';

/** How many parts the root of this path has, once it is whole. */
export const partsOfRoot = ([, first = '']: readonly string[]): number =>
  ['models', versions].includes(first) ? 3 : 2;

export interface PlaceOwner {
  kind: 'run' | 'logged_model' | 'version';
  id: string;
}

/** Whose files stand below a whole root. */
export function ownerOfRoot(root: string): PlaceOwner {
  const [, first = '', second = ''] = root.split('/');
  if (first === 'models') return { kind: 'logged_model', id: second };
  return first === versions ? { kind: 'version', id: second } : { kind: 'run', id: first };
}

/** The root of files that a registered version keeps. */
export const keptRoot = (experimentId: string, id: string): string => `${experimentId}/${versions}/${id}`;

/** As `readArtifactPath`; throws 409 for what a registered version keeps, which nobody changes. */
export function readWritablePath(given: string): ArtifactPlace {
  const place = readArtifactPath(given);
  if (place.root.split('/')[1] === versions) throw trackingErrors.keptForGood({ path: given });
  return place;
}

function isPlain(path: string): boolean {
  // What is still encoded is looked at as whoever decodes it again would see it.
  for (let seen = path, next = decoded(path); ; seen = next, next = decoded(next)) {
    if (/[#\\]/.test(seen) || /^[A-Za-z]:/.test(seen) || hasControls(seen)) return false;
    if (seen.split('/').some((segment) => segment === '' || segment === '.' || segment === '..')) return false;
    if (next === seen) return path.isWellFormed();
  }
}

const hasControls = (text: string): boolean => /\p{Cc}/u.test(text);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
