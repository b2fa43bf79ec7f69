import { createHash } from 'node:crypto';
import type { AnyDb } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { listNames } from '../identity/index.ts';
import { stakeholderErrors } from './errors.ts';

export interface GivenPerson {
  userId?: string;
  name?: string;
}

export interface StoredPerson {
  userId: string | null;
  name: string | null;
  mark: string | null;
}

/** Whom the caller named, as it is stored. Throws 422 for an id that nobody has. */
export async function namedPerson(db: AnyDb, { userId, name }: GivenPerson): Promise<StoredPerson> {
  if (userId === undefined) return { userId: null, name: name ?? null, mark: markOf(name ?? '') };
  if (!(await listNames(db, [userId])).has(userId)) throw stakeholderErrors.unknownPerson({ userId });
  return { userId, name: null, mark: null };
}

/** Says whether it is still the same name, without saying the name: the salt is kept nowhere. */
function markOf(name: string): string {
  return createHash('sha256').update(`${newId()}\n${name}`).digest('hex').slice(0, 32);
}
