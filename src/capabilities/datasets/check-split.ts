import type { Context } from '../../platform/context/context.ts';
import { datasetErrors } from './errors.ts';
import type { ReadyVersion } from './ready-version.ts';
import { columnOf, quotedName } from './row-sql.ts';
import type { SplitResult, SplitRule } from './split-contract.ts';
import { partNamesOf, partOfRow } from './split-sql.ts';
import { unfitAsError } from './unfit-as-error.ts';

interface Counted extends Record<string, number | null> {
  part: number | null;
  rows: number;
  keys: number;
}

/**
 * Counts the parts and looks for what is in two of them: rows by the MD5 of all their values, keys by their values. A part
 * follows from the row alone, so a shared row would be a fault of ours; a shared key is a leak from training to testing.
 */
export async function checkSplit(
  { analytics }: Pick<Context, 'analytics'>,
  version: ReadyVersion,
  { rule, key }: { rule: SplitRule; key: readonly string[] | null },
): Promise<SplitResult> {
  refuseUnfit(rule);
  const { sql, params, names } = partOfRow(version, rule);
  const keySql = key === null ? 'null' : keyOf(version, key);
  const assigned = `with given as (select ${sql} as part, md5_number(cast(r as varchar)) as whole, ${keySql} as key from read_parquet($1) r)`;
  const ask = <Row extends Record<string, number | null>>(question: string) =>
    unfitAsError(() =>
      analytics.query<Row>(`${assigned} ${question}`, [version.parquet, ...params.values], { files: version.parquet }),
    );
  const counted = await ask<Counted>(
    'select part, count(*)::bigint as rows, count(distinct key)::bigint as keys from given group by part',
  );
  const shared = (what: string) =>
    ask<{ shared: number }>(
      `select count(*)::bigint as shared from (select ${what} from given where part is not null and ${what} is not null group by ${what} having min(part) <> max(part))`,
    );
  const [byRow] = await shared('whole');
  const [byKey] = key === null ? [] : await shared('key');
  const shares = { rows: byRow?.shared ?? 0, keys: key === null ? null : (byKey?.shared ?? 0) };
  return resultOf({ names, key, counted, shares });
}

interface Found {
  names: readonly string[];
  key: readonly string[] | null;
  counted: readonly Counted[];
  shares: { rows: number; keys: number | null };
}

function resultOf({ names, key, counted, shares }: Found): SplitResult {
  const countedOf = (index: number | null) => counted.find(({ part }) => part === index) ?? { rows: 0, keys: 0 };
  return {
    key: key === null ? null : [...key],
    parts: names.map((name, index) => {
      const { rows, keys } = countedOf(index);
      return { name, rows, keys: key === null ? null : keys };
    }),
    unassigned: countedOf(null).rows,
    sharedRows: shares.rows,
    sharedKeys: shares.keys,
    isDisjoint: shares.rows === 0 && (shares.keys ?? 0) === 0,
  };
}

/** Lengths go before the values, so that ("a", "bc") is not ("ab", "c"). */
function keyOf(version: ReadyVersion, key: readonly string[]): string {
  const parts = key.map((name) => `coalesce(cast(${quotedName(columnOf(version, name).name)} as varchar), chr(0))`);
  return `md5_number(${parts.map((part) => `length(${part}) || ':' || ${part}`).join(' || ')})`;
}

function refuseUnfit(rule: SplitRule): void {
  const names = partNamesOf(rule);
  if (new Set(names).size !== names.length) throw datasetErrors.samePartName({ names });
  if (names.length < 2) throw datasetErrors.onePart({ name: names[0] ?? '' });
  if (rule.by === 'value') refuseValueTwice(rule.parts);
  if (rule.by === 'time' && rule.names.length !== rule.cuts.length + 1)
    throw datasetErrors.cutsAndNames({ cuts: rule.cuts.length, names: rule.names.length });
  if (rule.by === 'time' && rule.cuts.some((cut, index) => index > 0 && cut <= (rule.cuts[index - 1] ?? '')))
    throw datasetErrors.cutsNotAscending({ cuts: rule.cuts });
  if (rule.by !== 'hash') return;
  const sum = rule.parts.reduce((all, { share }) => all + share, 0);
  if (Math.abs(sum - 1) > 1e-9) throw datasetErrors.sharesNotWhole({ sum: Number(sum.toFixed(6)) });
}

function refuseValueTwice(parts: readonly { values: readonly string[] }[]): void {
  const seen = new Set<string>();
  for (const value of parts.flatMap(({ values }) => [...new Set(values)])) {
    if (seen.has(value)) throw datasetErrors.valueInTwoParts({ value });
    seen.add(value);
  }
}
