import type { Context } from '../../platform/context/context.ts';
import type { ReadyVersion } from './ready-version.ts';
import { columnOf, quotedName, SqlParams } from './row-sql.ts';
import type { Condition, Segment, SegmentRule } from './split-contract.ts';
import { unfitAsError } from './unfit-as-error.ts';

const mostParts = 100;

export async function countSegment(
  { analytics }: Pick<Context, 'analytics'>,
  version: ReadyVersion,
  rule: SegmentRule,
): Promise<Pick<Segment, 'parts' | 'rows'>> {
  const params = new SqlParams();
  const sql =
    'column' in rule
      ? byColumn(quotedName(columnOf(version, rule.column).name))
      : `select null as value, count(*)::bigint as rows from read_parquet($1) where ${conditionSql(version, rule.all, params)}`;
  const parts = await unfitAsError(() =>
    analytics.query<{ value: string | null; rows: number }>(sql, [version.parquet, ...params.values], {
      files: version.parquet,
    }),
  );
  return { parts, rows: version.rows };
}

const byColumn = (name: string): string =>
  `select cast(${name} as varchar) as value, count(*)::bigint as rows from read_parquet($1) group by 1 order by rows desc, value limit ${mostParts}`;

/** Conditions that people chose, as SQL over the rows of a version: their values go as parameters. */
export function conditionSql(version: ReadyVersion, all: readonly Condition[], params: SqlParams): string {
  return all.map((each) => `(${one(version, each, params)})`).join(' and ');
}

const comparisons = { is: '=', is_not: '<>', under: '<', at_most: '<=', over: '>', at_least: '>=' } as const;

function one(version: ReadyVersion, { column, op, values }: Condition, params: SqlParams): string {
  const { name, type } = columnOf(version, column);
  const quoted = quotedName(name);
  const asColumn = (value: string) => `cast(${params.add(value)} as ${type})`;
  if (op === 'empty') return `${quoted} is null`;
  if (op === 'not_empty') return `${quoted} is not null`;
  if (op === 'in') return `${quoted} in (${values.map(asColumn).join(', ')})`;
  return `${quoted} ${comparisons[op]} ${asColumn(values[0] ?? '')}`;
}
