import { setImmediate } from 'node:timers/promises';
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
import { Params } from './predictions/prediction-file.ts';

const seed = 1;
const draws = 2000;
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
  // Which way is to be beaten is known from the cells alone.
  const known = judgeDecisions(prices, measured.cells);
  if (!known) return null;
  const params = new Params();
  const rowsSql = valuedRowsSql({ source, scale, prices }, params);
  const figures = [
    'v',
    ...prices.ways.map((_, index) => `v - w${index}`),
    'v - best',
    `v - (${levelSql(prices, known)})`,
  ];
  const groups = await groupRows(asked, { rowsSql, params, figures });
  const [own, ...others] = await boundsOf(groups);
  const lost = totalOf(groups[prices.ways.length + 1] ?? []);
  const judged = judgeDecisions(prices, measured.cells, { perfectTotal: known.total - lost });
  if (!judged) return null;
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

/** One after the other, so that the server answers others in between. */
export async function boundsOf(figures: readonly (readonly Group[])[]): Promise<MeanInterval[]> {
  const bounds: MeanInterval[] = [];
  for (const groups of figures) {
    bounds.push(sure(meanIntervals(groups, { method: 'bootstrap', seed, draws })[0]));
    await setImmediate();
  }
  return bounds;
}

const totalOf = (groups: readonly Group[]): number =>
  groups.reduce((sum, group) => sum + group.cases * (group.means[0] ?? 0), 0);

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
  const perCase = totalOf(groups) / cases;
  const [bounds] = await boundsOf([groups]);
  const own = sure(bounds);
  const ways = waysOfErrors(prices, constant);
  return eurosOf(prices, {
    cases,
    perCase,
    own,
    ways: ways.map((way) => ({ ...way, difference: shifted(own, way.perCase) })),
    method: 'bootstrap',
  });
}
