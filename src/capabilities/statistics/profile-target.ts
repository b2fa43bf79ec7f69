import { associateClasses } from './associate-classes.ts';
import { readable } from './axis-text.ts';
import { countedSql, finiteSql, listOf, positionSql, shiftedSql, struct } from './column-sql.ts';
import type { Association, Figure, TableProfile, TargetProfile } from './contract.ts';
import { countTable } from './count-table.ts';
import { exact, notComputable } from './figure.ts';
import { ask, portions, type Table, type TableColumn, tableSql } from './table-source.ts';

export interface Target {
  column: string;
  /** of two classes, the one whose share is the target rate: the truth, the larger number, or the rarer text unless told */
  positive?: string | undefined;
}

/**
 * What each column has to do with the target, by one look at the rows. Of a text with more than so many classes the others
 * are counted together, a number of more is taken as one. Null where the table has no such column.
 */
export async function profileTarget(
  table: Table,
  profile: TableProfile,
  { target, most }: { target: Target; most: number },
): Promise<TargetProfile | null> {
  const column = table.columns.find(({ name }) => name === target.column);
  if (!column) return null;
  const own = profile.columns[column.place];
  const isNumber = own?.kind === 'number' || own?.kind === 'integer' || own?.kind === 'decimal';
  const isFew = own?.distinct.status === 'exact' && own.distinct.value <= most;
  return isNumber && !isFew
    ? ofNumber(table, profile, column)
    : ofClasses(table, profile, { column, positive: target.positive, most });
}

/** SQL of the most frequent values of a column; all others are null. */
export function valuesSql(column: TableColumn, profile: TableProfile, most: number): string {
  const frame = profile.frame.columns[column.place];
  const counts = profile.counts.columns[column.place]?.values ?? [];
  const known = (frame?.values ?? []).map((value, index) => ({ value, count: counts[index] ?? 0 }));
  const listed = known
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, most);
  if (listed.length === 0) return 'null::varchar';
  const finite = finiteSql(column);
  const { value, type } = countedSql(column, finite);
  const among = listOf(
    listed.map((each) => each.value),
    type,
  );
  return `case when list_contains(${among}, ${value}) then (${finite})::varchar end`;
}

async function ofClasses(
  table: Table,
  profile: TableProfile,
  { column, positive: told, most }: { column: TableColumn; positive: string | undefined; most: number },
): Promise<TargetProfile> {
  const by = valuesSql(column, profile, most);
  const counted = await countTable(table, profile.frame.columns, { by });
  const classes = counted
    .flatMap(({ key, counts }) => (key === null ? [] : [{ value: readable(column.kind, key), counts }]))
    .sort((a, b) => b.counts.rows - a.counts.rows || (a.value < b.value ? -1 : 1));
  const positive = classes.length === 2 ? positiveOf(column, classes, told) : null;
  const columns = profile.frame.columns.flatMap((frame, place) => {
    if (place === column.place) return [];
    const own = classes.flatMap(({ counts }) => counts.columns[place] ?? []);
    const at = positive === null ? null : classes.findIndex(({ value }) => value === positive);
    return [associateClasses({ frame, classes: own, positive: at })];
  });
  return { column: column.name, kind: 'classes', positive, classes, columns };
}

function positiveOf(
  { kind }: TableColumn,
  classes: readonly { value: string }[],
  told: string | undefined,
): string | null {
  const values = classes.map(({ value }) => value);
  const asListed = told === undefined ? undefined : readable(kind, told);
  if (asListed !== undefined && values.includes(asListed)) return asListed;
  if (kind === 'boolean') return 'true';
  if (kind === 'text') return values.at(-1) ?? null;
  return values.toSorted((a, b) => Number(a) - Number(b)).at(-1) ?? null;
}

async function ofNumber(table: Table, profile: TableProfile, column: TableColumn): Promise<TargetProfile> {
  const ratios = await correlationRatios(table, profile, column);
  const columns = profile.frame.columns.flatMap((frame, place): Association[] => {
    if (place === column.place) return [];
    const none = { column: frame.name, pointBiserial: null, auc: null, informationValue: null };
    if (frame.axis === 'value')
      return [{ ...none, measure: 'pearson', strength: pearsonWith(profile, column.name, frame.name) }];
    const strength = ratios.get(place) ?? notComputable('not_for_this_kind');
    return [{ ...none, measure: 'correlation_ratio', strength }];
  });
  return { column: column.name, kind: 'number', positive: null, classes: [], columns };
}

function pearsonWith({ pairs }: TableProfile, target: string, column: string): Figure {
  const pair = pairs?.find(({ a, b }) => (a === target && b === column) || (a === column && b === target));
  const pearson = pair?.pearson ?? notComputable('too_few_values');
  if (pearson.status === 'not_computable') return pearson;
  if (pearson.status === 'exact') return exact(Math.abs(pearson.value));
  const ends = [Math.abs(pearson.low), Math.abs(pearson.high)];
  const low = pearson.low <= 0 && pearson.high >= 0 ? 0 : Math.min(...ends);
  return { status: 'approximate', value: Math.abs(pearson.value), low, high: Math.max(...ends) };
}

interface Group {
  n: number;
  s: number;
  q: number;
}

/** Of a number with columns of texts or truths: the root of the share of its variance that lies between their values. */
async function correlationRatios(
  table: Table,
  profile: TableProfile,
  target: TableColumn,
): Promise<Map<number, Figure>> {
  const frame = profile.frame.columns[target.place];
  const found = new Map<number, Figure>();
  if (!frame) return found;
  const finite = finiteSql(target);
  const z = shiftedSql(frame, { finite, position: positionSql(target.kind, finite) });
  for (const columns of portions(table.columns.filter(({ kind }) => kind === 'text' || kind === 'boolean'))) {
    const asked = columns.map((column) => {
      const key = valuesSql(column, profile, 50);
      const rows = `select ${key} as k, ${z} as z from ${tableSql(table)} where c${column.place} is not null`;
      const groups = `select count(z) as n, fsum(z) as s, fsum(z * z) as q from (${rows}) where z is not null group by k`;
      return `(select list(${struct({ n: 'n', s: 's', q: 'q' })}) from (${groups})) as e${column.place}`;
    });
    const [row = {}] = await ask<Record<string, never>>(table, `select ${asked.join(', ')}`);
    for (const { place } of columns) found.set(place, ratioOf(row[`e${place}`] ?? []));
  }
  return found;
}

function ratioOf(groups: readonly Group[]): Figure {
  const sum = (of: (group: Group) => number) => groups.reduce((total, group) => total + of(group), 0);
  const n = sum((group) => group.n);
  if (n < 2) return notComputable('too_few_values');
  const mean = sum((group) => group.s) / n;
  const all = sum((group) => group.q) - n * mean * mean;
  const among = sum((group) => group.n * (group.s / group.n - mean) ** 2);
  return all > 0 ? exact(Math.sqrt(Math.min(1, among / all))) : notComputable('one_value_only');
}
