import type { Place } from './reading-contract.ts';

/** Which address or path it is; what else was seen there may differ. */
const whereOf = ({ facts }: Place): string => facts['url'] ?? facts['uri'] ?? facts['path'] ?? '';

/** What an observed place tells of whether it changed. */
const marks = ['etag', 'lastModified', 'modifiedAt', 'size_bytes'] as const;

/** Does the place tell anything by which a change could be seen? A table of a database does not. */
export const hasMark = ({ kind, facts }: Place): boolean =>
  kind === 'reference' || marks.some((mark) => mark !== 'size_bytes' && facts[mark] !== undefined);

/** The same file, in the same place, with the same id; of what has no id, with the same marks. */
export function isSamePlace(before: Place, now: Place | undefined): boolean {
  if (!now || before.file !== now.file || whereOf(before) !== whereOf(now)) return false;
  if (before.kind === 'reference') return now.kind === 'reference' && before.id === now.id;
  return marks.every((mark) => before.facts[mark] === now.facts[mark]);
}
