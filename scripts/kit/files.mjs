import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { at } from './root.mjs';

/** Every file in a folder of the project and below it, as paths from the project's root; none when it is not there. */
export function filesUnder(folder) {
  if (!existsSync(at(folder))) return [];
  return readdirSync(at(folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}
