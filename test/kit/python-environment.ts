import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findPython } from './programs.ts';

/** A Python of one's own, with exactly the packages that a list of pins names. */
export interface PythonEnvironment {
  /** Starts a program in it, unbuffered. Nothing of this machine's Python, and no proxy, reaches it. */
  start: (args: readonly string[], options?: PythonOptions) => ChildProcess;
}

export interface PythonOptions {
  variables?: Readonly<Record<string, string>>;
  /** so that it can be ended together with what it starts */
  ownGroup?: boolean;
}

export const pythonMissing =
  'Python 3.11, 3.12 or 3.13 with venv and pip is not on this machine: install it (on Debian and Ubuntu: apt-get install python3 python3-venv), or name one in PEIL_TEST_PYTHON.';

/**
 * The environment of a file of pins (`name==version` on each line). It is made once a machine, in the cache folder of the user or
 * in PEIL_TEST_PYTHON_CACHE, and found again by what the file holds. Throws what is missing, in a sentence.
 */
export async function pythonEnvironment(pinsFile: string): Promise<PythonEnvironment> {
  const python = findPython();
  if (!python) throw new Error(pythonMissing);
  const pins = readFileSync(pinsFile, 'utf8');
  const key = createHash('sha256').update(`${python.version}\n${pins}`).digest('hex').slice(0, 16);
  const folder = join(cacheFolder(), key);
  if (!existsSync(folder)) await makeOnce({ folder, python: python.path, pinsFile });
  return { start: (args, options = {}) => startIn(folder, args, options) };
}

function cacheFolder(): string {
  const named = process.env['PEIL_TEST_PYTHON_CACHE'];
  if (named) return named;
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'peil-test-python');
}

const inFolder = (folder: string, name: string) =>
  process.platform === 'win32' ? join(folder, 'Scripts', `${name}.exe`) : join(folder, 'bin', name);

interface Making {
  folder: string;
  python: string;
  pinsFile: string;
}

/** Suites that run at once need the same: the first makes it, and the others wait for as long as that process is there. */
async function makeOnce(wanted: Making): Promise<void> {
  const lock = `${wanted.folder}.making`;
  mkdirSync(dirname(lock), { recursive: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
  } catch {
    while (!existsSync(wanted.folder) && isMadeBy(lock)) await sleep(500);
    if (existsSync(wanted.folder)) return;
  }
  try {
    await make(wanted);
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Whether who wrote the lock still runs. */
function isMadeBy(lock: string): boolean {
  try {
    return process.kill(Number(readFileSync(lock, 'utf8')), 0);
  } catch {
    return false;
  }
}

/** Made beside its place and moved there whole: one that was broken off is never found. */
async function make({ folder, python, pinsFile }: Making): Promise<void> {
  const start = performance.now();
  const making = `${folder}-${process.pid}`;
  mkdirSync(making, { recursive: true });
  try {
    await promisify(execFile)(python, ['-m', 'venv', making]);
    await install(inFolder(making, 'python'), pinsFile);
    renameSync(making, folder);
  } catch (cause) {
    rmSync(making, { recursive: true, force: true });
    // Another run may have made it meanwhile.
    if (!existsSync(folder)) throw cause;
  }
  tell(`... ready in ${Math.round((performance.now() - start) / 1000)} s, kept in ${folder}`);
}

/** Without dependencies: the file names all of them. Wheels only: nothing is built, or run, while installing. */
function install(python: string, pinsFile: string): Promise<void> {
  const args = ['-m', 'pip', 'install', '--no-deps', '--only-binary', ':all:', '--disable-pip-version-check'];
  const child = spawn(python, [...args, '--progress-bar', 'off', '-r', pinsFile]);
  const said: string[] = [];
  const all = readFileSync(pinsFile, 'utf8').match(/^[\w-]+==/gm)?.length ?? 0;
  tell(`Installing ${all} packages of Python for the tests, once a machine (${pinsFile}) ...`);
  let found = 0;
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      said.push(line);
      if (!line.startsWith('Collecting ')) return;
      found += 1;
      if (found % 20 === 0) tell(`... ${found} of ${all}`);
    });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve();
      reject(new Error(`pip could not install what ${pinsFile} names:\n${said.slice(-15).join('\n')}`));
    });
  });
}

const tell = (line: string) => void process.stderr.write(`${line}\n`);

function startIn(
  folder: string,
  args: readonly string[],
  { variables = {}, ownGroup = false }: PythonOptions,
): ChildProcess {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  const env = {
    PATH: `${join(folder, process.platform === 'win32' ? 'Scripts' : 'bin')}${delimiter}${PATH}`,
    HOME,
    ...(TMPDIR ? { TMPDIR } : {}),
    LC_ALL: 'C.UTF-8',
    PYTHONUNBUFFERED: '1',
    PYTHONDONTWRITEBYTECODE: '1',
    // One thread each: the tests share the machine with the servers they ask.
    OMP_NUM_THREADS: '1',
    MLFLOW_DISABLE_TELEMETRY: 'true',
    ...variables,
  };
  return spawn(inFolder(folder, 'python'), args, { env, detached: ownGroup, stdio: ['ignore', 'pipe', 'pipe'] });
}
