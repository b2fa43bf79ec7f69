import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { differingFields, saveAnswers } from './answers.ts';
import { lockForWriting, refuseStopped } from './lock-problem.ts';
import type { Opportunity, OpportunityTexts } from './opportunity-contract.ts';
import { getProblem } from './problem-queries.ts';
import { showOpportunity } from './show-opportunity.ts';
import { findOpportunity, opportunityPage } from './text-queries.ts';

interface Given {
  problemId: string;
  texts: Partial<OpportunityTexts>;
  version: number;
}

/** Saves one or more texts of the opportunity; see `saveAnswers` for what is a conflict. */
export async function writeOpportunity(ctx: Context, given: Given): Promise<Opportunity> {
  const { problemId, texts } = given;
  refuseStopped(await getProblem(ctx.db, problemId));
  if (differingFields(opportunityPage, texts, await findOpportunity(ctx.db, problemId)).length > 0) {
    await change(ctx, async (tx) => {
      await lockForWriting(tx, problemId);
      const data = await saveAnswers(tx, opportunityPage, given);
      const subject = { kind: 'opportunity', id: problemId };
      tx.record({ type: 'opportunity.written', subject, problemId, data: { ...data } });
    });
  }
  return showOpportunity(ctx, problemId);
}
