/** Why the database refused, in words that both databases share. */
export type DatabaseErrorKind =
  | 'unique'
  | 'foreign_key'
  | 'constraint'
  | 'busy'
  | 'full'
  | 'read_only'
  | 'away'
  | 'other';

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
  '53300': 'busy',
  '25006': 'read_only',
  // admin_shutdown, crash_shutdown and cannot_connect_now: it ends, has ended or only just starts
  '57P01': 'away',
  '57P02': 'away',
  '57P03': 'away',
};

/** With `isLost`, what PostgreSQL did not say itself comes of the connection, not of what was asked. */
export function asDatabaseError(error: unknown, { isLost }: { isLost: boolean }): unknown {
  const { code, message } = error as Error & { code?: unknown };
  // The digit tells it from what the system says of a socket, such as EPIPE.
  const isState = typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code);
  if (!isState) return isLost ? new DatabaseError('away', message, { cause: error }) : error;
  return new DatabaseError(postgresKinds[code] ?? 'other', message, { cause: error });
}

/** The database holds a row with this key already. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof DatabaseError && error.kind === 'unique';
}
