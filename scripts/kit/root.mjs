import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder: every script works from here, wherever it was called from. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

export const at = (...parts) => join(root, ...parts);
