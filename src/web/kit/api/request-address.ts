type Values = Readonly<Record<string, unknown>>;

/** `/api/problems/:problemId` with its parameters and query filled in; what is undefined is left out. */
export function requestAddress(path: string, { params = {}, query = {} }: { params?: Values; query?: Values }): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined) search.append(name, String(each));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}
