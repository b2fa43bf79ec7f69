import type { Analytics } from '../../../platform/analytics/analytics.ts';
import { quotedName } from '../row-sql.ts';
import type { Column } from '../shared-contract.ts';

/** How days and numbers are written in a column of text. */
export const textPatterns = {
  'yyyy-mm-dd': String.raw`\d{4}-\d{1,2}-\d{1,2}([T ].*)?`,
  'dd-mm-yyyy': String.raw`\d{1,2}-\d{1,2}-\d{4}([T ].*)?`,
  'dd/mm/yyyy': String.raw`\d{1,2}/\d{1,2}/\d{4}([T ].*)?`,
  'dd.mm.yyyy': String.raw`\d{1,2}\.\d{1,2}\.\d{4}([T ].*)?`,
  yyyymmdd: String.raw`(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])`,
  'decimal comma': String.raw`-?\d{1,3}(\.?\d{3})*,\d+`,
  'decimal point': String.raw`-?\d{1,3}(,?\d{3})*\.\d+`,
} as const;
export type TextPattern = keyof typeof textPatterns;

/** Texts that came through the wrong encoding: UTF-8 read as Latin-1, or a character that could not be read. */
const garbled = 'Ã[\u0080-¿]|â€|Â[\u00a0-¿]|\ufffd';

export interface ColumnTraits extends Column {
  filled: number;
  /** approximate */
  distinct: number;
  /** a quarter, the half, three quarters; null where it is no number */
  quartiles: readonly number[] | null;
  /** shares of the texts; null where it is no text */
  text: { patterns: Record<TextPattern, number>; garbled: number } | null;
  /** all values of a text with few of them */
  categories: readonly string[] | null;
}

export interface Asked {
  analytics: Analytics;
  parquet: readonly string[];
  signal?: AbortSignal;
}

const atOnce = 40;
const mostCategories = 200;
/** Patterns show in a part of the rows as well: the same part each time. */
const sampled = 'using sample reservoir(100000 rows) repeatable (7)';

/** What is compared of a column beside its name and type. */
export async function traitsOf(asked: Asked, columns: readonly Column[]): Promise<ColumnTraits[]> {
  const traits: ColumnTraits[] = [];
  for (let from = 0; from < columns.length; from += atOnce)
    traits.push(...(await traitsOfSome(asked, columns.slice(from, from + atOnce))));
  return traits;
}

type Row = Record<string, number | string | null | number[] | string[]>;

async function traitsOfSome(asked: Asked, columns: readonly Column[]): Promise<ColumnTraits[]> {
  const [counts = {}] = await ask(asked, `select ${columns.map(countsSql).join(', ')} from read_parquet($1)`);
  const texts = columns.filter(isText);
  const [patterns = {}] =
    texts.length === 0
      ? []
      : await ask(asked, `select ${texts.map(patternsSql).join(', ')} from (from read_parquet($1) ${sampled})`);
  const few = texts.filter((column) => Number(counts[`d${columns.indexOf(column)}`]) <= mostCategories);
  const [categories = {}] =
    few.length === 0
      ? []
      : await ask(
          asked,
          `select ${few.map(({ name }, at) => `list(distinct ${quotedName(name)}) as c${at}`).join(', ')} from read_parquet($1)`,
        );
  return columns.map((column, at) => ({
    name: column.name,
    type: column.type,
    filled: Number(counts[`f${at}`]),
    distinct: Number(counts[`d${at}`]),
    quartiles: (counts[`q${at}`] as number[] | null | undefined) ?? null,
    text: isText(column) ? textOf(patterns, texts.indexOf(column)) : null,
    categories: few.includes(column) ? categoriesOf(categories[`c${few.indexOf(column)}`]) : null,
  }));
}

function ask({ analytics, parquet, signal }: Asked, sql: string): Promise<Row[]> {
  return analytics.query<Row>(sql, [parquet], {
    files: parquet,
    timeout_ms: 900_000,
    ...(signal === undefined ? {} : { signal }),
  });
}

const isText = ({ type }: Column): boolean => type === 'VARCHAR';
const isNumber = ({ type }: Column): boolean =>
  /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL)/.test(type);

function countsSql(column: Column, at: number): string {
  const name = quotedName(column.name);
  const value = `cast(${name} as double)`;
  const quartiles = isNumber(column)
    ? `, approx_quantile(${value}, [0.25, 0.5, 0.75]) filter (isfinite(${value})) as q${at}`
    : '';
  return `count(${name})::bigint as f${at}, approx_count_distinct(${name})::bigint as d${at}${quartiles}`;
}

function patternsSql({ name: given }: Column, at: number): string {
  const name = quotedName(given);
  const matching = Object.values(textPatterns).map(
    (pattern, index) => `count_if(regexp_full_match(${name}, '${pattern}'))::bigint as p${at}_${index}`,
  );
  return `count(${name})::bigint as n${at}, count_if(regexp_matches(${name}, '${garbled}'))::bigint as g${at}, ${matching.join(', ')}`;
}

function textOf(row: Row, at: number): NonNullable<ColumnTraits['text']> {
  const all = Math.max(1, Number(row[`n${at}`] ?? 0));
  const names = Object.keys(textPatterns) as TextPattern[];
  const shares = names.map((name, index) => [name, Number(row[`p${at}_${index}`] ?? 0) / all] as const);
  return {
    patterns: Object.fromEntries(shares) as Record<TextPattern, number>,
    garbled: Number(row[`g${at}`] ?? 0) / all,
  };
}

const categoriesOf = (listed: Row[string] | undefined): string[] =>
  Array.isArray(listed) ? listed.map(String).toSorted() : [];
