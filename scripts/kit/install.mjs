import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, sep } from 'node:path';
import { at, root } from './root.mjs';
import { say, secondsSince, stop } from './say.mjs';

const stampFile = at('node_modules', '.peil-installed');

/** Brings node_modules to what package-lock.json says; costs a millisecond when it is there already. */
export async function ensureInstalled({ report = say } = {}) {
  const lock = readFileSync(at('package-lock.json'));
  const stamp = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  if (!isInstalledByHand(lock)) await install(report);
  writeFileSync(stampFile, stamp);
}

/** Whether a developer's own `npm install` has brought everything in the lock: then there is no need to start again. */
function isInstalledByHand(lock) {
  const hidden = at('node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const installed = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  const wanted = Object.entries(JSON.parse(lock).packages).filter(([path]) => path !== '');
  return wanted.every(([path, { integrity, optional }]) => {
    const found = installed[path];
    return found ? found.integrity === integrity : optional === true;
  });
}

async function install(report) {
  const start = performance.now();
  report('Installing what Peil needs into node_modules, once ...');
  const { runQuietly } = await import('./run.mjs');
  const args = ['ci', '--no-fund', '--no-audit', '--loglevel=error'];
  const { code, output } = await runQuietly('npm', args, {
    env: installEnvironment(),
    shell: process.platform === 'win32',
  });
  if (code !== 0) {
    stop(
      `${output}\nnpm ci could not install the packages above (exit code ${code}). Mend what npm names and run this again.`,
    );
  }
  await dropNodeThatCannotRun(runQuietly);
  report(`Installed in ${secondsSince(start)}.`);
}

/** npm runs on the machine's own Node: the one in node_modules is about to be replaced. */
function installEnvironment() {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const own = `node_modules${sep}.bin`;
  const path = process.env[key].split(delimiter).filter((folder) => !folder.endsWith(own));
  // The install script of onnxruntime-node fetches GPU builds; the CPU build is in the package itself.
  return { ...process.env, [key]: path.join(delimiter), ONNXRUNTIME_NODE_INSTALL: 'skip' };
}

/** npm's Node is built on glibc: on a system without it (Alpine) it would stand first on the path and never run. */
async function dropNodeThatCannotRun(runQuietly) {
  const node = at('node_modules', '.bin', 'node');
  if (process.platform === 'win32' || !existsSync(node)) return;
  const { code } = await runQuietly(node, ['--version'], { cwd: root });
  if (code !== 0) rmSync(node);
}
