import type { Analytics } from '../../../platform/analytics/analytics.ts';
import { type Change, grades } from '../diff-contract.ts';
import type { ReadyVersion } from '../ready-version.ts';
import { quotedName } from '../row-sql.ts';
import { type Asked, type ColumnTraits, traitsOf } from './column-traits.ts';
import { change, compareColumns, type Rename } from './compare-columns.ts';
import { likenessOf, sketchOf } from './value-likeness.ts';

interface Given {
  analytics: Analytics;
  base: ReadyVersion;
  version: ReadyVersion;
  signal?: AbortSignal;
}

interface Seen {
  asked: Asked;
  rows: number;
  columns: ColumnTraits[];
}

/** What changed from one version to another, the gravest first. */
export async function compareVersions({ analytics, base, version, signal }: Given): Promise<Change[]> {
  const see = async ({ parquet, columns, rows }: ReadyVersion): Promise<Seen> => {
    const asked = { analytics, parquet, ...(signal === undefined ? {} : { signal }) };
    return { asked, rows, columns: await traitsOf(asked, columns) };
  };
  const before = await see(base);
  const after = await see(version);
  const renames = await guessRenames(before, after);
  const changes = [...compareColumns(before, after, renames), ...(await lostKeys(before, after, renames))];
  return changes.toSorted((a, b) => grades.indexOf(a.grade) - grades.indexOf(b.grade));
}

/** So many columns are compared by their values; with more, a person is no longer helped by guesses. */
const mostGuessed = 20;
/** A column with these values in common, or in the same place with some of them, is likely the same one. */
const [alike, alikeInPlace] = [0.5, 0.05];

async function guessRenames(before: Seen, after: Seen): Promise<Rename[]> {
  const removed = without(before.columns, after.columns);
  const added = without(after.columns, before.columns);
  if (removed.length === 0 || added.length === 0 || removed.length > mostGuessed || added.length > mostGuessed)
    return [];
  const sketches = new Map<ColumnTraits, string[]>();
  for (const [seen, columns] of [
    [before, removed],
    [after, added],
  ] as const)
    for (const column of columns) sketches.set(column, await sketchOf(seen.asked, column.name));
  const pairs = removed.flatMap((from) =>
    added.map((to) => {
      const likeness = likenessOf(sketches.get(from) ?? [], sketches.get(to) ?? []);
      const isInPlace = before.columns.indexOf(from) === after.columns.indexOf(to) && from.type === to.type;
      return { from, to, likeness, isLikely: likeness >= alike || (isInPlace && likeness >= alikeInPlace) };
    }),
  );
  const renames: Rename[] = [];
  for (const { from, to } of pairs.filter(({ isLikely }) => isLikely).toSorted((a, b) => b.likeness - a.likeness))
    if (!renames.some((each) => each.from === from.name || each.to === to.name))
      renames.push({ from: from.name, to: to.name });
  return renames;
}

const without = (some: readonly ColumnTraits[], others: readonly ColumnTraits[]): ColumnTraits[] =>
  some.filter(({ name }) => !others.some((other) => other.name === name));

/** The count of different values is approximate, by at most a few per cent. */
const nearlyAll = 0.9;
const mostKeys = 8;

/** Columns that named every row, and no longer do. */
async function lostKeys(before: Seen, after: Seen, renames: readonly Rename[]): Promise<Change[]> {
  const candidates = before.columns.filter(
    ({ filled, distinct }) => before.rows > 1 && filled === before.rows && distinct >= nearlyAll * before.rows,
  );
  const changes: Change[] = [];
  for (const { name } of candidates.slice(0, mostKeys)) {
    const now = renames.find(({ from }) => from === name)?.to ?? name;
    if (!after.columns.some((column) => column.name === now)) continue;
    const repeated = await repeatsIn(after, now);
    if (repeated === 0 || (await repeatsIn(before, name)) > 0) continue;
    changes.push(change('key_lost', 'breaking', { column: now, before: '0', after: String(repeated) }));
  }
  return changes;
}

/** Rows that a column does not name alone: those without a value, and those whose value came before. */
async function repeatsIn({ asked, rows }: Seen, column: string): Promise<number> {
  const { analytics, parquet, signal } = asked;
  const [counted] = await analytics.query<{ distinct: number }>(
    `select count(distinct ${quotedName(column)})::bigint as distinct from read_parquet($1)`,
    [parquet],
    { files: parquet, timeout_ms: 300_000, ...(signal === undefined ? {} : { signal }) },
  );
  return rows - (counted?.distinct ?? 0);
}
