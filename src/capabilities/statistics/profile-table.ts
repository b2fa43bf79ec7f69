import { chooseFrames } from './choose-frame.ts';
import { profileColumn } from './column-profile.ts';
import type { TableProfile } from './contract.ts';
import { correlateColumns, isSetAgainstOthers } from './correlate-columns.ts';
import { countSegment, type Segment } from './count-segment.ts';
import { countTable } from './count-table.ts';
import { exactColumns } from './exact-columns.ts';
import { partsFor } from './parts-for.ts';
import { profileTarget, type Target } from './profile-target.ts';
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
  target?: Target | undefined;
  /** parts of the rows for each of which everything is counted apart */
  segments?: readonly Segment[] | undefined;
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
/** So many values of a segment, and so many classes of a target, are counted apart at most; the others together. */
const [segmentValues, targetClasses] = [12, 20];

/**
 * The whole profile, step by step: the first pass at once, then exact quantiles, most frequent and different values,
 * correlations, what columns have to do with the target, and counts for each segment. A column that the table does not
 * have is left out.
 */
export async function* profileTable(source: TableSource, options: ProfileOptions = {}): AsyncGenerator<ProfileStep> {
  const table = await openTable(source);
  const profile = await firstPass(table);
  const portionsOfColumns = Math.ceil(table.columns.length / columnsAStep);
  const later: LaterStep[] = [
    ...Array.from({ length: portionsOfColumns }, (_, portion): LaterStep => ({
      part: 'columns',
      add: (known) => withExactColumns(table, known, portion * columnsAStep),
    })),
    pairsStep(table, options),
    ...(options.target ? [targetStep(table, options)] : []),
    ...segmentSteps(table, options),
  ];
  const of = later.length + 1;
  yield { profile, part: 'first', done: 1, of };
  yield* addSteps(profile, later, of);
}

/** A whole profile with another target or other segments: only what depends on these is computed anew. */
export async function* relateTable(
  source: TableSource,
  known: TableProfile,
  options: ProfileOptions,
): AsyncGenerator<ProfileStep> {
  const table = await openTable(source);
  const { target } = options;
  const later = [
    ...(target && !isSetAgainstOthers(known, target.column) ? [pairsStep(table, options)] : []),
    targetStep(table, options),
    ...segmentSteps(table, options),
  ];
  yield* addSteps({ ...known, target: null, segments: [] }, later, later.length);
}

interface LaterStep {
  part: ProfileStep['part'];
  add: (profile: TableProfile) => Promise<TableProfile>;
}

async function* addSteps(from: TableProfile, later: readonly LaterStep[], of: number): AsyncGenerator<ProfileStep> {
  let profile = from;
  for (const [index, { part, add }] of later.entries()) {
    const done = of - later.length + index + 1;
    profile = { ...(await add(profile)), pass: done === of ? 'complete' : 'first' };
    yield { profile, part, done, of };
  }
}

const pairsStep = (table: Table, { target }: ProfileOptions): LaterStep => ({
  part: 'pairs',
  add: async (profile) => ({
    ...profile,
    pairs: await correlateColumns(table, { ...profile, first: target?.column }),
  }),
});

const targetStep = (table: Table, { target }: ProfileOptions): LaterStep => ({
  part: 'target',
  add: async (profile) => ({
    ...profile,
    target: target
      ? await profileTarget(table, profile, { target, most: partsFor(table, { most: targetClasses }) })
      : null,
  }),
});

const segmentSteps = (table: Table, { segments = [] }: ProfileOptions): LaterStep[] =>
  segments.map((segment) => ({
    part: 'segment',
    add: async (profile) => ({
      ...profile,
      segments: [
        ...profile.segments,
        ...(await countSegment(table, profile, {
          segment,
          most: partsFor(table, { most: segmentValues, times: segments.length }),
        })),
      ],
    }),
  }));

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
