type Values = Readonly<Record<string, unknown>>;

/** `/api/problems/:problemId` with its parameters and query filled in; what is undefined is left out. */
export function requestAddress(path: string, { params = {}, query = {} }: { params?: Values; query?: Values }): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(textOf(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined) search.append(name, textOf(each));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}

/** Parameters are texts, numbers and booleans; nothing else has a place in an address. */
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
