import type { Context } from '../../../platform/context/context.ts';
import type { ComparedRun, RunComparison } from '../compare-contract.ts';
import type { Run } from '../run.ts';
import { withFacts } from '../run-queries.ts';
import { variantOfRuns } from '../variants/variant-of-runs.ts';
import { asRun, type DataNamer, experimentNames, nameData } from './as-run.ts';
import { chooseTarget, isLessBetter, nameOf, type Target } from './choose-target.ts';
import { type Chosen, findChosen } from './find-chosen.ts';
import { likeWithLike, type Measured } from './like-with-like.ts';
import { countedRuns, type CountedRun } from './run-protocols.ts';
import { figureRows, metricRows, paramRows } from './side-by-side.ts';
import { compareTexts } from './texts.ts';
import { whatDiffers } from './what-differs.ts';
import { isTied, sayFinding } from './say-finding.ts';

export interface Compared extends Chosen {
  by?: string;
  better?: 'low' | 'high';
  variants: 'apart' | 'together';
}

type Counted = ReadonlyMap<string, CountedRun>;

/** Throws 400 for what cannot be searched, and 422 for a run of another problem. */
export async function compareRuns(ctx: Context, asked: Compared): Promise<RunComparison> {
  const { rows, total } = await findChosen(ctx, asked);
  const runs = await withFacts(ctx.db, rows);
  const runIds = runs.map(({ id }) => id);
  const [variants, experiments, sayData, counted] = await Promise.all([
    variantOfRuns(ctx.db, runIds),
    experimentNames(ctx.db, runs),
    nameData(ctx, runs),
    countedRuns(ctx, { problemId: asked.problemId, runIds }),
  ]);
  const known = runs.map((run) => asRun(run, { variant: variants.get(run.id)?.name ?? null, experiments, sayData }));
  const params = paramRows(runs);
  const metrics = metricRows(runs);
  const figures = figureRows(runIds, counted);
  const target = chooseTarget(asked.by, { metrics: metrics.rows, figures });
  const isLowBetter = asked.better === undefined ? isLow(target, counted) : asked.better === 'low';
  const values = valuesOf(target, { metrics: metrics.all, figures });
  const judged = { runs, known, counted, values, target, isLowBetter, sayData };
  return {
    runs: known,
    total,
    params: params.rows,
    metrics: metrics.rows,
    figures,
    leftOut: params.leftOut + metrics.leftOut,
    by: target && nameOf(target),
    isLowBetter,
    ...judge(ctx, judged, asked.variants === 'together'),
  };
}

interface Judging {
  runs: readonly Run[];
  known: readonly ComparedRun[];
  counted: Counted;
  /** of each run what it is judged by */
  values: readonly (number | string | null)[];
  target: Target;
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
  acrossVariants: boolean,
): Pick<RunComparison, 'groups' | 'bestId' | 'finding'> {
  const t = compareTexts[locale];
  const { runs, target, isLowBetter } = judging;
  const measured = judging.known.map((run, index) => measuredOf(run, runs[index], judging));
  const isCounted = target?.from === 'figures';
  const groups = likeWithLike(
    measured.map((each) => ({ ...each, protocol: each.protocol || (isCounted ? t.notEvaluated : t.unknownData) })),
    { acrossVariants, isCounted },
    locale,
  );
  const [first] = groups;
  if (!first) return { groups, bestId: null, finding: [] };
  if (!target) return { groups, bestId: null, finding: [t.nothing] };
  if (!first.isKnown) return { groups, bestId: null, finding: [isCounted ? t.notCounted : t.unlike] };
  const inFirst = new Set(first.runIds);
  const candidates = runs.flatMap((run, index) => {
    const value = judging.values[index];
    if (!inFirst.has(run.id) || typeof value !== 'number') return [];
    return [
      { id: run.id, name: run.name, value, params: new Map(run.params.map(({ key, value: own }) => [key, own])) },
    ];
  });
  const what = isCounted ? t.figures[target.key === 'euros' ? 'euros' : 'quality'] : target.key;
  const found = whatDiffers(candidates, isLowBetter);
  if (!found) return { groups, bestId: null, finding: [t.alone({ what })] };
  const apart = runs.length - first.runIds.length;
  const best = candidates.find((each) => each === found.best);
  return {
    groups,
    bestId: isTied(found) ? null : (best?.id ?? null),
    finding: [...sayFinding(found, what, locale), ...(apart > 0 ? [t.apart({ count: apart })] : [])],
  };
}

/** What Peil counted compares under the protocol of its evaluation; what a client logged by the data that it named. */
function measuredOf(
  { id, variant }: ComparedRun,
  run: Run | undefined,
  { counted, target, sayData }: Judging,
): Measured {
  if (target?.from === 'figures') {
    const own = counted.get(id);
    const key = target.key === 'euros' ? own?.euroKey : own?.key;
    return { id, variant, key: key ?? null, protocol: own?.words ?? '' };
  }
  const { key, words } = sayData(run?.datasets ?? []);
  return { id, variant, key, protocol: words };
}
