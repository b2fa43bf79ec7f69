/** Our own SQL failed: a bug, or data that it was not ready for. `kind` is DuckDB's class, such as `Conversion` or `IO`. */
export class QueryError extends Error {
  readonly kind: string;

  constructor(message: string) {
    super(message);
    this.name = 'QueryError';
    this.kind = /^([A-Z][\w ]*?) Error: /.exec(message)?.[1] ?? 'other';
  }
}
