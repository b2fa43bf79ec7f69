import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { demand } from '../identity/index.ts';
import { answeringOf } from './answering.ts';
import type { StoredItem } from './checklist-queries.ts';
import { checklistErrors } from './errors.ts';
import { checklistDb } from './tables.ts';

/** The item is theirs: they have its role, were given it by who has, or nobody here has that role yet. Throws 403. */
export async function refuseOthers(ctx: Context, db: AnyDb, row: StoredItem): Promise<void> {
  const { mayAnswer } = await answeringOf(ctx, db, row.problem_id);
  if (!mayAnswer({ role: row.role, ownerId: row.owner_id })) throw checklistErrors.notYours({ role: row.role });
}

/**
 * Who builds it does not judge its risks: the items of the risk manager are answered, removed and brought back by the risk
 * manager alone, and those of who builds by who builds. An item that is not there is told of by whoever looks for it next.
 */
export async function demandOwn(
  ctx: Context,
  { problemId, itemId }: { problemId: string; itemId: string },
): Promise<void> {
  const item = await checklistDb(ctx.db)
    .selectFrom('checklist_item')
    .select('role')
    .where('problem_id', '=', problemId)
    .where('id', '=', itemId)
    .executeTakeFirst();
  if (item) await demand(ctx, item.role === 'risk_manager' ? 'problem.assess' : 'problem.write', problemId);
}
