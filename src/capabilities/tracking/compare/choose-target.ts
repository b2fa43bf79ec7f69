import type { RunComparison } from '../compare-contract.ts';
import type { FigureName } from './run-protocols.ts';

type Rows = RunComparison['metrics'];

/** By what runs are judged. */
export type Target = { from: 'metrics' | 'figures'; key: string } | null;

const figurePrefix = 'evaluation.';
const metricPrefix = 'metrics.';

/** As it is asked for; else the euros or the quality of evaluations, where two runs have them, or the metric that most runs have. */
export function chooseTarget(by: string | undefined, { metrics, figures }: { metrics: Rows; figures: Rows }): Target {
  if (by?.startsWith(figurePrefix)) return { from: 'figures', key: by.slice(figurePrefix.length) };
  if (by?.startsWith(metricPrefix)) return { from: 'metrics', key: by.slice(metricPrefix.length) };
  const figure = [...figures].reverse().find(({ values }) => countOf(values) > 1);
  if (figure) return { from: 'figures', key: figure.key };
  const [metric] = metrics
    .filter(({ key }) => !key.startsWith('system/'))
    .toSorted((a, b) => weigh(b) - weigh(a) || (a.key < b.key ? -1 : 1));
  return metric ? { from: 'metrics', key: metric.key } : null;
}

/** By which figure its evaluations are told apart, also where they are not what runs are judged by. */
export const figureOf = (target: Target, figures: Rows): FigureName => {
  if (target?.from === 'figures') return target.key === 'euros' ? 'euros' : 'quality';
  return figures.some(({ key }) => key === 'euros') ? 'euros' : 'quality';
};

export const nameOf = (target: NonNullable<Target>): string =>
  `${target.from === 'figures' ? figurePrefix : metricPrefix}${target.key}`;

/** What was measured while training says less than what was measured of other data. */
function weigh({ key, values, differs }: Rows[number]): number {
  const isOfTraining = /(^|[_/. -])train(ing)?([_/. -]|$)/i.test(key);
  return countOf(values) + (differs ? 0.5 : 0) - (isOfTraining ? values.length + 1 : 0);
}

const countOf = (values: Rows[number]['values']): number => values.filter((value) => typeof value === 'number').length;

/** Words by which metrics are called of which less is better, whole or at the end of a word. */
const less =
  /^(\w*(loss|error|rmse|mse|mae|mape)|err|brier|deviance|perplexity|regret|latency|duration|seconds|cost|wer|cer)$/i;

export const isLessBetter = (key: string): boolean => key.split(/[^A-Za-z]+/).some((word) => less.test(word));
