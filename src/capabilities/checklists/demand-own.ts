import type { Context } from '../../platform/context/context.ts';
import { demand } from '../identity/index.ts';
import { answeredWith } from './checklist-contract.ts';
import { checklistDb } from './tables.ts';

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
  if (item) await demand(ctx, answeredWith(item.role), problemId);
}
