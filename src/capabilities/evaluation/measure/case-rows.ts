import type { CaseTotals } from '../../value/index.ts';
import type { PredictionColumns } from '../evaluation-contract.ts';
import { cellSql, numberSql, type Params, type TableFile, tableSql, textSql } from '../predictions/prediction-file.ts';

/** Predictions, and which of their columns is what. */
export interface CaseSource {
  file: TableFile;
  /** every column of the file, in order */
  names: readonly string[];
  columns: PredictionColumns;
  /** columns that amounts of the value model use, in their order */
  amounts: readonly string[];
}

/** How truths and predictions become numbers: places in these lists. */
export interface DecisionScale {
  truths: readonly string[];
  decisions: readonly string[];
  /** binary: the truth that is acted on; null: classes are told by name */
  positiveClass: string | null;
  /** acted on from this score; null: the decision is predicted as such */
  threshold: number | null;
  /** multiclass: the decision that a predicted name stands for */
  decisionOf: Readonly<Record<string, number>>;
}

/** A row of `t` (truth), `d` (decision), `s` (score), and what every row has: see `rowsSql`. */
export function decisionRowsSql(source: CaseSource, scale: DecisionScale, params: Params): string {
  const truth = cellOf(source, source.columns.truth, textSql);
  const predicted = cellOf(source, source.columns.predicted, textSql);
  const score = cellOf(source, source.columns.score, numberSql);
  const t = scale.positiveClass === null ? placeIn(truth, scale.truths, params) : isPositive(truth, scale, params);
  const columns = [
    `${truth} is null as no_truth`,
    `${t} as t`,
    `${decisionSql(scale, { predicted, score, params })} as d`,
    `${score} as s`,
    // Of two classes it is told by the one that is told apart: what the other is called differs between formats of files.
    `${scale.positiveClass === null ? truth : t} as told_truth`,
  ];
  return rowsSql(source, columns, params);
}

/** A row of `y` (truth), `p` (prediction), and what every row has. */
export function numberRowsSql(source: CaseSource, params: Params): string {
  const truth = cellOf(source, source.columns.truth, numberSql);
  const columns = [
    `${cellOf(source, source.columns.truth, textSql)} is null as no_truth`,
    `${truth} as y`,
    `${cellOf(source, source.columns.predicted ?? source.columns.score, numberSql)} as p`,
    `${plainNumberSql(truth)} as told_truth`,
  ];
  return rowsSql(source, columns, params);
}

/** One text for what a file may keep as a number of 32 or 64 bits. */
const plainNumberSql = (number: string): string =>
  `coalesce(cast(try_cast(${number} as float) as varchar), cast(${number} as varchar))`;

/**
 * With `id`, `id_digest`, `case_digest` (of id and `told_truth`; null without an id), amounts `a0`..., segments `g0`... The digests are made
 * of columns that are there: made of what is yet to be read, inside a `case`, they take seven times as long.
 */
function rowsSql(source: CaseSource, own: readonly string[], params: Params): string {
  const columns = [
    ...own,
    `${cellOf(source, source.columns.id, textSql)} as id`,
    ...source.amounts.map((name, index) => `${cellOf(source, name, numberSql)} as a${index}`),
    ...source.columns.segments.map((name, index) => `${cellOf(source, name, textSql)} as g${index}`),
  ];
  // What md5 says would be ten times slower; that the engine says the same for good is held by a test.
  const digestOf = (values: string) => `case when id is not null then hash(${values}) end`;
  return `select *, ${digestOf('id')} as id_digest, ${digestOf('id, told_truth')} as case_digest
    from (select ${columns.join(', ')} from ${tableSql(source.file, { width: source.names.length, params })})`;
}

function cellOf({ names }: CaseSource, name: string | undefined, read: (cell: string) => string): string {
  const place = name === undefined ? -1 : names.indexOf(name);
  return place < 0 ? 'null' : read(cellSql(place));
}

const isPositive = (truth: string, { positiveClass }: DecisionScale, params: Params): string =>
  `case when ${truth} is null then null when ${truth} = ${params.add(positiveClass)} then 0 else 1 end`;

/** From 0; null where it is not in the list. */
const placeIn = (cell: string, list: readonly string[], params: Params): string =>
  `nullif(list_position(${params.add(list)}::varchar[], ${cell}), 0) - 1`;

function decisionSql(
  scale: DecisionScale,
  { predicted, score, params }: { predicted: string; score: string; params: Params },
): string {
  if (scale.threshold !== null)
    return `case when ${score} is null then null when ${score} >= ${params.add(scale.threshold)} then 0 else 1 end`;
  if (scale.positiveClass !== null)
    return `case when ${predicted} is null then null when ${predicted} = ${params.add(scale.positiveClass)} then 0 else 1 end`;
  const names = Object.keys(scale.decisionOf);
  const places = names.map((name) => String(scale.decisionOf[name]));
  return `cast(list_extract(${params.add(places)}::varchar[], ${placeIn(predicted, names, params)} + 1) as integer)`;
}

/** Those of its columns that are kept while everything is counted: no more, since a table may have millions of rows. */
export const keptColumns = ({ amounts, columns }: CaseSource, own: readonly string[]): string =>
  [
    'no_truth',
    ...own,
    ...(columns.id === undefined ? [] : ['id_digest', 'case_digest']),
    ...amounts.map((_, index) => `a${index}`),
    ...columns.segments.map((_, index) => `g${index}`),
  ].join(', ');

/** Of all cases together, whatever their order; null where one of them has no id. */
export const caseDigestSql = ({ columns }: CaseSource, used: string): string =>
  columns.id === undefined
    ? ''
    : `, case when count(case_digest) filter (${used}) = count(*) filter (${used})
      then cast(sum(case_digest) filter (${used}) as varchar) end as "caseDigest"`;

/** Rows that are measured: whose truth, prediction and amounts are all known. */
export const isUsed = (amounts: readonly string[], [truth, prediction]: readonly [string, string]): string =>
  [truth, prediction, ...amounts.map((_, index) => `a${index}`)].map((name) => `${name} is not null`).join(' and ');

export const sumsSql = (amounts: readonly string[]): string =>
  amounts.map((_, index) => `, coalesce(sum(a${index}), 0) as a${index}`).join('');

export type Summed = Record<string, number>;

export const totalsOf = (
  row: Summed,
  amounts: readonly string[],
  named: { cases: string; sum: string } = { cases: 'cases', sum: 'a' },
): CaseTotals => ({
  cases: row[named.cases] ?? 0,
  sums: amounts.map((_, index) => row[`${named.sum}${index}`] ?? 0),
});
