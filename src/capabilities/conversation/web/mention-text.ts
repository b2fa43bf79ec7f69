/** The people whom a text that is being written mentions: by the name that stands in it, their id. */
export type Mentions = Readonly<Record<string, string>>;

/** What is kept: `@Eva Jansen` becomes `@[id of Eva]`. Longer names first, since one may begin as another does. */
export function toStored(text: string, mentions: Mentions): string {
  const names = Object.keys(mentions).sort((a, b) => b.length - a.length);
  if (names.length === 0) return text;
  const one = new RegExp(`@(${names.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return text.replace(one, (_, name: string) => `@[${mentions[name] ?? ''}]`);
}

const escaped = (name: string) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** What is written in: ids become names again. Somebody whose name is not known stays an id. */
export function toWritten(text: string, names: ReadonlyMap<string, string>): { text: string; mentions: Mentions } {
  let mentions: Mentions = {};
  const written = text.replace(/@\[([^\]\s]{1,64})\]/g, (whole, id: string) => {
    const name = names.get(id);
    if (name === undefined) return whole;
    const added = withMention(mentions, { id, name });
    ({ mentions } = added);
    return `@${added.shown}`;
  });
  return { text: written, mentions };
}

/** Takes a person in; of two with one name the second is told apart by a number. */
export function withMention(
  mentions: Mentions,
  { id, name }: { id: string; name: string },
): { mentions: Mentions; shown: string } {
  let shown = name;
  for (let number = 2; mentions[shown] !== undefined && mentions[shown] !== id; number += 1)
    shown = `${name} (${number})`;
  return { mentions: { ...mentions, [shown]: id }, shown };
}

/** What is typed behind an @ just before the caret; null where no name is being typed. */
export function mentionTyped(text: string, caret: number): string | null {
  return /(?:^|[\s(])@([^\n@[\]]{0,40})$/u.exec(text.slice(0, caret))?.[1] ?? null;
}

const mostOffered = 8;

/** People of whom a name begins with what is typed, those first whose first name does. */
export function offered<P extends { name: string }>(people: readonly P[], typed: string): P[] {
  const wanted = typed.toLowerCase();
  const starts = (name: string) => name.toLowerCase().startsWith(wanted);
  const first = people.filter(({ name }) => starts(name));
  const later = people.filter(({ name }) => !starts(name) && name.split(/\s+/).some(starts));
  return [...first, ...later].slice(0, mostOffered);
}
