/** The rows of the wide table that the limits speak of. */
export const wideRows = 1_000_000;

/** Between 0 and 1, by the row and a number of its own: the same table on every machine. */
const drawn = (own: number) => `(hash(r * 64 + ${own})::double / 18446744073709551616.0::double)`;
const normal = (own: number) => `sqrt(-2 * ln(${drawn(own)} + 1e-300)) * cos(6.283185307 * ${drawn(own + 1)})`;

/** A SELECT of 50 columns: 25 numbers, of which some have gaps, 10 whole numbers, 10 texts, 3 moments and 2 truths. */
export function wideTable(of = wideRows): string {
  const columns = [
    ...Array.from({ length: 20 }, (_, i) => `${normal(2 * i)} * ${i + 1} + ${i * 10} as number${i}`),
    ...Array.from(
      { length: 5 },
      (_, i) =>
        `case when r % 50 = ${i} then null when r % 50 = ${i + 5} then 'nan'::double else exp(${normal(40 + i)}) end as skewed${i}`,
    ),
    ...Array.from({ length: 10 }, (_, i) => `floor(${drawn(50 + i)} * ${10 ** ((i % 6) + 1)})::bigint as whole${i}`),
    ...Array.from({ length: 8 }, (_, i) => `'value ' || floor(${drawn(60 + i)} * ${5 + i * 20})::int as text${i}`),
    ...[100_000_000, 100_000].map((most, i) => `'id-' || (hash(r * 2 + ${i}) % ${most}) as id${i}`),
    ...Array.from(
      { length: 3 },
      (_, i) => `timestamp '1960-01-01' + to_seconds(floor(${drawn(70 + i)} * 2e9)::bigint) as moment${i}`,
    ),
    ...Array.from({ length: 2 }, (_, i) => `${drawn(80 + i)} < 0.3 as truth${i}`),
  ];
  return `select ${columns.join(', ')} from range(${of}) t(r)`;
}
