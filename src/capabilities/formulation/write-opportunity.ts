import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { platformErrors } from '../../platform/errors/platform-errors.ts';
import { lockForWriting, refuseStopped } from './lock-problem.ts';
import {
  type Opportunity,
  type OpportunityField,
  opportunityFields,
  type OpportunityTexts,
} from './opportunity-contract.ts';
import { getProblem } from './problem-queries.ts';
import { showOpportunity } from './show-opportunity.ts';
import { formulationDb } from './tables.ts';
import { findOpportunity, type StoredOpportunity } from './text-queries.ts';

interface Given {
  problemId: string;
  texts: Partial<OpportunityTexts>;
  version: number;
}

/**
 * Saves the given texts. It is a conflict only where somebody else changed one of the same texts since the version that
 * was read, so that two people can fill in one page together.
 */
export async function writeOpportunity(ctx: Context, given: Given): Promise<Opportunity> {
  const { problemId } = given;
  refuseStopped(await getProblem(ctx.db, problemId));
  // A repeated save of what is there already (an answer got lost) is no change and no conflict.
  const isNew = differing(given.texts, await findOpportunity(ctx.db, problemId)).length > 0;
  if (isNew) await save(ctx, given);
  return showOpportunity(ctx, problemId);
}

async function save(ctx: Context, { problemId, texts, version: read }: Given): Promise<void> {
  await change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    const current = await findOpportunity(tx.db, problemId);
    const fields = differing(texts, current);
    refuseConflict({ texts, read, fields }, current);
    const version = current.version + 1;
    for (const field of fields) {
      const row = { text: texts[field] ?? '', changed_in_version: version, changed_at: tx.now };
      await formulationDb(tx.db)
        .insertInto('opportunity_text')
        .values({ problem_id: problemId, field, ...row })
        .onConflict((conflict) => conflict.columns(['problem_id', 'field']).doUpdateSet(row))
        .execute();
    }
    const subject = { kind: 'opportunity', id: problemId };
    tx.record({ type: 'opportunity.written', subject, problemId, data: { fields, version } });
  });
}

function differing(texts: Partial<OpportunityTexts>, current: StoredOpportunity): OpportunityField[] {
  return opportunityFields.filter((field) => texts[field] !== undefined && texts[field] !== current.texts[field]);
}

function refuseConflict(
  { texts, read, fields }: { texts: Partial<OpportunityTexts>; read: number; fields: readonly OpportunityField[] },
  current: StoredOpportunity,
): void {
  const isAhead = read > current.version;
  const clashing = fields.filter((field) => isAhead || (current.changedIn[field] ?? 0) > read);
  if (clashing.length === 0) return;
  const pick = (from: Partial<OpportunityTexts>) => Object.fromEntries(clashing.map((field) => [field, from[field]]));
  throw platformErrors.changedMeanwhile({
    yours: pick(texts),
    theirs: pick(current.texts),
    given: read,
    current: current.version,
  });
}
