/** A message that is not of its shape, with the path of the field: `metrics[0].timestamp`. */
export class InvalidMessage extends Error {
  readonly path: string;
  /** null: the field was not given */
  readonly hint: string | null;

  private constructor(path: string, hint: string | null) {
    super(hint ?? `Missing value for required parameter '${path}'.`);
    this.name = 'InvalidMessage';
    this.path = path;
    this.hint = hint;
  }

  static missing(path: string): InvalidMessage {
    return new InvalidMessage(path, null);
  }

  static of(path: string, hint: string): InvalidMessage {
    return new InvalidMessage(path, hint);
  }

  /** The same of the message that it is in, by its place there: a name, or `[3]`. Any other error stays what it is. */
  static within(place: string, error: unknown): unknown {
    if (!(error instanceof InvalidMessage)) return error;
    const { path, hint } = error;
    return new InvalidMessage(path === '' || path.startsWith('[') ? `${place}${path}` : `${place}.${path}`, hint);
  }

  /** As clients and their tests read it: the value stands in it as it was written, `9.0` as `9.0`. */
  sentence(body: string): string {
    if (this.hint === null) return this.message;
    return `Invalid value ${valueAt(body, this.path)} for parameter '${this.path}' supplied: ${this.hint}.`;
  }
}

class Written {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown;

function valueAt(body: string, path: string): string {
  const asWritten: Reviver = (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined ? new Written(source) : value;
  let value: unknown;
  try {
    value = JSON.parse(body, asWritten as Parameters<typeof JSON.parse>[1]);
  } catch {
    value = Object.fromEntries(new URLSearchParams(body));
  }
  for (const step of path.split(/[.[\]]+/).filter(Boolean))
    value = (value as Record<string, unknown> | undefined)?.[step];
  return write(value);
}

function write(value: unknown): string {
  if (value instanceof Written) return value.source;
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${write(each)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
