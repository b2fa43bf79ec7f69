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

/** The browser of the journeys; `PEIL_TEST_CHROMIUM` names another one. */
export function findChromium(): string | undefined {
  const named = process.env['PEIL_TEST_CHROMIUM'];
  if (named) return named;
  return [...onPath(), '/usr/bin'].map((folder) => join(folder, 'chromium')).find(isProgram);
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
