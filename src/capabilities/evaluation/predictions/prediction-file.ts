import type { Analytics } from '../../../platform/analytics/analytics.ts';
import type { JsonValue, QueryParam } from '../../../platform/analytics/analytics-protocol.ts';
import { QueryError } from '../../../platform/analytics/query-error.ts';
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
}

/** One whose rows can be asked for; of a JSON table they are unpacked first. */
export type TableFile = PredictionFile & { format: Exclude<PredictionFormat, 'json'> };

export const isTableFile = (file: PredictionFile): file is TableFile => file.format !== 'json';

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

/** The first line holds the names: none is passed over because what follows looks otherwise. */
export const csvOptions = 'header = true, skip = 0, all_varchar = true';

/** The rows, to be read by `cellSql`. */
export function tableSql(file: TableFile, { width, params }: { width: number; params: Params }): string {
  const { path, format } = file;
  const given = params.add(path);
  const reader = format === 'csv' ? `read_csv(${given}, ${csvOptions})` : `read_parquet(${given})`;
  const names = Array.from({ length: width }, (_, place) => `c${place}`).join(', ');
  return `${reader} as t(${names})`;
}

/** A column by its place: its name, which is of a user, is never part of the SQL. */
export const cellSql = (place: number): string => `c${place}`;

/** One kind of text whatever the type: 1 and 1.0 are the same class, and nothing, NaN and an empty text are none. */
export function textSql(cell: string): string {
  const text = `trim(cast(${cell} as varchar))`;
  // Most texts need no look by a pattern, which is slow.
  const whole = `case when contains(${text}, '.0') then regexp_replace(${text}, '^(-?\\d+)\\.0+$', '\\1') else ${text} end`;
  return `nullif(nullif(${whole}, ''), 'nan')`;
}

/** Null unless it is a finite number. */
export const numberSql = (cell: string): string =>
  `(case when isfinite(try_cast(${cell} as double)) then try_cast(${cell} as double) end)`;

const mistakesOfFiles = new Set(['IO', 'Invalid Input', 'Conversion']);

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
    // Anything else is a mistake of ours.
    if (!(error instanceof QueryError) || !mistakesOfFiles.has(error.kind)) throw error;
    const [reason = ''] = error.message.replaceAll(file.path, file.artifact).split('\n');
    throw evaluationErrors.unreadable({ artifact: file.artifact, reason });
  }
}
