import type { Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { toJson } from '../../platform/json.ts';
import type { EntryFacts } from './catalogue-contract.ts';
import { today } from './days.ts';
import { frameworksErrors } from './errors.ts';
import { frameworksDb } from './tables.ts';

/** Nobody has read tomorrow's facts; what comes with Peil has a day of its own. */
export function refuseFuture(ctx: Context, asOf: string | undefined): void {
  const day = today(ctx.clock);
  if (asOf !== undefined && asOf > day) throw frameworksErrors.asOfInFuture({ given: asOf, today: day });
}

interface Given {
  key: string;
  number: number;
  facts: EntryFacts;
  note: string;
}

/** A version of an entry; false where somebody wrote that number a moment ago. */
export async function insertFacts(ctx: Context, tx: Tx, { key, number, facts, note }: Given): Promise<boolean> {
  const taken = await frameworksDb(tx.db)
    .selectFrom('framework_fact')
    .select('number')
    .where('entry_key', '=', key)
    .where('number', '=', number)
    .executeTakeFirst();
  if (taken) return false;
  const { numInsertedOrUpdatedRows } = await frameworksDb(tx.db)
    .insertInto('framework_fact')
    .values({
      entry_key: key,
      number,
      facts: toJson(facts),
      note,
      changed_by: ctx.actor.userId,
      changed_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
