/** The server said no, or could not be reached. The message is the server's own sentence in the reader's language. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly requestId: string | null;

  constructor(given: {
    status: number;
    code: string;
    message: string;
    params?: Readonly<Record<string, unknown>>;
    requestId?: string | null;
  }) {
    super(given.message);
    this.name = 'Refusal';
    this.status = given.status;
    this.code = given.code;
    this.params = given.params ?? {};
    this.requestId = given.requestId ?? null;
  }
}

/** Two people changed one thing: what each of them wrote. */
export function conflictOf(error: unknown): { yours: unknown; theirs: unknown; current: number } | null {
  if (!(error instanceof Refusal) || error.code !== 'request.changed_meanwhile') return null;
  const { yours, theirs, current } = error.params;
  return { yours, theirs, current: Number(current) };
}
