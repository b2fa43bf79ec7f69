/** Why the database refused, in words that both databases share. */
export type DatabaseErrorKind = 'unique' | 'foreign_key' | 'constraint' | 'busy' | 'full' | 'read_only' | 'other';

export class DatabaseError extends Error {
  readonly kind: DatabaseErrorKind;

  constructor(kind: DatabaseErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseError';
    this.kind = kind;
  }
}

/** Extended result codes of SQLite (sqlite.org/rescode.html). */
export function sqliteErrorKind(errcode: number | undefined): DatabaseErrorKind {
  if (errcode === 2067 || errcode === 1555) return 'unique';
  if (errcode === 787) return 'foreign_key';
  switch ((errcode ?? 0) & 0xff) {
    case 5:
    case 6:
      return 'busy';
    case 8:
      return 'read_only';
    case 13:
      return 'full';
    case 19:
      return 'constraint';
    default:
      return 'other';
  }
}

/** SQLSTATE codes of PostgreSQL (appendix A of its manual). */
const postgresKinds: Record<string, DatabaseErrorKind> = {
  '23505': 'unique',
  '23503': 'foreign_key',
  '23502': 'constraint',
  '23514': 'constraint',
  '40001': 'busy',
  '40P01': 'busy',
  '55P03': 'busy',
  '53100': 'full',
  '25006': 'read_only',
};

export function asDatabaseError(error: unknown): unknown {
  const state = (error as { code?: unknown }).code;
  if (typeof state !== 'string' || !/^[0-9A-Z]{5}$/.test(state)) return error;
  return new DatabaseError(postgresKinds[state] ?? 'other', (error as Error).message, { cause: error });
}
