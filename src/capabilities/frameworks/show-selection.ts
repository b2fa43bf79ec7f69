import type { Context } from '../../platform/context/context.ts';
import { isDataAdequate } from './board-access.ts';
import { today } from './days.ts';
import { sayKnockOut, sayResult } from './say-result.ts';
import type { Selection } from './selection-contract.ts';
import { findSelection, weigh } from './selection-queries.ts';
import { sayClosed } from './show-board.ts';

export async function showSelection(ctx: Context, problemId: string): Promise<Selection> {
  const { draft, version } = await findSelection(ctx.db, problemId);
  const isOpen = await isDataAdequate(ctx.db, problemId);
  const { weighed } = await weigh(ctx.db, draft, today(ctx.clock));
  return {
    isOpen,
    closedBecause: isOpen ? null : sayClosed(ctx),
    version,
    draft,
    result: {
      ...weighed,
      knockOuts: weighed.knockOuts.map((knockOut) => ({
        candidateId: knockOut.candidateId,
        constraint: knockOut.constraint,
        verdict: knockOut.verdict,
        sentence: sayKnockOut(knockOut, draft, ctx.locale),
      })),
      sentences: sayResult(weighed, draft, ctx.locale),
    },
  };
}
