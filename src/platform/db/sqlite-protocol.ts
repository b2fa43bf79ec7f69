/** What travels between the event loop and a SQLite thread. */
export interface SqliteWorkerData {
  path: string;
  role: 'writer' | 'reader';
  /** false only in tests: a power failure may then lose the last commits */
  durable: boolean;
}

export interface SqliteStatement {
  sql: string;
  params: readonly unknown[];
  /** run it for each of these instead of once; what all of them return is one answer */
  many?: ManyRows;
}

/** Cells of many rows, one row after another. */
export interface ManyRows {
  /** cells of a row */
  width: number;
  cells: readonly unknown[] | Float64Array;
  /** the same statement for so many rows at once; null where there are not so many */
  several: { sql: string; rows: number } | null;
}

export interface SqliteCall extends SqliteWay {
  id: number;
  statements: readonly SqliteStatement[];
}

export interface SqliteWay {
  /** on a connection that cannot write: on the thread of the writer one beside the writer's own */
  readsOnly?: boolean;
  /** refused where no transaction is open: SQLite would take a savepoint there for the beginning of one */
  isWithin?: boolean;
  /** what puts things right when one of the statements fails, before anybody else has a turn */
  undo?: readonly SqliteStatement[];
}

export interface SqliteReply extends SqliteTable {
  id: number;
  changes?: number;
  error?: SqliteFailure;
}

/** Rows as they travel: the names once, and all cells in one list, which costs a third less than a list of objects. */
export interface SqliteTable {
  columns?: readonly string[];
  cells?: unknown[];
}

export interface SqliteFailure {
  message: string;
  errcode?: number;
  /** false: SQLite has undone the whole transaction (disk full, out of memory), not this statement alone */
  inTransaction: boolean;
}
