import { readable } from './axis-text.ts';
import { chooseFrames } from './choose-frame.ts';
import { profileColumn } from './column-profile.ts';
import type { SegmentColumn, TableProfile } from './contract.ts';
import { correlateColumns } from './correlate-columns.ts';
import { countTable } from './count-table.ts';
import { exactColumns } from './exact-columns.ts';
import { profileTarget, type Target, valuesSql } from './profile-target.ts';
import { openTable, type Table, type TableSource } from './table-source.ts';

/**
 * Types, nulls, counts, moments, cells, the most frequent values, ranges and lengths of all columns, in two looks at the
 * rows: one to choose the frame, one to count in it. Quantiles and numbers of different values are approximate, with
 * bounds.
 */
export async function profileFirst(source: TableSource): Promise<TableProfile> {
  return firstPass(await openTable(source));
}

async function firstPass(table: Table): Promise<TableProfile> {
  const chosen = await chooseFrames(table);
  const columns = chosen.map(({ frame }) => frame);
  const distinctOf = new Set(chosen.flatMap(({ hasMore }, place) => (hasMore ? [place] : [])));
  const [counted] = await countTable(table, columns, { distinctOf });
  const counts = counted?.counts ?? { rows: 0, columns: [] };
  return {
    version: 1,
    pass: 'first',
    rows: table.rows,
    columns: columns.flatMap((frame, index) => {
      const own = counts.columns[index];
      const hint = { estimate: counted?.distinct[index] ?? null, atLeast: chosen[index]?.atLeast ?? 0 };
      return own ? [profileColumn(frame, own, hint)] : [];
    }),
    frame: { version: 1, columns },
    counts,
    pairs: null,
    target: null,
    segments: [],
  };
}

export interface ProfileOptions {
  /** what a model is to tell; each column is set against it */
  target?: Target;
  /** columns for each of whose values everything is counted apart */
  segments?: readonly string[];
}

export interface ProfileStep {
  /** all that is known so far: it can be shown, and kept, at every step */
  profile: TableProfile;
  part: 'first' | 'columns' | 'pairs' | 'target' | 'segment';
  done: number;
  of: number;
}

/** So many columns are made exact at once. */
const columnsAStep = 10;
/** So many values of a segment are counted apart; the others together. */
const segmentValues = 12;

/**
 * The whole profile, step by step: the first pass at once, then exact quantiles, most frequent and different values,
 * correlations, what columns have to do with the target, and counts for each segment. A column that the table does not
 * have is left out.
 */
export async function* profileTable(source: TableSource, options: ProfileOptions = {}): AsyncGenerator<ProfileStep> {
  const table = await openTable(source);
  let profile = await firstPass(table);
  const later = laterSteps(table, options);
  const of = later.length + 1;
  yield { profile, part: 'first', done: 1, of };
  for (const [index, { part, add }] of later.entries()) {
    const done = index + 2;
    profile = { ...(await add(profile)), pass: done === of ? 'complete' : 'first' };
    yield { profile, part, done, of };
  }
}

interface LaterStep {
  part: ProfileStep['part'];
  add: (profile: TableProfile) => Promise<TableProfile>;
}

function laterSteps(table: Table, { target, segments = [] }: ProfileOptions): LaterStep[] {
  const portionsOfColumns = Math.ceil(table.columns.length / columnsAStep);
  return [
    ...Array.from({ length: portionsOfColumns }, (_, portion): LaterStep => ({
      part: 'columns',
      add: (profile) => withExactColumns(table, profile, portion * columnsAStep),
    })),
    {
      part: 'pairs',
      add: async (profile) => ({
        ...profile,
        pairs: await correlateColumns(table, { ...profile, first: target?.column }),
      }),
    },
    ...(target ? [targetStep(table, target)] : []),
    ...segments.map((segment): LaterStep => ({
      part: 'segment',
      add: async (profile) => ({
        ...profile,
        segments: [...profile.segments, ...(await countSegment(table, profile, segment))],
      }),
    })),
  ];
}

const targetStep = (table: Table, target: Target): LaterStep => ({
  part: 'target',
  add: async (profile) => ({ ...profile, target: await profileTarget(table, profile, target) }),
});

async function withExactColumns(table: Table, profile: TableProfile, from: number): Promise<TableProfile> {
  const portion = table.columns.slice(from, from + columnsAStep).flatMap((column) => {
    const own = profile.columns[column.place];
    const frame = profile.frame.columns[column.place];
    const counts = profile.counts.columns[column.place];
    return own && frame && counts ? [{ column, frame, counts, profile: own }] : [];
  });
  const exactly = await exactColumns(table, portion);
  const columns = profile.columns.toSpliced(from, exactly.length, ...exactly);
  return { ...profile, columns };
}

async function countSegment(table: Table, profile: TableProfile, name: string): Promise<SegmentColumn[]> {
  const column = table.columns.find((each) => each.name === name);
  if (!column) return [];
  const counted = await countTable(table, profile.frame.columns, { by: valuesSql(column, profile, segmentValues) });
  const values = counted
    .map(({ key, counts }) => ({ value: key === null ? null : readable(column.kind, key), counts }))
    .sort((a, b) => Number(a.value === null) - Number(b.value === null) || b.counts.rows - a.counts.rows);
  return [{ column: name, values }];
}
