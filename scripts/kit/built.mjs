import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from './files.mjs';
import { node24 } from './node24.mjs';
import { at, root } from './root.mjs';
import { say, secondsSince } from './say.mjs';

const stampFile = at('dist', '.stamp');

const isTest = (file) => /\.test\.tsx?$/.test(file);

/** A fingerprint of everything the build reads, by path, size and time of change: reading it all would take too long. */
export function sourceStamp() {
  const sources = filesUnder('src').filter((file) => !isTest(file));
  const hash = createHash('sha256');
  for (const file of [...sources, 'package-lock.json', 'vite.config.ts', join('scripts', 'build.mjs')]) {
    const { size, mtimeMs } = statSync(at(file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

const isBuilt = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourceStamp();

/**
 * Builds dist/ when the sources changed since it was built. The build is a process of its own, so that its memory is
 * not the server's. Resolves to what the build printed when it failed, to nothing when dist/ is fresh.
 */
export async function ensureBuilt({ report = say } = {}) {
  if (isBuilt()) return undefined;
  const start = performance.now();
  report('Building the server and the web page ...');
  const { runQuietly } = await import('./run.mjs');
  const { code, output } = await runQuietly(node24(), [at('scripts', 'build.mjs')], { cwd: root });
  if (code !== 0) return output;
  report(`Built in ${secondsSince(start)}.`);
  return undefined;
}
