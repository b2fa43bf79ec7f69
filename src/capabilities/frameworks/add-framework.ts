import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Entry, EntryFacts } from './catalogue-contract.ts';
import { findEntry, getEntry } from './catalogue-queries.ts';
import { today } from './days.ts';
import { frameworksErrors } from './errors.ts';
import { insertFacts, refuseFuture } from './insert-facts.ts';

interface Given {
  key: string;
  facts: EntryFacts;
  note: string;
}

/** An entry of the organisation's own. */
export async function addFramework(ctx: Context, { key, facts, note }: Given): Promise<Entry> {
  refuseFuture(ctx, facts.asOf);
  await change(ctx, async (tx) => {
    const isThere = (await findEntry(tx.db, key, today(ctx.clock))) !== null;
    if (isThere || !(await insertFacts(ctx, tx, { key, number: 1, facts, note })))
      throw frameworksErrors.keyTaken({ key });
    const subject = { kind: 'framework', id: key };
    tx.record({ type: 'framework.added', subject, problemId: null, data: { name: facts.name, source: facts.source } });
  });
  return getEntry(ctx.db, key, today(ctx.clock));
}
