import type { Context } from '../../platform/context/context.ts';
import { type DecisionPrices, type ErrorPrices, meanIntervals } from '../value/index.ts';
import { evaluationErrors } from './errors.ts';
import type { Euros } from './judged-contract.ts';
import type { CaseSource, DecisionScale } from './measure/case-rows.ts';
import { groupRows, valuedRowsSql } from './measure/value-rows.ts';
import { Params } from './predictions/prediction-file.ts';
import { draws, perMonth, seed } from './price-evaluation.ts';

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
    `select id, any_value(v) as v from (${valuedRowsSql({ ...side, prices }, params)}) where id is not null group by id having count(*) = 1`;
  const rowsSql = `select a.v - b.v as d from (${once(own)}) a join (${once(champion)}) b on a.id = b.id`;
  const others = [champion.source.file.path];
  const asked = { analytics, file: own.source.file, others, signal };
  const groups = (await groupRows(asked, { rowsSql, params, figures: ['d'] }))[0] ?? [];
  const cases = groups.reduce((sum, group) => sum + group.cases, 0);
  if (cases === 0) throw evaluationErrors.notPaired({ id: evaluationId });
  const mean = groups.reduce((sum, group) => sum + group.cases * (group.means[0] ?? 0), 0) / cases;
  const [interval] = meanIntervals(groups, { method: 'bootstrap', seed, draws });
  return {
    evaluationId,
    runName,
    cases,
    difference: perMonth(mean, prices),
    low: perMonth(interval?.low ?? mean, prices),
    high: perMonth(interval?.high ?? mean, prices),
  };
}
