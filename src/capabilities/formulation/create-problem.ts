import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { openProblemAccess } from '../identity/index.ts';
import type { Problem } from './problem-contract.ts';
import { showProblem } from './show-problem.ts';
import { formulationDb } from './tables.ts';

/** A title is enough to begin. Who begins it is its expert until somebody else is. */
export async function createProblem(
  ctx: Context,
  { title, isPrivate = false }: { title: string; isPrivate?: boolean },
): Promise<Problem> {
  const problemId = await change(ctx, async (tx) => {
    const id = newId(tx.now);
    await formulationDb(tx.db)
      .insertInto('problem')
      .values({
        id,
        title,
        phase: 'formulation',
        version: 1,
        created_by: ctx.actor.userId,
        created_at: tx.now,
        changed_at: tx.now,
        deleted_at: null,
      })
      .execute();
    tx.record({ type: 'problem.created', subject: { kind: 'problem', id }, problemId: id });
    await openProblemAccess(tx, {
      problemId: id,
      private: isPrivate,
      creatorId: ctx.actor.userId,
      creatorRoles: ['sme'],
    });
    return id;
  });
  return showProblem(ctx.db, problemId);
}
