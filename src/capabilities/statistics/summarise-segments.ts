import { readable } from './axis-text.ts';
import type { Outcome, SegmentSummary, TableCounts, TableProfile } from './contract.ts';
import { countOf, momentsOf, spreadOf } from './moments.ts';
import { meanOutcome, shareOutcome } from './outcome.ts';

type Part = SegmentSummary['whole'];

/**
 * Each part of each segment beside the whole: its rows, its share of positive cases or the mean of the target, and of one
 * column what is missing and its mean. From counts alone.
 */
export function summariseSegments(profile: TableProfile, column: string | null): SegmentSummary {
  const place = profile.frame.columns.findIndex(({ name }) => name === column);
  const partOf = (counts: TableCounts): Part => ({
    rows: counts.rows,
    outcome: outcomeOf(profile, counts),
    ...ofColumn(profile, counts, place),
  });
  return {
    column: place < 0 ? null : column,
    whole: partOf(profile.counts),
    segments: profile.segments.map(({ name, column: by, values }) => ({
      name,
      column: by,
      parts: values.map(({ value, counts }) => ({ value, ...partOf(counts) })),
    })),
  };
}

function ofColumn({ frame }: TableProfile, counts: TableCounts, place: number): Pick<Part, 'missing' | 'mean'> {
  const [column, own] = [frame.columns[place], counts.columns[place]];
  if (!column || !own) return { missing: null, mean: null };
  const missing = own.rows === 0 ? 0 : (own.rows - countOf(own)) / own.rows;
  return { missing, mean: momentsOf(column, own)?.mean ?? null };
}

/** Of two classes the share of the positive one, of a number its mean; of several classes there is no one figure. */
function outcomeOf({ frame, target }: TableProfile, counts: TableCounts): Outcome {
  const place = frame.columns.findIndex(({ name }) => name === target?.column);
  const [column, own] = [frame.columns[place], counts.columns[place]];
  if (!target || !column || !own) return null;
  if (target.kind === 'number') {
    const spread = spreadOf(column, own);
    return spread && meanOutcome({ known: countOf(own), ...spread });
  }
  if (target.positive === null) return null;
  const classes = new Set(target.classes.map(({ value }) => value));
  const cases = (isOne: (value: string) => boolean) =>
    column.values.reduce(
      (sum, value, at) => sum + (isOne(readable(column.kind, value)) ? (own.values[at] ?? 0) : 0),
      0,
    );
  const positives = cases((value) => value === target.positive);
  return shareOutcome(
    positives,
    cases((value) => classes.has(value)),
  );
}
