import { readFileSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { writeWhole } from '../whole-file.ts';
import { dataFolderErrors } from './errors.ts';

/**
 * An exclusive transaction on an empty SQLite file, never ended: the operating system's own lock, which goes with the
 * process however that ends. A file with a process id alone cannot tell a dead process from a living one of the same id.
 *
 * Nothing else in this process may open this file, not even to copy it: on POSIX systems closing any handle of a file
 * gives up every lock that the process holds on it.
 */
export const lockFile = 'peil.lock';
/** who holds it, for the sentence to others; tells nothing of whether it is held */
const holderFile = 'peil.lock-holder.json';

export interface FolderLock {
  release(): void;
}

const sqliteBusy = 5;

export async function lockFolder(folder: string): Promise<FolderLock> {
  const database = takeLock(folder);
  const holder = join(folder, holderFile);
  const release = () => {
    rmSync(holder, { force: true });
    database.close();
  };
  try {
    await writeWhole(holder, `${JSON.stringify({ pid: process.pid, host: hostname() })}\n`);
    return { release };
  } catch (error) {
    release();
    throw error;
  }
}

function takeLock(folder: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(join(folder, lockFile), { timeout: 0 });
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database?.close();
    const { errcode = 0, message } = error as Error & { errcode?: number };
    if ((errcode & 0xff) === sqliteBusy) throw dataFolderErrors.inUse({ path: folder, ...readHolder(folder) });
    throw dataFolderErrors.cannotLock({ path: folder, reason: message });
  }
}

/** Its holder may have begun this very moment, and not have said so yet. */
function readHolder(folder: string): { pid: number | null; host: string | null } {
  try {
    const { pid, host } = JSON.parse(readFileSync(join(folder, holderFile), 'utf8')) as { pid: number; host: string };
    return { pid, host };
  } catch {
    return { pid: null, host: null };
  }
}
