import { parseRecords, type Separators } from './parse-records.ts';
import type { ReadOptions } from '../read-options-contract.ts';

/** Where two fit as well, the one that is rarer inside a value: prices hold commas, and hardly ever a tab. */
const delimiters = ['\t', ';', '|', ','] as const;
const looked = 200;
/** so much of the rows may be wrong in a delimiter that is right */
const tolerance = 0.05;

/**
 * Delimiter and header of a text, from its beginning. DuckDB's own sniffer is not asked: where a few rows have a value too
 * many it takes the whole line for one column, while a person must hear of those rows.
 */
export function sniffDialect(
  head: string,
  options: Pick<ReadOptions, 'delimiter' | 'quote' | 'header'>,
  isWhole: boolean,
): Separators & { header: boolean; first: string[] } {
  const quote = options.quote ?? '"';
  const delimiter = options.delimiter ?? findDelimiter(head, quote, isWhole);
  const rows = parseRecords(head, { delimiter, quote }, { isWhole, max: looked });
  const [first = []] = rows;
  return { delimiter, quote, header: options.header ?? looksLikeHeader(first), first };
}

function findDelimiter(head: string, quote: string, isWhole: boolean): string {
  const tried = delimiters.map((delimiter) => {
    const widths = parseRecords(head, { delimiter, quote }, { isWhole, max: looked }).map((row) => row.length);
    const width = mostCommon(widths);
    return { delimiter, share: width < 2 ? 0 : widths.filter((each) => each === width).length / widths.length };
  });
  const best = Math.max(...tried.map(({ share }) => share));
  if (best === 0) return ',';
  return tried.find(({ share }) => share >= best - tolerance)?.delimiter ?? ',';
}

function mostCommon(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

const aValue = /^[+-]?[\d.,]*\d[\d.,]*(e[+-]?\d+)?%?$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T]|$)|^(true|false)$/i;

/** Names are texts: a first row with a number, a date or a truth in it is a row like the others. */
export function looksLikeHeader(first: readonly string[]): boolean {
  const cells = first.map((cell) => cell.trim());
  return cells.some((cell) => cell !== '') && !cells.some((cell) => aValue.test(cell));
}
