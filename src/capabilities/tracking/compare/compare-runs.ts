import type { Context } from '../../../platform/context/context.ts';
import type { Locale } from '../../../platform/text/locale.ts';
import type { ComparableRuns, ComparedRun, RunComparison } from '../compare-contract.ts';
import type { Run } from '../run.ts';
import { withFacts } from '../run-queries.ts';
import { variantOfRuns } from '../variants/variant-of-runs.ts';
import { asRun, type DataNamer, experimentNames, nameData } from './as-run.ts';
import { chooseEvaluations } from './choose-evaluations.ts';
import { chooseTarget, figureOf, isLessBetter, nameOf, type Target } from './choose-target.ts';
import { type Chosen, findChosen } from './find-chosen.ts';
import { likeWithLike, type Measured } from './like-with-like.ts';
import { countedRuns, type CountedRun, type FigureName } from './run-protocols.ts';
import { figureRows, metricRows, paramRows } from './side-by-side.ts';
import { compareTexts } from './texts.ts';
import { whatDiffers } from './what-differs.ts';
import { isTied, sayFinding } from './say-finding.ts';

export interface Compared extends Chosen {
  by?: string;
  better?: 'low' | 'high';
  variants: 'apart' | 'together';
  /** key */
  protocol?: string;
}

type Evaluated = Awaited<ReturnType<typeof countedRuns>>;
type Counted = ReadonlyMap<string, CountedRun>;

/** Throws 400 for what cannot be searched, and 422 for a run of another problem. */
export async function compareRuns(ctx: Context, asked: Compared): Promise<RunComparison> {
  const { rows, total } = await findChosen(ctx, asked);
  const runs = await withFacts(ctx.db, rows);
  const runIds = runs.map(({ id }) => id);
  const [variants, experiments, sayData, evaluated] = await Promise.all([
    variantOfRuns(ctx.db, runIds),
    experimentNames(ctx.db, runs),
    nameData(ctx, runs),
    countedRuns(ctx, { problemId: asked.problemId, runIds }),
  ]);
  const params = paramRows(runs);
  const metrics = metricRows(runs);
  // Under whichever protocol: of what there are figures at all.
  const anywhere = figureRows(runIds, chooseEvaluations(evaluated, { by: 'euros', protocol: undefined }).byRun);
  const target = chooseTarget(asked.by, { metrics: metrics.rows, figures: anywhere });
  const figure = figureOf(target, anywhere);
  const { byRun: counted, protocols } = chooseEvaluations(evaluated, { by: figure, protocol: asked.protocol });
  const known = runs.map((run) =>
    asRun(run, {
      variant: variants.get(run.id)?.name ?? null,
      experiments,
      sayData,
      evaluation: evaluationOf(run.id, { counted, evaluated, figure }),
    }),
  );
  const figures = figureRows(runIds, counted);
  const isLowBetter = asked.better === undefined ? isLow(target, counted) : asked.better === 'low';
  const values = valuesOf(target, { metrics: metrics.all, figures });
  const judged = { runs, known, counted, values, target, figure, isLowBetter, sayData };
  return {
    runs: known,
    total,
    params: params.rows,
    metrics: metrics.rows,
    figures,
    protocols,
    leftOut: params.leftOut + metrics.leftOut,
    by: target && nameOf(target),
    isLowBetter,
    ...judge(ctx, judged, asked),
  };
}

function evaluationOf(
  runId: string,
  { counted, evaluated, figure }: { counted: Counted; evaluated: Evaluated; figure: FigureName },
): ComparedRun['evaluation'] {
  const own = counted.get(runId);
  if (!own) return null;
  const { evaluationId: id, words, finishedAt, threshold } = own;
  return { id, protocol: words[figure], finishedAt, threshold, others: (evaluated.get(runId)?.length ?? 1) - 1 };
}

interface Judging {
  runs: readonly Run[];
  known: readonly ComparedRun[];
  counted: Counted;
  /** of each run what it is judged by */
  values: readonly (number | string | null)[];
  target: Target;
  figure: FigureName;
  isLowBetter: boolean;
  sayData: DataNamer;
}

function isLow(target: Target, counted: Counted): boolean {
  if (!target) return false;
  if (target.from === 'metrics') return isLessBetter(target.key);
  return target.key === 'quality' && [...counted.values()].some((each) => each.isLowBetter);
}

function valuesOf(
  target: Target,
  rows: Pick<RunComparison, 'metrics' | 'figures'>,
): readonly (number | string | null)[] {
  return (target && rows[target.from].find(({ key }) => key === target.key)?.values) ?? [];
}

function judge(
  { locale }: Context,
  judging: Judging,
  { variants, protocol }: Compared,
): Pick<RunComparison, 'groups' | 'bestId' | 'finding' | 'telling' | 'protocol'> {
  const t = compareTexts[locale];
  const isCounted = judging.target?.from === 'figures';
  const nowhere = isCounted ? t.notEvaluated : t.unknownData;
  const measured = judging.known.map((run, index) => {
    const own = measuredOf(run, judging.runs[index], judging);
    return { ...own, protocol: own.protocol || nowhere };
  });
  const groups = likeWithLike(measured, { acrossVariants: variants === 'together', protocol }, locale);
  const first = measured.find(({ id }) => id === groups[0]?.runIds[0]);
  return {
    groups,
    protocol: isCounted ? (first?.key ?? null) : null,
    ...findBest(judging, { first: groups[0], lacks: first?.lacks ?? null }, locale),
  };
}

/** The best of the first group, and what differs from the others of it; where none is the best, why. */
function findBest(
  { runs, target, values, isLowBetter }: Judging,
  { first, lacks }: { first: ComparableRuns | undefined; lacks: Measured['lacks'] },
  locale: Locale,
): Pick<RunComparison, 'bestId' | 'finding' | 'telling'> {
  const t = compareTexts[locale];
  const none = { bestId: null, telling: [] };
  if (!first) return { ...none, finding: [] };
  if (!target) return { ...none, finding: [t.nothing] };
  if (lacks !== null) return { ...none, finding: [t.unlike[lacks]] };
  const inFirst = new Set(first.runIds);
  const candidates = runs.flatMap(({ id, name, params }, index) => {
    const value = values[index];
    if (!inFirst.has(id) || typeof value !== 'number') return [];
    return [{ id, name, value, params: new Map(params.map((param) => [param.key, param.value])) }];
  });
  const what = sayTarget(target, locale);
  const found = whatDiffers(candidates, isLowBetter);
  if (!found) return { ...none, finding: [t.alone({ what })] };
  const apart = runs.length - first.runIds.length;
  return {
    bestId: isTied(found) ? null : found.best.id,
    telling: [...found.along, ...found.differences].map(({ key }) => key),
    finding: [...sayFinding(found, what, locale), ...(apart > 0 ? [t.apart({ count: apart })] : [])],
  };
}

function sayTarget({ from, key }: NonNullable<Target>, locale: Locale): string {
  const { figures } = compareTexts[locale];
  return from === 'metrics' ? key : figures[key === 'euros' ? 'euros' : 'quality'];
}

/** What Peil counted compares under the protocol of its evaluation; what a client logged by the data that it named. */
function measuredOf(
  { id, variant }: ComparedRun,
  run: Run | undefined,
  { counted, target, figure, sayData }: Judging,
): Measured {
  if (target?.from === 'figures') {
    const own = counted.get(id);
    const key = own?.keys[figure] ?? null;
    return { id, variant, key, protocol: own?.words[figure] ?? '', lacks: key === null ? lackOf(own) : null };
  }
  const { key, words } = sayData(run?.datasets ?? []);
  return { id, variant, key, protocol: words, lacks: key === null ? 'data' : null };
}

function lackOf(own: CountedRun | undefined): Measured['lacks'] {
  if (!own) return 'evaluation';
  return own.keys.quality === null ? 'data' : 'price';
}
