import { readable } from './axis-text.ts';
import { binQuantiles, valueQuantiles } from './bin-quantiles.ts';
import type { ColumnCounts, ColumnFrame, ColumnProfile, Figure, Scalar, ScalarFigure } from './contract.ts';
import { between, exact, notComputable } from './figure.ts';
import { countOf, momentsOf } from './moments.ts';
import { nullTokens } from './null-tokens.ts';
import { positionOf } from './position.ts';

/** So many values are listed. */
const listed = 20;

/** Different values by a sketch: about so many, and at least so many. */
export interface DistinctHint {
  estimate: number | null;
  atLeast: number;
}

/** What counts say of a column, for any rows that were counted in its frame. */
export function profileColumn(frame: ColumnFrame, counts: ColumnCounts, hint?: DistinctHint): ColumnProfile {
  const { name, type, kind, axis, edges, hash } = frame;
  const { rows, nulls, nan, plusInfinity, minusInfinity } = counts;
  return {
    name,
    type,
    kind,
    rows,
    nulls,
    nan,
    plusInfinity,
    minusInfinity,
    finite: countOf(counts),
    distinct: distinctOf(frame, counts, hint),
    min: endOf(frame, counts.min),
    max: endOf(frame, counts.max),
    moments: momentsOf(frame, counts),
    histogram: axis && { axis, edges, counts: counts.cells, hash },
    quantiles:
      otherOf(counts) === 0 ? valueQuantiles(frame, counts) : binQuantiles(frame, counts, endsOf(frame, counts)),
    top: topOf(frame, counts),
    text: kind === 'text' ? textOf(frame, counts) : null,
  };
}

function endOf({ axis }: ColumnFrame, end: Scalar | null): ScalarFigure {
  if (!axis) return notComputable('not_for_this_kind');
  return end === null ? notComputable('no_values') : { status: 'exact', value: end };
}

function endsOf({ axis }: ColumnFrame, { min, max }: ColumnCounts): { low: number; high: number } | null {
  if (!axis || min === null || max === null) return null;
  return { low: positionOf(axis, min), high: positionOf(axis, max) };
}

/** How far the sketch may be off: four of its standard errors of 13 % (64 registers), so all but once in 15,000 times. */
const sketchError = 0.52;

function distinctOf(frame: ColumnFrame, counts: ColumnCounts, hint: DistinctHint | undefined): Figure {
  if (frame.kind === 'nested' || frame.kind === 'other') return notComputable('not_for_this_kind');
  const finite = countOf(counts);
  const seen = counts.values.filter((count) => count > 0).length;
  const other = otherOf(counts);
  if (other === 0) return exact(seen);
  const atLeast = Math.max(seen + 1, hint?.atLeast ?? 0);
  const estimate = Math.min(finite, Math.max(atLeast, hint?.estimate ?? atLeast));
  if (typeof hint?.estimate !== 'number') return between(estimate, atLeast, Math.max(atLeast, seen + other));
  const high = Math.min(seen + other, Math.max(estimate, Math.ceil(hint.estimate / (1 - sketchError))));
  return between(estimate, Math.min(high, Math.max(atLeast, Math.floor(hint.estimate / (1 + sketchError)))), high);
}

/** Finite values that are not counted one by one. */
const otherOf = (counts: ColumnCounts): number => counts.values.reduce((left, count) => left - count, countOf(counts));

function topOf(frame: ColumnFrame, counts: ColumnCounts): ColumnProfile['top'] {
  if (frame.kind === 'nested' || frame.kind === 'other') return null;
  const all = frame.values.map((value, index) => ({
    value: readable(frame.kind, value),
    count: counts.values[index] ?? 0,
  }));
  const values = all
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, listed);
  const other = values.reduce((left, { count }) => left - count, countOf(counts));
  const least = values.length < listed ? 0 : (values.at(-1)?.count ?? 0);
  return { values, other, status: otherOf(counts) <= least ? 'exact' : 'approximate' };
}

function textOf(frame: ColumnFrame, counts: ColumnCounts): ColumnProfile['text'] {
  const { lengths } = counts;
  const figure = (value: number | undefined): Figure =>
    value === undefined ? notComputable('no_values') : exact(value);
  const found = nullTokens.map((token) => ({ token, count: counts.values[frame.values.indexOf(token)] ?? 0 }));
  return {
    shortest: figure(lengths?.shortest),
    longest: figure(lengths?.longest),
    meanLength: figure(lengths ? lengths.characters / countOf(counts) : undefined),
    empty: found.find(({ token }) => token === '')?.count ?? 0,
    nullTokens: found.filter(({ token, count }) => token !== '' && count > 0),
  };
}
