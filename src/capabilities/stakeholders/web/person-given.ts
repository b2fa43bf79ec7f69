import type { Person } from './use-known-people.ts';

/** Somebody who signs in here is known by the name; everybody else is the name. */
export function personGiven(typed: string, people: readonly Person[]): { userId: string } | { name: string } {
  const name = typed.trim();
  const same = people.filter((person) => person.name.toLocaleLowerCase() === name.toLocaleLowerCase());
  const [only, ...others] = same;
  return only && others.length === 0 ? { userId: only.id } : { name };
}
