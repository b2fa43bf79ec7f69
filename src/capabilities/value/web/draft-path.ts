/** A value model while it is written: JSON of which any part may be absent. */
export type Draft = Readonly<Record<string, unknown>>;

const isIndex = (key: string): boolean => /^\d+$/.test(key);
const part = (inner: unknown, key: string): unknown =>
  typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined;

/** What stands at `values.tp.value`, or undefined. */
export const valueAt = (draft: unknown, path: string): unknown => path.split('.').reduce(part, draft);

/** The draft with another value at the path; undefined takes it away, and what is empty after that too. */
export function withValueAt(draft: Draft, path: string, value: unknown): Draft {
  return (put(draft, path.split('.'), value) ?? {}) as Draft;
}

function put(inner: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined) return value;
  const next = put(part(inner, key), rest, value);
  if (isIndex(key)) {
    const list = Array.isArray(inner) ? [...(inner as unknown[])] : [];
    list[Number(key)] = next ?? null;
    return list;
  }
  const { [key]: _, ...others } = (inner ?? {}) as Record<string, unknown>;
  if (next !== undefined) return { ...others, [key]: next };
  return Object.keys(others).length === 0 ? undefined : others;
}
