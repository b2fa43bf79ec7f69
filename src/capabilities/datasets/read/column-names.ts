import { readErrors } from './errors.ts';
import { readLimits } from './read-limits.ts';

/** The names of the columns as they are kept: DuckDB and Parquet do not tell `Id` from `id`. */
export function columnNames(
  given: readonly string[],
  { file, duplicates }: { file: string; duplicates: 'refuse' | 'number' },
): string[] {
  const columns = given.length;
  if (columns > readLimits.columns) throw readErrors.tooManyColumns({ name: file, columns, limit: readLimits.columns });
  const cleaned = given.map((name, index) => cleanName(name) || `column_${index + 1}`);
  const long = cleaned.findIndex((name) => name.length > readLimits.nameLength);
  if (long >= 0) throw readErrors.nameTooLong({ name: file, column: long + 1, limit: readLimits.nameLength });
  const twice = duplicated(cleaned);
  if (twice.length > 0 && duplicates === 'refuse') throw readErrors.duplicateNames({ name: file, names: twice });
  return numbered(cleaned);
}

/** Without what cannot be seen: a name with a line break in it fits no page and no question. */
function cleanName(name: string): string {
  return name
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function duplicated(names: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = new Map<string, string>();
  for (const name of names) {
    const key = name.toLowerCase();
    if (seen.has(key)) twice.set(key, name);
    seen.add(key);
  }
  return [...twice.values()];
}

function numbered(names: readonly string[]): string[] {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  const seen = new Set<string>();
  return names.map((name) => {
    if (!seen.has(name.toLowerCase())) {
      seen.add(name.toLowerCase());
      return name;
    }
    let next = 2;
    while (taken.has(`${name}_${next}`.toLowerCase())) next += 1;
    taken.add(`${name}_${next}`.toLowerCase());
    return `${name}_${next}`;
  });
}
