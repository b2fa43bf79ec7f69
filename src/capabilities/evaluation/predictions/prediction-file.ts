import { stat } from 'node:fs/promises';
import type { Analytics } from '../../../platform/analytics/analytics.ts';
import type { JsonValue, QueryParam } from '../../../platform/analytics/analytics-protocol.ts';
import { QueryError } from '../../../platform/analytics/query-error.ts';
import { AppError } from '../../../platform/errors/app-error.ts';
import { evaluationErrors } from '../errors.ts';

export const predictionFormats = ['parquet', 'csv', 'json'] as const;
export type PredictionFormat = (typeof predictionFormats)[number];

/** A table of predictions on this disk. */
export interface PredictionFile {
  /** as people know it, for sentences */
  artifact: string;
  /** absolute */
  path: string;
  format: PredictionFormat;
  size_bytes: number;
}

export async function openPredictions(given: Omit<PredictionFile, 'size_bytes'>): Promise<PredictionFile> {
  const { size } = await stat(given.path);
  return { ...given, size_bytes: size };
}

export function formatOf(artifact: string): PredictionFormat | undefined {
  const ending = artifact.toLowerCase().split('.').at(-1);
  return predictionFormats.find((format) => format === ending);
}

/** The parameters of one statement: a text of a user is never part of SQL. */
export class Params {
  readonly values: QueryParam[] = [];

  add(value: QueryParam): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** A table of MLflow is one object of columns and rows; the reader sets aside what the largest object may take. */
const jsonTable = ({ size_bytes }: PredictionFile, path: string, columns: string): string =>
  `read_json(${path}, columns = ${columns}, format = 'unstructured', maximum_object_size = ${Math.max(1_048_576, size_bytes + 1024)})`;

/** The first line holds the names: none is passed over because what follows looks otherwise. */
const csvOptions = 'header = true, skip = 0, all_varchar = true';

/** The rows, to be read by `cellSql`. */
export function tableSql(file: PredictionFile, { width, params }: { width: number; params: Params }): string {
  const { path, format } = file;
  const given = params.add(path);
  if (format === 'json') return `(select unnest(data) as r from ${jsonTable(file, given, "{'data': 'JSON[]'}")}) as t`;
  const reader = format === 'csv' ? `read_csv(${given}, ${csvOptions})` : `read_parquet(${given})`;
  const names = Array.from({ length: width }, (_, place) => `c${place}`).join(', ');
  return `${reader} as t(${names})`;
}

/** A column by its place: its name, which is of a user, is never part of the SQL. */
export const cellSql = ({ format }: PredictionFile, place: number): string =>
  format === 'json' ? `(r ->> '$[${place}]')` : `c${place}`;

/** One kind of text whatever the type: 1 and 1.0 are the same class, and nothing, NaN and an empty text are none. */
export function textSql(cell: string): string {
  const text = `trim(cast(${cell} as varchar))`;
  // Most texts need no look by a pattern, which is slow.
  const whole = `case when contains(${text}, '.0') then regexp_replace(${text}, '^(-?\\d+)\\.0+$', '\\1') else ${text} end`;
  return `nullif(nullif(${whole}, ''), 'nan')`;
}

/** Equal for equal cells, whatever they hold; null where nothing is. */
export function digestSql(cell: string): string {
  const text = `nullif(nullif(cast(${cell} as varchar), ''), 'nan')`;
  return `case when ${text} is not null then hash(${text}) end`;
}

/** Null unless it is a finite number. */
export const numberSql = (cell: string): string =>
  `(case when isfinite(try_cast(${cell} as double)) then try_cast(${cell} as double) end)`;

const mistakesOfFiles = new Set(['IO', 'Invalid Input', 'Conversion']);

export async function readColumns(analytics: Analytics, file: PredictionFile): Promise<string[]> {
  const params = new Params();
  const path = params.add(file.path);
  const describe = {
    parquet: `select column_name as name from (describe select * from read_parquet(${path}))`,
    csv: `select column_name as name from (describe select * from read_csv(${path}, ${csvOptions}))`,
    json: `select unnest(columns) as name from ${jsonTable(file, path, "{'columns': 'VARCHAR[]'}")}`,
  };
  const rows = await askFile<{ name: string }>(analytics, file, { sql: describe[file.format], params });
  if (rows.length === 0) throw evaluationErrors.unreadable({ artifact: file.artifact, reason: 'It has no columns.' });
  return rows.map(({ name }) => name);
}

/** SQL over prediction files; one that cannot be read is a mistake of who logged it, and told. */
export async function askFile<Row extends Record<string, JsonValue>>(
  analytics: Analytics,
  file: PredictionFile,
  {
    sql,
    params,
    others = [],
    signal,
  }: { sql: string; params: Params; others?: readonly string[]; signal?: AbortSignal },
): Promise<Row[]> {
  try {
    return await analytics.query<Row>(sql, params.values, {
      files: [file.path, ...others],
      ...(signal && { signal }),
    });
  } catch (error) {
    if (file.format === 'json' && error instanceof AppError && error.code === 'analytics.too_much_memory')
      throw evaluationErrors.tooLargeJson({ artifact: file.artifact, size_mb: Math.round(file.size_bytes / 1e6) });
    // Anything else is a mistake of ours.
    if (!(error instanceof QueryError) || !mistakesOfFiles.has(error.kind)) throw error;
    throw evaluationErrors.unreadable({ artifact: file.artifact, reason: error.message.split('\n')[0] ?? '' });
  }
}
