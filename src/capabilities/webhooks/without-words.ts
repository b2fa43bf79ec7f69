/**
 * Names of what an event says in a word of ours (a kind, a role, an outcome) or by an id that a program made. Whatever else is
 * a text was written by somebody, and a receiver gets it only where the webhook says so: a new name is left out until it is
 * listed here.
 */
const ours: ReadonlySet<string> = new Set(
  (
    'kind type state stage status mark trigger choice scope by how relation format gate outcome verdict class role roles ' +
    'organisationRole item row question answer before after from to field fields paths id ids due until expiresAt about ' +
    'contributes currency amount types host entryKey entryKeys origin firstAdministrator pass mentions'
  ).split(' '),
);

const isOurs = (name: string): boolean => ours.has(name) || /(?:Id|Ids|By)$/.test(name);

/** An id, a hash, a day or a moment, whatever it is called. */
const isMade = (text: string): boolean =>
  /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{40,64}|\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?)$/.test(text);

/** What an event says without what people wrote: ids, kinds, days, numbers, and yes or no. */
export function withoutWords(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept = Object.entries(data).map(([name, value]) => [name, keptOf(name, value)] as const);
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined));
}

function keptOf(name: string, value: unknown): unknown {
  if (typeof value === 'string') return isOurs(name) || isMade(value) ? value : undefined;
  if (Array.isArray(value)) {
    const all: unknown[] = value;
    return all.map((each) => keptOf(name, each)).filter((each) => each !== undefined);
  }
  if (typeof value === 'object' && value !== null) return withoutWords(value as Record<string, unknown>);
  return value;
}
