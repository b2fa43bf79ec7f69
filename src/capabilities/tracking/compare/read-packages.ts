/**
 * Packages with their versions, of the files in which clients say what they ran with: lists of pip and conda, locks in TOML, and
 * renv.lock. What pins no version has an empty one.
 */
export function readPackages(path: string, text: string): Map<string, string> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === 'renv.lock') return ofRenv(text);
  if (name === 'uv.lock' || name === 'pylock.toml') return ofLock(text);
  return ofList(text);
}

/** `scikit-learn==1.7.2`, `- python=3.12.1`, `python: 3.12.1`; options, links and comments are none. */
function ofList(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of text.split('\n')) {
    const bare = line
      .replace(/\s#.*$/, '')
      .replace(/^\s*-\s+/, '')
      .trim();
    const match = /^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?\s*(?:(?:===?|=|:\s)\s*["']?([\w.!+*-]+)["']?.*)?$/.exec(bare);
    if (match?.[1] !== undefined && !isHeading(bare)) found.set(called(match[1]), match[2] ?? '');
  }
  return found;
}

/** Words of these files that are no package. */
const isHeading = (line: string): boolean =>
  /^(name|channels|prefix|build_dependencies|dependencies|conda-forge|defaults)\b/.test(line);

function ofLock(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of text.split(/^\[\[packages?\]\]$/m).slice(1)) {
    const name = /^name\s*=\s*"([^"]+)"/m.exec(part)?.[1];
    if (name !== undefined) found.set(called(name), /^version\s*=\s*"([^"]+)"/m.exec(part)?.[1] ?? '');
  }
  return found;
}

function ofRenv(text: string): Map<string, string> {
  try {
    const { Packages: all = {} } = JSON.parse(text) as { Packages?: Record<string, { Version?: string }> };
    return new Map(Object.entries(all).map(([name, { Version: version }]) => [name, version ?? '']));
  } catch {
    // Half a file says nothing: it was cut, or is none.
    return new Map();
  }
}

/** Names of packages are told apart regardless of case, dashes and underscores (PEP 503). */
const called = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');
