/** The names of what pays and of what does not, in their order. */
export function splitByPaying(named: readonly { name: string; pays: boolean }[]): { where: string[]; not: string[] } {
  const those = (wanted: boolean) => named.filter(({ pays }) => pays === wanted).map(({ name }) => name);
  return { where: those(true), not: those(false) };
}
