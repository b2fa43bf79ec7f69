import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  correctedCramer,
  exactAuc,
  exactEta,
  exactPearson,
  indexByDefinition,
  inUnits,
  ranksOf,
  tally,
} from '../../../test/kit/exact-relations.ts';
import { expectTrue } from '../../../test/kit/expect-true.ts';
import { positionIn } from '../../../test/kit/finite-values.ts';
import type { ParquetColumn } from '../../../test/kit/parquet-table.ts';
import { numericColumns, rowsOf, textColumns, timeColumns } from '../../../test/kit/random-columns.ts';
import { toDouble } from '../../../test/kit/rational.ts';
import { openStatisticsFolder, type StatisticsFolder } from '../../../test/kit/statistics-folder.ts';
import { coarsen } from './coarsen.ts';
import type { Association, ColumnProfile, Figure, ScalarFigure, TableProfile, TargetProfile } from './contract.ts';
import { profileTable, relateTable } from './index.ts';

const random = [...numericColumns, ...timeColumns, ...textColumns];
const rows = rowsOf(random);
const every = (of: (row: number) => string | null) => Array.from({ length: rows }, (_, row) => of(row));
/** What is to be told: two classes, three, and a number, each not known in some rows. */
const targets: ParquetColumn[] = [
  {
    name: 'late',
    type: 'INTEGER',
    values: every((row) => (row % 17 === 0 ? null : String((row * 7) % 3 === 0 ? 1 : 0))),
  },
  { name: 'class', type: 'VARCHAR', values: every((row) => (row % 13 === 0 ? null : 'abc'.charAt((row * row) % 3))) },
  { name: 'amount', type: 'DOUBLE', values: every((row) => (row % 11 === 0 ? 'NaN' : String(Math.sin(row) * 1e3))) },
];
// The numbers that are to be told come first: only so many are set against each other.
const columns = [...targets, ...random];
const measured = [targets[2]!, ...numericColumns, ...timeColumns];

let folder: StatisticsFolder;
let profile: TableProfile;
const related: Partial<Record<string, TargetProfile>> = {};
beforeAll(async () => {
  folder = await openStatisticsFolder();
  const source = await folder.table(columns);
  for await (const step of profileTable(source, { target: { column: 'late' } })) profile = step.profile;
  related['late'] = profile.target!;
  for (const column of ['class', 'amount'])
    for await (const step of relateTable(source, profile, { target: { column } }))
      related[column] = step.profile.target!;
}, 120_000);
afterAll(() => folder.close());

const own = (name: string): ColumnProfile => profile.columns.find((column) => column.name === name)!;
const unitsOf = (column: ParquetColumn): (bigint | null)[] => {
  const positions = every((row) => column.values[row] ?? null).map((value) => positionIn(column, value));
  const units = inUnits(positions.filter((position) => position !== null));
  let at = 0;
  return positions.map((position) => (position === null ? null : (units[at++] ?? null)));
};
const cache = new Map<string, (bigint | null)[]>();
const units = (column: ParquetColumn) =>
  cache.get(column.name) ?? cache.set(column.name, unitsOf(column)).get(column.name)!;

test('DS7 after the second pass quantiles and numbers of different values of 220 columns are those of their values', () => {
  for (const column of measured) {
    const found = own(column.name);
    const sorted = units(column)
      .flatMap((unit, row) => (unit === null ? [] : [{ unit, value: column.values[row]! }]))
      .toSorted((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0));
    expect(found.distinct, column.name).toEqual({
      status: 'exact',
      value: new Set(sorted.map(({ unit }) => unit)).size,
    });
    if (sorted.length === 0) continue;
    for (const { share, value } of found.quantiles!) {
      const rank = Math.max(1, Math.ceil(Number((share * sorted.length).toPrecision(12))));
      expectSame(column, value, sorted[rank - 1]!.value);
    }
    expectSame(column, found.min, sorted[0]!.value);
    expectSame(column, found.max, sorted.at(-1)!.value);
  }
});

/** To the last digit: both are fractions of whole numbers. */
function expectSame(column: ParquetColumn, figure: ScalarFigure, truth: string): void {
  expect(figure.status, column.name).toBe('exact');
  const told = positionIn(column, figure.status === 'exact' ? String(figure.value).replace('T', ' ') : null)!;
  const wanted = positionIn(column, truth)!;
  expect(told.over * wanted.under, `${column.name}: ${truth}`).toBe(wanted.over * told.under);
}

test('DS7 what is said of texts of every script is what they hold', () => {
  for (const column of [...textColumns, targets[1]!]) {
    const found = own(column.name);
    const values = column.values.filter((value) => value !== null);
    const counts = tally(values);
    const lengths = values.map((value) => Array.from(value).length);
    expect(found).toMatchObject({
      nulls: rows - values.length,
      distinct: { status: 'exact', value: counts.size },
      text: {
        shortest: { value: Math.min(...lengths) },
        longest: { value: Math.max(...lengths) },
        empty: counts.get('') ?? 0,
      },
    });
    expectTrue(found.text?.meanLength, lengths.reduce((sum, length) => sum + length, 0) / lengths.length, column.name);
    for (const { value, count } of found.top!.values) expect(count, value).toBe(counts.get(value));
    const listed = found.top!.values.reduce((sum, { count }) => sum + count, 0);
    expect(found.top!.other).toBe(values.length - listed);
    if (found.top!.status === 'exact' && found.top!.values.length > 0) {
      const most = [...counts.values()].toSorted((a, b) => b - a).slice(0, found.top!.values.length);
      expect(found.top!.values.map(({ count }) => count)).toEqual(most);
    }
  }
});

/** Also where there is none: then the figure has a reason. */
function expectFigure(figure: Figure | null | undefined, truth: number | null, of: string): void {
  if (truth === null || !Number.isFinite(truth)) expect(figure?.status, of).toBe('not_computable');
  else expectTrue(figure, truth, of);
}

test('DS7 correlations of values and of ranks of 1,225 pairs of columns are those of exact fractions', () => {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const ranked = new Map<string, (bigint | null)[]>();
  const ranks = (column: ParquetColumn) => {
    const known = ranked.get(column.name);
    if (known) return known;
    const all = units(column);
    const found = ranksOf(all.filter((unit) => unit !== null));
    let at = 0;
    const made = all.map((unit) => (unit === null ? null : (found[at++] ?? null)));
    ranked.set(column.name, made);
    return made;
  };
  const both = (x: (bigint | null)[], y: (bigint | null)[]) => {
    const kept = x.flatMap((unit, row) => (unit === null || y[row] === null ? [] : [[unit, y[row] ?? 0n] as const]));
    return exactPearson(
      kept.map(([unit]) => unit),
      kept.map(([, unit]) => unit),
    );
  };
  expect(profile.pairs?.length).toBe(1225);
  for (const { a, b, pearson, spearman } of profile.pairs!) {
    const [x, y] = [byName.get(a)!, byName.get(b)!];
    expectFigure(pearson, both(units(x), units(y)), `${a} and ${b}`);
    expectFigure(spearman, both(ranks(x), ranks(y)), `ranks of ${a} and ${b}`);
  }
});

const associated = (target: string, column: string): Association =>
  related[target]!.columns.find((each) => each.column === column)!;
const classAt = (target: ParquetColumn, row: number) => target.values[row] ?? null;
const groupsBy = (target: ParquetColumn, column: ParquetColumn) => (value: string) =>
  units(column).flatMap((unit, row) => (unit !== null && classAt(target, row) === value ? [unit] : []));

test('DS7 what 220 columns of numbers and times have to do with two classes is exact, or between its bounds', () => {
  const [late] = targets as [ParquetColumn];
  for (const column of measured) {
    const found = associated('late', column.name);
    const [is, not] = ['1', '0'].map(groupsBy(late, column)) as [bigint[], bigint[]];
    const truth = exactEta([is, not]);
    expectFigure(found.strength, truth, `eta of ${column.name}`);
    const signs = [...is.map(() => 1n), ...not.map(() => 0n)];
    const biserial = is.length === 0 || not.length === 0 ? truth : exactPearson([...is, ...not], signs);
    expectFigure(found.pointBiserial, biserial, `point biserial of ${column.name}`);
    expectFigure(found.auc, exactAuc(is, not), `AUC of ${column.name}`);
  }
});

test('DS7 the information value is the index of the classes, by its definition', () => {
  const [late] = targets as [ParquetColumn];
  for (const column of [...measured, ...textColumns]) {
    const found = associated('late', column.name).informationValue;
    const cells = ['1', '0'].map((value) => cellsOf(column, (row) => classAt(late, row) === value));
    const filled = cells.every((side) => side.some((count) => count > 0));
    const joined = column.type === 'VARCHAR' ? cells : coarsen(cells, 10);
    const used = joined[0]!.map((_, at) => at).filter((at) => joined.some((side) => (side[at] ?? 0) > 0));
    const [a, b] = joined.map((side) => used.map((at) => side[at] ?? 0)) as [number[], number[]];
    expectFigure(found, filled ? indexByDefinition(a, b) : null, `information value of ${column.name}`);
  }
});

/** Counted from the values themselves, in the frame of the column. */
function cellsOf(column: ParquetColumn, isIn: (row: number) => boolean): number[] {
  const frame = profile.frame.columns.find(({ name }) => name === column.name)!;
  const values = column.values.filter(
    (value, row) => isIn(row) && (column.type === 'VARCHAR' ? value !== null : positionIn(column, value) !== null),
  );
  if (column.type === 'VARCHAR') {
    const listed = frame.values.map((value) => values.filter((each) => each === value).length);
    return [...listed, values.length - listed.reduce((sum, count) => sum + count, 0)];
  }
  const positions = values.map((value) => toDouble(positionIn(column, value)!));
  return [...frame.edges, Infinity].map(
    (edge, cell) => positions.filter((at) => at <= edge && at > (frame.edges[cell - 1] ?? -Infinity)).length,
  );
}

test("DS7 several classes: the correlation ratio of numbers, and Cramér's V of texts", () => {
  const [, classes] = targets as [ParquetColumn, ParquetColumn];
  for (const column of measured) {
    const groups = ['a', 'b', 'c'].map(groupsBy(classes, column));
    expectFigure(associated('class', column.name).strength, exactEta(groups), `eta of ${column.name}`);
  }
  for (const column of textColumns) {
    const frame = profile.frame.columns.find(({ name }) => name === column.name)!;
    const known = new Set(frame.values);
    const pairs = column.values.flatMap((value, row) => {
      const [one, other] = [value, classAt(classes, row)];
      return one === null || other === null ? [] : [[known.has(one) ? `=${one}` : 'other', other] as const];
    });
    expectFigure(associated('class', column.name).strength, correctedCramer(pairs) ?? 0, `V of ${column.name}`);
  }
});

test('DS7 a number: the correlation of numbers, and the correlation ratio of texts', () => {
  const [, , amount] = targets as [ParquetColumn, ParquetColumn, ParquetColumn];
  const told = units(amount);
  for (const column of numericColumns.slice(0, 48)) {
    const kept = units(column).flatMap((unit, row) => (unit === null || told[row] === null ? [] : [row]));
    const truth = exactPearson(
      kept.map((row) => units(column)[row] ?? 0n),
      kept.map((row) => told[row] ?? 0n),
    );
    expectFigure(associated('amount', column.name).strength, truth === null ? null : Math.abs(truth), column.name);
  }
  for (const column of textColumns) {
    const frame = profile.frame.columns.find(({ name }) => name === column.name)!;
    const listed = frame.values
      .map((value) => ({ value, count: column.values.filter((each) => each === value).length }))
      .toSorted((a, b) => b.count - a.count);
    if (listed.length > 50) continue;
    const known = new Set(listed.map(({ value }) => value));
    const groups = Map.groupBy(
      column.values.flatMap((value, row) =>
        value === null || told[row] === null ? [] : [{ value, unit: told[row] ?? 0n }],
      ),
      ({ value }) => (known.has(value) ? value : null),
    );
    const truth = exactEta([...groups.values()].map((group) => group.map(({ unit }) => unit)));
    expectFigure(associated('amount', column.name).strength, truth, `eta of ${column.name}`);
  }
});
