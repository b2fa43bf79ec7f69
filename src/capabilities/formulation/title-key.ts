import { searchable } from '../../platform/text/searchable.ts';

/** Some characters become many when they are folded, and PostgreSQL's indexes take no more than 2,704 bytes. */
const longest = 400;

/** A title as it is searched and put in order. */
export function titleKey(title: string): string {
  return searchable(title).slice(0, longest).toWellFormed();
}
