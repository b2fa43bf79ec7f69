import type { Locale } from '../../../platform/text/locale.ts';
import type { RunComparison } from '../contract.ts';
import { compareTexts } from './compare-texts.ts';
import { sayNumber } from './say-value.ts';

/** A parameter, a metric or a figure as one side of a chart. */
export interface Axis {
  /** `params.depth`, `metrics.auc`, `evaluation.euros` */
  id: string;
  label: string;
  /** of each run; a class by its place among the classes; null: the run has none */
  values: readonly (number | null)[];
  /** what is no number, in order; null: it is one */
  classes: readonly string[] | null;
  say: (value: number) => string;
}

/** More different words than these are no side of a chart. */
const mostClasses = 30;

/** What differs between the runs and can be drawn: parameters first, then what was counted and measured. */
export function axesOf({ params, metrics, figures }: RunComparison, locale: Locale): Axis[] {
  const t = compareTexts[locale];
  return [
    ...params.map((row) => axisOf({ ...row, id: `params.${row.key}` }, locale)),
    ...figures.map((row) =>
      numberAxis(
        { ...row, id: `evaluation.${row.key}`, label: t.figures[row.key === 'euros' ? 'euros' : 'quality'] },
        locale,
      ),
    ),
    ...metrics.map((row) => numberAxis({ ...row, id: `metrics.${row.key}`, label: row.key }, locale)),
  ].filter((axis): axis is Axis => axis !== null && distinct(axis.values) > 1);
}

type Row = RunComparison['params'][number];

function axisOf({ key, id, values }: Row & { id: string }, locale: Locale): Axis | null {
  const given = values.flatMap((value) => (value === null ? [] : [String(value)]));
  if (given.every(isNumber))
    return numberAxis(
      { id, label: key, values: values.map((value) => (value === null ? null : Number(value))) },
      locale,
    );
  const classes = [...new Set(given)].toSorted();
  if (classes.length > mostClasses) return null;
  const places = values.map((value) => (value === null ? null : classes.indexOf(String(value))));
  return { id, label: key, values: places, classes, say: (place) => classes[place] ?? '' };
}

function numberAxis({ id, label, values }: Pick<Row, 'values'> & { id: string; label: string }, locale: Locale): Axis {
  const numbers = values.map((value) => (typeof value === 'number' ? value : null));
  return { id, label, values: numbers, classes: null, say: (value) => sayNumber(value, locale) };
}

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));
const distinct = (values: readonly (number | null)[]): number => new Set(values.filter((value) => value !== null)).size;

/** Runs as charts show them: each by a name of its own, with the group that it compares in. */
export interface PlottedRun {
  id: string;
  name: string;
  group: number;
  isBest: boolean;
}

export function plottedRuns({ runs, groups, bestId }: RunComparison): PlottedRun[] {
  const groupOf = new Map(groups.flatMap(({ runIds }, group) => runIds.map((id) => [id, group] as const)));
  const used = new Map<string, number>();
  return runs.map(({ id, name }) => {
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    return { id, name: times === 1 ? name : `${name} (${times})`, group: groupOf.get(id) ?? 0, isBest: id === bestId };
  });
}

/** In the middle of what is given; null for nothing. */
export function middleOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
