import type { Change, ChangeKind, Grade } from '../diff-contract.ts';
import type { ColumnTraits, TextPattern } from './column-traits.ts';
import { typeChange } from './type-change.ts';

export interface Side {
  rows: number;
  columns: readonly ColumnTraits[];
}

export interface Rename {
  from: string;
  to: string;
}

/** What became of columns that are on both sides under one name, or under the new one that was guessed. */
export function compareColumns(before: Side, after: Side, renames: readonly Rename[]): Change[] {
  const changes: Change[] = renames.map(({ from, to }) =>
    change('column_renamed', 'breaking', { column: to, before: from, after: to, isGuess: true }),
  );
  const oldNameOf = (name: string) => renames.find(({ to }) => to === name)?.from ?? name;
  const isRenamed = (name: string) => renames.some(({ from }) => from === name);
  for (const column of after.columns) {
    const old = before.columns.find(({ name }) => name === oldNameOf(column.name));
    if (old) changes.push(...compareOne({ old, rows: before.rows }, { column, rows: after.rows }));
    else changes.push(change('column_added', 'compatible', { column: column.name, after: column.type }));
  }
  for (const { name, type } of before.columns)
    if (!isRenamed(name) && !after.columns.some((column) => column.name === name))
      changes.push(change('column_removed', 'breaking', { column: name, before: type }));
  return [...changes, ...orderChange(before, after, oldNameOf)];
}

interface Of {
  rows: number;
}

function compareOne(
  { old, rows: rowsBefore }: Of & { old: ColumnTraits },
  after: Of & { column: ColumnTraits },
): Change[] {
  const { column } = after;
  const type = typeChange(old.type, column.type);
  const of = { column: column.name };
  return [
    ...(type ? [change(type.kind, type.grade, { ...of, before: old.type, after: column.type })] : []),
    ...nullChange(rowsBefore - old.filled, after.rows - column.filled, column.name),
    ...textChanges(old, column),
    ...unitChange(old, column),
    ...categoryChanges(old, column),
  ];
}

function nullChange(before: number, after: number, column: string): Change[] {
  if (before === 0 && after > 0)
    return [change('nulls_appeared', 'breaking', { column, before: '0', after: String(after) })];
  if (before > 0 && after === 0)
    return [change('nulls_gone', 'compatible', { column, before: String(before), after: '0' })];
  return [];
}

/** A pattern is that of a column when nearly all of its texts are written so. */
const dominant = 0.9;
const dates: readonly TextPattern[] = ['yyyy-mm-dd', 'dd-mm-yyyy', 'dd/mm/yyyy', 'dd.mm.yyyy', 'yyyymmdd'];
const marks: readonly TextPattern[] = ['decimal comma', 'decimal point'];

function textChanges(old: ColumnTraits, { name: column, text }: ColumnTraits): Change[] {
  if (!old.text || !text) return [];
  const changes: Change[] = [];
  const patternIn = (of: NonNullable<ColumnTraits['text']>, names: readonly TextPattern[]) =>
    names.find((name) => of.patterns[name] >= dominant);
  for (const [names, kind] of [
    [dates, 'date_pattern_changed'],
    [marks, 'decimal_mark_changed'],
  ] as const) {
    const [before, after] = [patternIn(old.text, names), patternIn(text, names)];
    if (before && after && before !== after) changes.push(change(kind, 'breaking', { column, before, after }));
  }
  if (old.text.garbled === 0 && text.garbled > 0)
    changes.push(change('encoding_changed', 'breaking', { column, after: percent(text.garbled), isGuess: true }));
  return changes;
}

const percent = (share: number): string => `${Math.max(0.01, Math.round(share * 10_000) / 100)} %`;

/** How many of the one go into the other: a column that is so many times what it was is written in another unit. */
const units: readonly (readonly [factor: number, words: string])[] = [
  [1000, '1000'],
  [100, '100'],
  [60, '60'],
  [3600, '3600'],
  [24, '24'],
  [1.609344, 'km / mile'],
  [3.28084, 'foot / m'],
  [2.204623, 'lb / kg'],
  [2.54, 'cm / inch'],
];
const enough = 100;

function unitChange(old: ColumnTraits, column: ColumnTraits): Change[] {
  if (!old.quartiles || !column.quartiles || old.filled < enough || column.filled < enough) return [];
  const ratios = column.quartiles.map((after, at) => after / (old.quartiles?.[at] ?? 0));
  const [first = 0] = ratios;
  const isOneFactor = ratios.every((ratio) => Number.isFinite(ratio) && Math.abs(ratio / first - 1) < 0.02);
  const isSpread = new Set(old.quartiles).size === old.quartiles.length;
  if (!isOneFactor || !isSpread || first <= 0) return [];
  const found = units.find(([factor]) => isNear(first, factor) || isNear(1 / first, factor));
  if (!found) return [];
  const after = isNear(first, found[0]) ? `× ${found[1]}` : `÷ ${found[1]}`;
  return [change('unit_changed', 'breaking', { column: column.name, after, isGuess: true })];
}

const isNear = (ratio: number, factor: number): boolean => Math.abs(ratio / factor - 1) < 0.02;

const shown = 10;

/** What differs in capitals only is another value for whoever compares texts. */
function categoryChanges(old: ColumnTraits, { name: column, categories }: ColumnTraits): Change[] {
  if (!old.categories || !categories) return [];
  const before = new Set(old.categories);
  const after = new Set(categories);
  const appeared = categories.filter((value) => !before.has(value));
  const gone = old.categories.filter((value) => !after.has(value));
  const folded = new Map(gone.map((value) => [value.toLowerCase(), value]));
  const recased = appeared.filter((value) => folded.has(value.toLowerCase()));
  const lost = new Set(recased.map((value) => folded.get(value.toLowerCase())));
  const made = (kind: ChangeKind, grade: Grade, values: readonly string[]) =>
    values.length === 0
      ? []
      : [change(kind, grade, { column, after: String(values.length), examples: values.slice(0, shown) })];
  return [
    ...made('case_changed', 'breaking', recased),
    ...made(
      'values_appeared',
      'compatible',
      appeared.filter((value) => !recased.includes(value)),
    ),
    ...made(
      'values_gone',
      'compatible',
      gone.filter((value) => !lost.has(value)),
    ),
  ];
}

function orderChange(before: Side, after: Side, oldNameOf: (name: string) => string): Change[] {
  const kept = after.columns.map(({ name }) => oldNameOf(name));
  const then = before.columns.map(({ name }) => name).filter((name) => kept.includes(name));
  const now = kept.filter((name) => then.includes(name));
  return then.join('\n') === now.join('\n')
    ? []
    : [change('order_changed', 'cosmetic', { before: then.join(', '), after: now.join(', ') })];
}

export function change(
  kind: ChangeKind,
  grade: Grade,
  { column = null, before = null, after = null, examples = [], isGuess = false }: Partial<Change>,
): Change {
  return { kind, grade, column, before, after, examples, isGuess };
}
