import { quantileShares, rankOf } from './bin-quantiles.ts';
import { readable, scalarOf } from './axis-text.ts';
import { double, finiteSql, positionSql, struct } from './column-sql.ts';
import type { ColumnCounts, ColumnFrame, ColumnProfile } from './contract.ts';
import { exact } from './figure.ts';
import { ask, type Table, type TableColumn, tableSql } from './table-source.ts';

export interface CountedColumn {
  column: TableColumn;
  frame: ColumnFrame;
  counts: ColumnCounts;
  profile: ColumnProfile;
}

interface Groups {
  distinct: number;
  top: { n: number; v: string }[] | null;
}

/**
 * Numbers of different values, the most frequent and quantiles, exactly. A quantile is looked for among the values of
 * its own cell, as it is known how many lie below: a hundredth of the rows is sorted, not all.
 */
export async function exactColumns(table: Table, columns: readonly CountedColumn[]): Promise<ColumnProfile[]> {
  const asked = columns.flatMap((each) => [
    ...(needsGroups(each) ? [groupsSql(table, each)] : []),
    ...(needsQuantiles(each) ? [quantilesSql(table, each)] : []),
  ]);
  const [row = {}] = asked.length === 0 ? [] : await ask<Record<string, never>>(table, `select ${asked.join(', ')}`);
  return columns.map(({ column, profile }) => {
    const groups = row[`g${column.place}`] as unknown as Groups | undefined;
    const quantiles = row[`q${column.place}`] as unknown as string[] | undefined;
    return {
      ...profile,
      ...(groups && { distinct: exact(groups.distinct), top: topOf(profile, groups) }),
      ...(quantiles && { quantiles: quantilesOf(profile, quantiles) }),
    };
  });
}

const needsGroups = ({ profile }: CountedColumn): boolean =>
  profile.distinct.status === 'approximate' || profile.top?.status === 'approximate';

const needsQuantiles = ({ profile }: CountedColumn): boolean =>
  profile.quantiles?.some(({ value }) => value.status === 'approximate') ?? false;

const tooLongToList = 200;

function groupsSql(table: Table, { column }: CountedColumn): string {
  const value = column.kind === 'text' ? `left(v, ${tooLongToList})` : 'v::varchar';
  const grouped = `select ${finiteSql(column)} as v, count(*) as n from ${tableSql(table)} group by v having v is not null`;
  const top = `max(${struct({ n: 'n', v: value })}, 20) filter (n > 1)`;
  return `(select ${struct({ distinct: 'count(*)', top })} from (${grouped})) as g${column.place}`;
}

function topOf(profile: ColumnProfile, { top }: Groups): ColumnProfile['top'] {
  // Where every value occurs once, none is more frequent than another; those that are known already stay.
  if (!top) return profile.top && { ...profile.top, status: 'exact' };
  const values = top.map(({ n, v }) => ({ value: readable(profile.kind, v), count: n }));
  const other = values.reduce((left, { count }) => left - count, profile.finite);
  return { values, other, status: 'exact' };
}

/** Which cells hold the values of the ranks asked for, and the ranks among the values of those cells alone. */
export function ranksWithin({ cells }: ColumnCounts): { chosen: number[]; ranks: number[] } {
  const n = cells.reduce((sum, cell) => sum + cell, 0);
  const upTo: number[] = [];
  for (const cell of cells) upTo.push((upTo.at(-1) ?? 0) + cell);
  const places = quantileShares.map((share) => upTo.findIndex((count) => count >= rankOf(share, n)));
  const chosen = [...new Set(places)];
  const ranks = quantileShares.map((share, index) => {
    const place = places[index] ?? 0;
    const skipped = cells.reduce((sum, cell, each) => (each < place && !chosen.includes(each) ? sum + cell : sum), 0);
    return rankOf(share, n) - skipped;
  });
  return { chosen, ranks };
}

function quantilesSql(table: Table, { column, frame, counts }: CountedColumn): string {
  const { chosen, ranks } = ranksWithin(counts);
  const position = positionSql(column.kind, 'v');
  const ranges = chosen.map((cell) => {
    const [low, high] = [frame.edges[cell - 1], frame.edges[cell]];
    const ends = [
      ...(low === undefined ? [] : [`${position} > ${double(low)}`]),
      ...(high === undefined ? [] : [`${position} <= ${double(high)}`]),
    ];
    return ends.length > 0 ? `(${ends.join(' and ')})` : 'v is not null';
  });
  const values = `select ${finiteSql(column)} as v from ${tableSql(table)}`;
  const grouped = `select v, count(*) as n from (${values}) where ${ranges.join(' or ')} group by v`;
  const summed = `select v, sum(n) over (order by v rows unbounded preceding) as up_to from (${grouped})`;
  const found = ranks.map((rank) => `(min(v) filter (up_to >= ${rank}))::varchar`);
  return `(select [${found.join(', ')}] from (${summed})) as q${column.place}`;
}

const quantilesOf = ({ kind }: ColumnProfile, found: readonly string[]): ColumnProfile['quantiles'] =>
  quantileShares.map((share, index) => ({
    share,
    value: { status: 'exact', value: scalarOf(kind, found[index] ?? '') },
  }));
