import type { Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { signingRolesOf } from '../identity/index.ts';
import { explorationErrors } from './errors.ts';

/**
 * Throws 403 unless the actor is an expert of this problem, or may sign for one: then it answers for whom. A delegate of
 * another role comes past the permission of the address, so it is looked at here, as it stands in this transaction.
 */
export async function asExpert(
  ctx: Context,
  { db, now }: Tx,
  problemId: string,
): Promise<{ onBehalfOf: string | null }> {
  const today = new Date(now).toISOString().slice(0, 10);
  const roles = await signingRolesOf(ctx, db, { problemId, userId: ctx.actor.userId, today });
  const expert = roles.find(({ role }) => role === 'sme');
  if (!expert) throw explorationErrors.expertsOnly();
  return { onBehalfOf: expert.onBehalfOf };
}
