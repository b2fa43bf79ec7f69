import { type Context } from '../../platform/context/context.ts';
import { quietly, type Tx } from '../../platform/context/change.ts';
import { findSnapshot } from './queries.ts';
import { hashSnapshot } from './snapshot-hash.ts';
import { clearOldSnapshots, insertSnapshot } from './store.ts';

/**
 * Keeps the evidence that a gate is about to show, so that a later decision on it can be told what has changed since.
 * @returns its hash, which the caller of the decision sends back.
 */
export async function showSnapshot(
  ctx: Context,
  { problemId, snapshot }: { problemId: string; snapshot: Readonly<Record<string, unknown>> },
): Promise<string> {
  const hashed = hashSnapshot(snapshot);
  const known = await findSnapshot(ctx.db, { problemId, hash: hashed.hash });
  if (known) return hashed.hash;
  await quietly(ctx, async (db) => {
    await insertSnapshot(db, { problemId, hashed, now: ctx.clock.now() });
    await clearOldSnapshots(db, problemId);
  });
  return hashed.hash;
}

/** The same within a change: for a sign-off, which stands on the evidence that it was given on. */
export async function keepSnapshot(
  tx: Tx,
  { problemId, snapshot }: { problemId: string; snapshot: Readonly<Record<string, unknown>> },
): Promise<string> {
  const hashed = hashSnapshot(snapshot);
  await insertSnapshot(tx.db, { problemId, hashed, now: tx.now });
  return hashed.hash;
}
