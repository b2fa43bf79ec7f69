import { execFileSync } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The programs that suites need and npm does not bring. Each finder says where it is, or nothing when it is not here. */

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (): string[] => (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');

/**
 * The browser of the journeys; `PEIL_TEST_CHROMIUM` names another one. Without windows rather than the one for people: it
 * shows the same pages, and draws no bars and buttons of its own around each, which takes half as long again.
 */
export function findChromium(): string | undefined {
  const named = process.env['PEIL_TEST_CHROMIUM'];
  if (named) return named;
  const folders = [...onPath(), '/usr/bin'];
  const programs = ['chromium-headless-shell', 'chromium'];
  return programs.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

const versionsOfDebian = '/usr/lib/postgresql';

/** The folder with `initdb` and `postgres`, of the newest version that is here; `PEIL_TEST_POSTGRES_BIN` names another. */
export function findPostgresBinaries(): string | undefined {
  const named = process.env['PEIL_TEST_POSTGRES_BIN'];
  if (named) return named;
  const folders = [...debianFolders(), ...onPath()];
  return folders.find((folder) => isProgram(join(folder, 'initdb')) && isProgram(join(folder, 'postgres')));
}

function debianFolders(): string[] {
  try {
    const versions = readdirSync(versionsOfDebian).sort((a, b) => Number(b) - Number(a));
    return versions.map((version) => join(versionsOfDebian, version, 'bin'));
  } catch {
    return [];
  }
}

const pythonsByName = ['python3.12', 'python3.11', 'python3.13', 'python3'];

/** A Python of 3.11 to 3.13 that can make environments; `PEIL_TEST_PYTHON` names another. */
export function findPython(): { path: string; version: string } | undefined {
  const named = process.env['PEIL_TEST_PYTHON'];
  const paths = onPath().flatMap((folder) => pythonsByName.map((name) => join(folder, name)));
  for (const path of named ? [named] : paths.filter(isProgram)) {
    const version = pythonVersion(path);
    if (version && (named || ['3.11', '3.12', '3.13'].includes(version))) return { path, version };
  }
  return undefined;
}

/** Undefined where it does not start, as a name does behind which no version stands, or lacks what environments are made of. */
function pythonVersion(path: string): string | undefined {
  const ask = 'import sys, venv, ensurepip; print("%d.%d" % sys.version_info[:2])';
  try {
    return execFileSync(path, ['-c', ask], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}
