/** What travels between the server and an analytics process. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };

/** A list is a list of texts, such as the files of `read_parquet($1)`. */
export type QueryParam = null | boolean | number | string | readonly string[];

export interface AnalyticsColumn {
  name: string;
  /** as DuckDB writes it: `DECIMAL(18,3)`, `STRUCT(a INTEGER)` */
  type: string;
}

export interface AnalyticsTask {
  sql: string;
  params: readonly QueryParam[];
  /** `question`: written by a person, held to one SELECT over the views */
  mode: 'query' | 'question';
  /** absolute paths that the SQL itself may name; one with a slash at its end is a folder and all below it */
  files: readonly string[];
  /** Parquet files by the name under which a question sees them */
  views: Readonly<Record<string, readonly string[]>>;
  maxRows: number;
  maxWeight: number;
  memory_mb: number;
  threads: number;
  /** where a query goes that does not fit in its memory */
  spillFolder: string;
  maxSpill_mb: number;
}

export type ToAnalyticsChild = { kind: 'run'; id: number; task: AnalyticsTask } | { kind: 'cancel'; id: number };

/** Why a task came to nothing, as far as the child can tell; the server makes the sentence. */
export type AnalyticsFailure =
  | { reason: 'notOneStatement'; count: number }
  | { reason: 'notASelect'; given: string }
  | { reason: 'functionNotAllowed'; name: string; allowed: readonly string[] }
  | { reason: 'unreadableView'; view: string; message: string }
  | { reason: 'tooMuchMemory' | 'tooLarge' | 'diskFull' | 'cancelled' }
  | { reason: 'sql'; message: string };

export type FromAnalyticsChild = { id: number } & (
  | { kind: 'columns'; columns: readonly AnalyticsColumn[] }
  | { kind: 'rows'; rows: readonly JsonValue[][] }
  | { kind: 'done'; truncated: boolean }
  | { kind: 'failed'; failure: AnalyticsFailure }
);
