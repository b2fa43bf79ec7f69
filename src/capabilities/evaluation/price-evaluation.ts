import type { Context } from '../../platform/context/context.ts';
import {
  bestRival,
  type DecisionPrices,
  type ErrorPrices,
  type Group,
  groupsOfCells,
  type JudgedDecisions,
  type JudgedWay,
  judgeDecisions,
  levelOver,
  type MeanInterval,
  meanIntervals,
  waysOfErrors,
} from '../value/index.ts';
import type { CaseSource, DecisionScale } from './measure/case-rows.ts';
import type { Euros } from './judged-contract.ts';
import { priceConstant } from './measure/measure-numbers.ts';
import type { MeasuredDecisions } from './measure/measured.ts';
import { groupRows, valuedRowsSql } from './measure/value-rows.ts';
import { askFile, Params } from './predictions/prediction-file.ts';

export const seed = 1;
export const draws = 2000;
/** Up to three classes by three decisions; of more cells half a case each would weigh too much. */
const mostCells = 9;

export type PricedEuros = Omit<Euros, 'threshold' | 'champion' | 'expectedBaseRate'>;

interface Valued {
  cases: number;
  perCase: number;
  own: MeanInterval;
  ways: readonly (JudgedWay & { difference: MeanInterval })[];
  method: Euros['interval']['method'];
}

type Figures = Pick<DecisionPrices, 'currency' | 'volumePerYear'>;

export const perMonth = (perCase: number, { volumePerYear }: Pick<Figures, 'volumePerYear'>): number =>
  (perCase * volumePerYear) / 12;

function eurosOf(prices: Figures, { cases, perCase, own, ways, method }: Valued): PricedEuros {
  const month = (value: number) => perMonth(value, prices);
  return {
    currency: prices.currency,
    perCase,
    perMonth: month(perCase),
    perThousand: perCase * 1000,
    total: perCase * cases,
    low: month(own.low),
    high: month(own.high),
    against: ways.map(({ kind, perCase: other, difference }) => ({
      kind,
      perMonth: month(other),
      difference: month(perCase - other),
      low: month(difference.low),
      high: month(difference.high),
    })),
    interval: { method, draws, seed },
    volumePerYear: prices.volumePerYear,
  };
}

/** Where every amount is constant: from the cells alone, without a look at the rows. */
export function priceCells(prices: DecisionPrices, measured: MeasuredDecisions): PricedEuros | null {
  const judged = judgeDecisions(prices, measured.cells);
  if (!judged) return null;
  const groups = groupsOfCells(prices, measured.cells, judged);
  const method = groups.length <= mostCells ? 'dirichlet' : 'bootstrap';
  const [own, ...others] = meanIntervals(groups, { method, seed, draws });
  return eurosOf(prices, { ...judged, own: sure(own), ways: withBounds(judged.ways, others), method });
}

const sure = (interval: MeanInterval | undefined): MeanInterval => interval ?? { low: 0, high: 0 };
const withBounds = (ways: readonly JudgedWay[], bounds: readonly MeanInterval[]) =>
  ways.map((way, index) => ({ ...way, difference: sure(bounds[index]) }));

interface Rows {
  source: CaseSource;
  scale: DecisionScale | null;
  signal: AbortSignal;
}

/** Where amounts differ by row: the rows are asked, and the interval is by drawing cases anew. */
export async function priceRows(
  { analytics }: Pick<Context, 'analytics'>,
  { source, scale, signal }: Rows,
  { prices, measured }: { prices: DecisionPrices; measured: MeasuredDecisions },
): Promise<PricedEuros | null> {
  const asked = { analytics, file: source.file, signal };
  const perfectParams = new Params();
  const sql = `select sum(best) as best from (${valuedRowsSql({ source, scale, prices }, perfectParams)})`;
  const [row] = await askFile<{ best: number }>(analytics, source.file, { sql, params: perfectParams, signal });
  const judged = judgeDecisions(prices, measured.cells, { perfectTotal: row?.best ?? 0 });
  if (!judged) return null;
  const params = new Params();
  const rowsSql = valuedRowsSql({ source, scale, prices }, params);
  const figures = [
    'v',
    ...prices.ways.map((_, index) => `v - w${index}`),
    'v - best',
    `v - (${levelSql(prices, judged)})`,
  ];
  const [own, ...others] = (await groupRows(asked, { rowsSql, params, figures })).map(bootstrap);
  return eurosOf(prices, { ...judged, own: sure(own), ways: withBounds(judged.ways, others), method: 'bootstrap' });
}

/** As `levelOver`, of one row. */
function levelSql(prices: DecisionPrices, { ways }: JudgedDecisions): string {
  const rival = prices.ways.findIndex(({ kind }) => kind === bestRival(ways)?.kind);
  const other = rival < 0 ? 'instead' : `w${rival}`;
  const fixed = levelOver({ ...prices, adoption: 1 }, { rival: 0, instead: 0 });
  if (prices.adoption <= 0) return `${other} + (${fixed})`;
  return `instead + (${other} + (${fixed}) - instead) / (${prices.adoption})`;
}

const shifted = ({ low, high }: MeanInterval, by: number): MeanInterval => ({ low: low - by, high: high - by });

export const bootstrap = (groups: readonly Group[]): MeanInterval =>
  sure(meanIntervals(groups, { method: 'bootstrap', seed, draws })[0]);

/** Of numbers: what their errors cost, held against ways whose cost by case is known. */
export async function priceErrors(
  { analytics }: Pick<Context, 'analytics'>,
  { source, signal }: Rows,
  prices: ErrorPrices,
): Promise<PricedEuros | null> {
  const constant = await priceConstant({ analytics, source, prices, signal });
  const params = new Params();
  const rowsSql = valuedRowsSql({ source, scale: null, prices }, params);
  const groups =
    (await groupRows({ analytics, file: source.file, signal }, { rowsSql, params, figures: ['v'] }))[0] ?? [];
  const cases = groups.reduce((sum, group) => sum + group.cases, 0);
  if (cases === 0) return null;
  const perCase = groups.reduce((sum, group) => sum + group.cases * (group.means[0] ?? 0), 0) / cases;
  const own = bootstrap(groups);
  const ways = waysOfErrors(prices, constant);
  return eurosOf(prices, {
    cases,
    perCase,
    own,
    ways: ways.map((way) => ({ ...way, difference: shifted(own, way.perCase) })),
    method: 'bootstrap',
  });
}
