import type { Context } from '../../platform/context/context.ts';
import type { DecisionPrices, ErrorPrices } from '../value/index.ts';
import { evaluationErrors } from './errors.ts';
import { getStored, type NewEvaluation } from './evaluation-queries.ts';
import type { Euros } from './judged-contract.ts';
import type { CaseSource, DecisionScale } from './measure/case-rows.ts';
import { groupRows, valuedRowsSql } from './measure/value-rows.ts';
import { Params } from './predictions/prediction-file.ts';
import { boundsOf, perMonth } from './price-evaluation.ts';

/** Only like is held against like. Throws 404 and 409. */
export async function demandChampion(
  { db }: Pick<Context, 'db'>,
  { problemId, championId, of }: { problemId: string; championId: string | undefined; of: NewEvaluation },
): Promise<void> {
  if (championId === undefined) return;
  const champion = await getStored(db, { problemId, evaluationId: championId });
  if (champion.dataset_version_id !== of.dataset_version_id || champion.task !== of.task)
    throw evaluationErrors.championElsewhere({ id: championId });
}

interface Side {
  source: CaseSource;
  scale: DecisionScale | null;
}

interface Pair {
  own: Side;
  champion: Side & { evaluationId: string; runName: string };
  prices: DecisionPrices | ErrorPrices;
  signal: AbortSignal;
}

/** Both models on the very same cases, by id; an id that stands more than once names no case, and counts for neither. */
export async function compareChampion(
  { analytics }: Pick<Context, 'analytics'>,
  { own, champion, prices, signal }: Pair,
): Promise<NonNullable<Euros['champion']>> {
  const { evaluationId, runName } = champion;
  if (own.source.columns.id === undefined || champion.source.columns.id === undefined)
    throw evaluationErrors.notPaired({ id: evaluationId });
  const params = new Params();
  const once = (side: Side) =>
    `select id, any_value(v) as v, any_value(truth) as truth from (${valuedRowsSql({ ...side, prices }, params)}) where id is not null group by id having count(*) = 1`;
  const rowsSql = `select a.v - b.v as d, (a.truth <> b.truth)::int as other from (${once(own)}) a join (${once(champion)}) b on a.id = b.id`;
  const asked = { analytics, file: own.source.file, others: [champion.source.file.path], signal };
  const [groups = [], truths = []] = await groupRows(asked, { rowsSql, params, figures: ['d', 'other'] });
  const others = truths.reduce((sum, { cases, means: [other = 0] }) => sum + cases * other, 0);
  if (others > 0) throw evaluationErrors.otherTruths({ id: evaluationId, cases: others });
  const cases = groups.reduce((sum, group) => sum + group.cases, 0);
  if (cases === 0) throw evaluationErrors.notPaired({ id: evaluationId });
  const mean = groups.reduce((sum, group) => sum + group.cases * (group.means[0] ?? 0), 0) / cases;
  const [interval] = await boundsOf([groups]);
  return {
    evaluationId,
    runName,
    cases,
    difference: perMonth(mean, prices),
    low: perMonth(interval?.low ?? mean, prices),
    high: perMonth(interval?.high ?? mean, prices),
  };
}
