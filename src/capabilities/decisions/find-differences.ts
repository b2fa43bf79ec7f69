import type { Difference } from './contract.ts';

type Json = Record<string, unknown> | readonly unknown[];

/** More than this many is not read by anybody; the rest is one click away in the texts themselves. */
const most = 200;

/**
 * What differs between two pieces of evidence, by place. Members of a list that carry an `id` are told apart by it, so
 * that a removed first objective does not make all others look changed.
 */
export function findDifferences(before: unknown, after: unknown): Difference[] {
  const found: Difference[] = [];
  compare({ before, after, path: '' }, found);
  return found;
}

function compare(at: { before: unknown; after: unknown; path: string }, found: Difference[]): void {
  const { before, after, path } = at;
  if (Object.is(before, after) || found.length >= most) return;
  if (!isJson(before) || !isJson(after) || Array.isArray(before) !== Array.isArray(after)) {
    found.push({ path, before, after });
    return;
  }
  const [left, right] = [members(before), members(after)];
  compareOrder({ left, right, path }, found);
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const inner = path === '' ? key : `${path}.${key}`;
    compare({ before: left.get(key), after: right.get(key), path: inner }, found);
  }
}

/** Only lists whose members have names can be put in another order; elsewhere the members themselves differ. */
function compareOrder(
  at: { left: Map<string, unknown>; right: Map<string, unknown>; path: string },
  found: Difference[],
): void {
  const { left, right, path } = at;
  const named = [...left].every(([key, member]) => nameOf(member) === key);
  if (!named) return;
  const before = [...left.keys()].filter((key) => right.has(key));
  const after = [...right.keys()].filter((key) => left.has(key));
  if (before.join() !== after.join()) found.push({ path: path === '' ? 'order' : `${path}.order`, before, after });
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

function members(value: Json): Map<string, unknown> {
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  return new Map(value.map((member: unknown, index) => [nameOf(member) ?? String(index), member]));
}

function nameOf(member: unknown): string | null {
  const { id } = (isJson(member) ? member : {}) as { id?: unknown };
  return typeof id === 'string' ? id : null;
}
