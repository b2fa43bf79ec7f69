import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { platformErrors } from '../../platform/errors/platform-errors.ts';
import { type Entry, type EntryFacts, entryFactsSchema } from './catalogue-contract.ts';
import { getEntry } from './catalogue-queries.ts';
import { today } from './days.ts';
import { insertFacts, refuseFuture } from './insert-facts.ts';
import { watchChosenJob } from './watch-chosen.ts';

interface Given {
  key: string;
  facts: { [Fact in keyof EntryFacts]?: EntryFacts[Fact] | undefined };
  note: string;
  version: number;
}

/** New facts of an entry as its next version; who chose it is told at once where that is an alarm. */
export async function correctFramework(ctx: Context, { key, facts, note, version }: Given): Promise<Entry> {
  refuseFuture(ctx, facts.asOf);
  await change(ctx, async (tx) => {
    const theirs = await getEntry(tx.db, key, today(ctx.clock));
    const corrected = entryFactsSchema.parse({ ...factsOf(theirs), ...facts });
    const isNext = version === theirs.version;
    if (!isNext || !(await insertFacts(ctx, tx, { key, number: version + 1, facts: corrected, note })))
      throw platformErrors.changedMeanwhile({ yours: facts, theirs, given: version, current: theirs.version });
    const subject = { kind: 'framework', id: key };
    const data = { version: version + 1, fields: Object.keys(facts), source: corrected.source };
    tx.record({ type: 'framework.corrected', subject, problemId: null, data });
    await ctx.jobs.enqueue(tx, { name: watchChosenJob.name, payload: null });
  });
  return getEntry(ctx.db, key, today(ctx.clock));
}

function factsOf(entry: Entry): EntryFacts {
  const { key: _key, version: _version, isOwn: _own, changedBy: _by, changedAt: _at, ...rest } = entry;
  const { newerShipped: _newer, marks: _marks, ...facts } = rest;
  return facts;
}
