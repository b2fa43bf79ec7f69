import type { ValueDraft } from './value-draft-field.ts';

type Inner = Record<string, unknown> | unknown[];

/** What stands at `values.fn.mean`; undefined where nothing does. */
export function figureAt(draft: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => (isInner(inner) ? (inner as never)[key] : undefined), draft);
}

/** The draft with another figure at a place; null where the draft has no such place, since a measurement makes no new part. */
export function putFigure(draft: ValueDraft, path: string, value: unknown): ValueDraft | null {
  const copy = structuredClone(draft);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce<unknown>((inner, key) => (isInner(inner) ? (inner as never)[key] : undefined), copy);
  if (!isInner(parent) || last === '' || last === '__proto__') return null;
  (parent as Record<string, unknown>)[last] = value;
  return copy;
}

const isInner = (value: unknown): value is Inner => typeof value === 'object' && value !== null;
