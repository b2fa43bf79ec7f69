import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import { defineJob } from '../../platform/jobs/job-handler.ts';
import { fromJson } from '../../platform/json.ts';
import { compareChampion } from './compare-champion.ts';
import type { Asked, EvaluationSummary } from './evaluation-contract.ts';
import { getStored } from './evaluation-queries.ts';
import type { KeptValue } from './find-value.ts';
import { pricedBy } from './judge-evaluation.ts';
import { openSide } from './open-side.ts';
import { pairJobName } from './pair-job-name.ts';
import { insertPair, type Pair } from './pairs.ts';
import { rankEvaluations } from './rank-evaluations.ts';
import type { ProtocolGroup } from './ranking-contract.ts';

interface Payload {
  problemId: string;
  evaluationId: string;
}

/** More below the best nobody reads closely; each is one more look at two tables. */
const most = 12;

/**
 * Holds the best of each ranking in which this evaluation stands against the others there, case by case, where that was not done
 * yet. What becomes the best was held against the best of before, so that the first two are told apart by their cases.
 */
export const pairJob = defineJob<Payload>({
  name: pairJobName,
  run: async (ctx, { problemId, evaluationId }, { signal }) => {
    for (const variants of ['apart', 'together'] as const) {
      const { groups } = await rankEvaluations(ctx, { problemId, variants });
      const group = groups.find(({ evaluations }) => evaluations.some(({ id }) => id === evaluationId));
      if (group) await pairGroup(ctx, { problemId, evaluationId, group, signal });
    }
  },
});

async function pairGroup(
  ctx: Context,
  { problemId, evaluationId, group, signal }: Payload & { group: ProtocolGroup; signal: AbortSignal },
): Promise<void> {
  const ownId = group.bestId;
  const pairs: Pair[] = [];
  for (const { id: otherId } of findUnpaired(group, evaluationId)) {
    signal.throwIfAborted();
    const compared = await comparePair(ctx, { problemId, ownId, otherId, signal });
    if (compared) pairs.push({ ownId, otherId, ...compared });
  }
  if (pairs.length === 0) return;
  await change(ctx, async (tx) => {
    for (const pair of pairs) await insertPair(tx.db, pair);
    tx.record({
      type: 'evaluation.paired',
      subject: { kind: 'evaluation', id: ownId },
      problemId,
      data: { others: pairs.map(({ otherId }) => otherId) },
    });
  });
}

/** Without ids no case of the one is known to be a case of the other. */
function findUnpaired({ evaluations, bestId, pairs }: ProtocolGroup, evaluationId: string): EvaluationSummary[] {
  const known = new Set([bestId, ...pairs.map((pair) => pair.evaluationId)]);
  const best = evaluations.find(({ id }) => id === bestId);
  if (best?.asked.columns.id === undefined) return [];
  return evaluations.filter(
    ({ id, asked }, place) =>
      !known.has(id) && asked.columns.id !== undefined && (place <= most || id === evaluationId),
  );
}

interface Comparing {
  problemId: string;
  ownId: string;
  otherId: string;
  signal: AbortSignal;
}

/** Null where they have no case in common, or one has another truth in the two: that is said where a champion is asked for. */
async function comparePair(ctx: Context, { problemId, ownId, otherId, signal }: Comparing) {
  const [row, rival] = [
    await getStored(ctx.db, { problemId, evaluationId: ownId }),
    await getStored(ctx.db, { problemId, evaluationId: otherId }),
  ];
  if (row.priced_by === null) return null;
  const priced = pricedBy(fromJson<KeptValue>(row.priced_by).model, fromJson<Asked>(row.asked).segment);
  try {
    const [own, other] = [await openSide(ctx, row, { priced, signal }), await openSide(ctx, rival, { priced, signal })];
    const champion = { ...other, evaluationId: rival.id, runName: rival.run_name };
    return await compareChampion(ctx, { own, champion, prices: priced.prices, signal });
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
