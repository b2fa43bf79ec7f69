import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import { defineJob } from '../../platform/jobs/job-handler.ts';
import { fromJson } from '../../platform/json.ts';
import { compareChampion } from './compare-champion.ts';
import type { Asked, EvaluationSummary } from './evaluation-contract.ts';
import { getStored, type StoredEvaluation } from './evaluation-queries.ts';
import type { KeptValue } from './find-value.ts';
import { type Priced, pricedBy } from './judge-evaluation.ts';
import { type Opening, openSide, type Side, withScratch } from './open-side.ts';
import { insertPair, type Pair } from './pairs.ts';
import { rankEvaluations } from './rank-evaluations.ts';
import type { ProtocolGroup } from './ranking-contract.ts';

interface Payload {
  problemId: string;
  evaluationId: string;
}

export const pairJobName = 'evaluation.pair';

/** More below the best nobody reads closely; each is one more look at two tables. */
const most = 12;

/**
 * Holds the best of each ranking in which this evaluation stands against the others there, case by case, where that was not done
 * yet. What becomes the best was held against the best of before, so that the first two are told apart by their cases.
 */
export const pairJob = defineJob<Payload>({
  name: pairJobName,
  run: async (ctx, { problemId, evaluationId }, { id, signal }) => {
    for (const variants of ['apart', 'together'] as const) {
      const { groups } = await rankEvaluations(ctx, { problemId, variants });
      const group = groups.find(({ evaluations }) => evaluations.some((each) => each.id === evaluationId));
      const others = group ? findUnpaired(group, evaluationId) : [];
      if (!group || others.length === 0) continue;
      const place = { problemId, evaluationId: group.bestId };
      const pairs = await withScratch(ctx, id, (folder) => comparePairs(ctx, { place, others, folder, signal }));
      await keepPairs(ctx, place, pairs);
    }
  },
});

async function keepPairs(ctx: Context, { problemId, evaluationId }: Payload, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return;
  await change(ctx, async (tx) => {
    for (const pair of pairs) await insertPair(tx.db, pair);
    tx.record({
      type: 'evaluation.paired',
      subject: { kind: 'evaluation', id: evaluationId },
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
  /** of the best */
  place: Payload;
  others: readonly EvaluationSummary[];
  folder: string;
  signal: AbortSignal;
}

async function comparePairs(ctx: Context, { place, others, folder, signal }: Comparing): Promise<Pair[]> {
  const row = await getStored(ctx.db, place);
  if (row.priced_by === null) return [];
  const priced = pricedBy(fromJson<KeptValue>(row.priced_by).model, fromJson<Asked>(row.asked).segment);
  const opening = { priced, folder, signal };
  const own = await openSide(ctx, row, opening);
  const pairs: Pair[] = [];
  for (const { id: otherId } of others) {
    const rival = await getStored(ctx.db, { problemId: place.problemId, evaluationId: otherId });
    const compared = await comparePair(ctx, { own, rival, opening: { ...opening, priced } });
    if (compared) pairs.push({ ownId: row.id, otherId, ...compared });
  }
  return pairs;
}

interface Comparison {
  own: Side;
  rival: StoredEvaluation;
  opening: Opening & { priced: Priced };
}

/** Null where they have no case in common, or one has another truth in the two: that is said where a champion is asked for. */
async function comparePair(ctx: Context, { own, rival, opening }: Comparison) {
  const { priced, signal } = opening;
  try {
    const other = await openSide(ctx, rival, opening);
    const champion = { ...other, evaluationId: rival.id, runName: rival.run_name };
    return await compareChampion(ctx, { own, champion, prices: priced.prices, signal });
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
