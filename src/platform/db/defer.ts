import type { Compilable, CompiledQuery } from 'kysely';
import type { AnyDb } from './database.ts';

const deferred = new WeakSet<CompiledQuery>();

/**
 * A write of a transaction whose answer nobody needs: on SQLite it travels with the next statement or with the commit,
 * which saves waiting for the thread. Its failure undoes the transaction all the same, and is thrown there.
 * Order is kept. PostgreSQL runs it at once.
 */
export async function defer(db: AnyDb, query: Compilable | CompiledQuery): Promise<void> {
  const compiled = 'compile' in query ? query.compile() : query;
  deferred.add(compiled);
  await db.executeQuery(compiled);
}

export function isDeferred(query: CompiledQuery): boolean {
  return deferred.has(query);
}
