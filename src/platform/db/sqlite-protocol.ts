/** What travels between the event loop and a SQLite thread. */
export interface SqliteWorkerData {
  path: string;
  role: 'writer' | 'reader';
  /** false only in tests: a power failure may then lose the last commits */
  durable: boolean;
}

export interface SqliteCall {
  id: number;
  statements: { sql: string; params: readonly unknown[] }[];
}

export interface SqliteReply {
  id: number;
  rows?: object[];
  changes?: number;
  error?: { message: string; errcode?: number };
}
