import type { Analytics } from '../../../platform/analytics/analytics.ts';
import type { CaseTotals } from '../../value/index.ts';
import { evaluationErrors } from '../errors.ts';
import type { EvaluationCounts } from '../judged-contract.ts';
import { askFile, Params } from '../predictions/prediction-file.ts';
import { type CaseSource, type DecisionScale, type Summed, totalsOf } from './case-rows.ts';
import { measureDecisionsSql } from './decisions-sql.ts';
import type { MeasuredDecisions, MeasuredPart } from './measured.ts';

export interface Measuring {
  analytics: Analytics;
  source: CaseSource;
  scale: DecisionScale;
  bins: number;
  signal: AbortSignal;
}

/** One row of everything; lists are null where they are empty. */
type Answer = Record<`slice${number}`, PartRow[] | null> & {
  counts: Readonly<Record<string, number | string | null>>;
  cells: Summed[] | null;
  spread: Spread | null;
  bins: Summed[] | null;
  area: number | null;
};

type Spread = { low: number | null; high: number | null; isExact: boolean };

type PartRow = Summed & { kind: MeasuredPart['kind']; value: string | null };

/** Everything that is known of decisions whose truth is known: the table is read once, beside the server. */
export async function measureDecisions(work: Measuring): Promise<MeasuredDecisions> {
  const { analytics, source, scale, bins, signal } = work;
  const params = new Params();
  const sql = measureDecisionsSql({ source, scale, bins }, params);
  const [answer] = await askFile<Answer>(analytics, source.file, { sql, params, signal });
  if (!answer) throw new Error('a table of predictions was not counted');
  const counts = countsOf(answer.counts, source);
  if (counts.cases === 0) throw evaluationErrors.noCases({ rows: counts.rows });
  const cells = cellsOf(answer.cells ?? [], work);
  refuseOneClass(cells, scale);
  return {
    kind: 'decisions',
    counts,
    caseDigest: caseDigestOf(answer.counts),
    truths: [...scale.truths],
    decisions: [...scale.decisions],
    cells,
    ...scoresOf(answer, work),
    slices: source.columns.segments.map((column, place) => ({
      column,
      parts: partsOf(answer[`slice${place}`] ?? [], work),
    })),
  };
}

function refuseOneClass(cells: readonly (readonly CaseTotals[])[], { positiveClass, truths }: DecisionScale): void {
  if (positiveClass === null) return;
  const occurring = cells.flatMap((row, truth) => (row.some(({ cases }) => cases > 0) ? [truth] : []));
  if (occurring.length === 1) throw evaluationErrors.oneClass({ value: truths[occurring[0] ?? 0] ?? '' });
}

export function countsOf(row: Readonly<Record<string, unknown>>, source: CaseSource): EvaluationCounts {
  const at = (name: string) => Number(row[name] ?? 0);
  const [rows, withoutTruth, unknownTruth] = [at('rows'), at('withoutTruth'), at('unknownTruth')];
  const [withoutPrediction, cases] = [at('withoutPrediction'), at('cases')];
  return {
    rows,
    cases,
    withoutTruth,
    unknownTruth,
    withoutPrediction,
    withoutAmount: rows - withoutTruth - unknownTruth - withoutPrediction - cases,
    repeatedIds: source.columns.id === undefined ? null : at('repeatedIds'),
  };
}

export const caseDigestOf = ({ caseDigest }: Readonly<Record<string, unknown>>): string | null =>
  typeof caseDigest === 'string' ? caseDigest : null;

type OfScores = Pick<MeasuredDecisions, 'bins' | 'isExact' | 'isProbability' | 'auc' | 'logLoss' | 'brier'>;

function scoresOf({ spread, bins: rows, area }: Answer, { source }: Measuring): OfScores {
  const { low, high, isExact } = spread ?? { low: null, high: null, isExact: false };
  if (low === null || high === null || rows === null)
    return { bins: [], isExact: false, isProbability: false, auc: null, logLoss: null, brier: null };
  const isProbability = low >= 0 && high <= 1;
  const bins = rows.toSorted((a, b) => (a['low'] ?? 0) - (b['low'] ?? 0)).map((row) => binOf(row, source.amounts));
  const cases = bins.reduce((sum, { positives, negatives }) => sum + positives.cases + negatives.cases, 0);
  const mean = (name: string) => rows.reduce((sum, row) => sum + (row[name] ?? 0), 0) / cases;
  return {
    bins,
    isExact,
    isProbability,
    auc: area,
    logLoss: isProbability ? mean('loss') : null,
    brier: isProbability ? mean('brier') : null,
  };
}

function binOf(row: Summed, amounts: readonly string[]): MeasuredDecisions['bins'][number] {
  const side = (name: 'p' | 'n') => totalsOf(row, amounts, { cases: name, sum: `${name}a` });
  const [positives, negatives] = [side('p'), side('n')];
  return {
    from: row['low'] ?? 0,
    mean: (row['score'] ?? 0) / (positives.cases + negatives.cases),
    positives,
    negatives,
  };
}

function cellsOf(rows: readonly Summed[], { scale, source }: Pick<Measuring, 'scale' | 'source'>): CaseTotals[][] {
  return scale.truths.map((_, t) =>
    scale.decisions.map((__, d) => {
      const row = rows.find((each) => each['t'] === t && each['d'] === d);
      return totalsOf(row ?? {}, source.amounts);
    }),
  );
}

function partsOf(rows: readonly PartRow[], work: Measuring): MeasuredPart[] {
  const parts = Map.groupBy(rows, ({ kind, value }) => `${kind}:${value}`);
  return [...parts.values()]
    .flatMap((own) => {
      const [first] = own;
      return first ? [{ kind: first.kind, value: first.value, cells: cellsOf(own, work) }] : [];
    })
    .toSorted((a, b) => order(a) - order(b) || sizeOf(b) - sizeOf(a) || ((a.value ?? '') < (b.value ?? '') ? -1 : 1));
}

const order = ({ kind }: { kind: MeasuredPart['kind'] }): number => ['value', 'others', 'missing'].indexOf(kind);
const sizeOf = ({ cells }: MeasuredPart): number => cells.flat().reduce((sum, { cases }) => sum + cases, 0);
