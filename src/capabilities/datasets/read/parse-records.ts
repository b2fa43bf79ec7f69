export interface Separators {
  delimiter: string;
  /** empty: nothing stands around a text */
  quote: string;
}

/** The first records of a text, for looking at: the whole file is read elsewhere. A record that is cut off is left out. */
export function parseRecords(
  text: string,
  separators: Separators,
  { isWhole, max }: { isWhole: boolean; max: number },
): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length && records.length < max) {
    const field = fieldAt(text, at, separators);
    record.push(field.value);
    at = field.end + 1;
    if (field.ends === 'field') continue;
    if (field.ends === 'text' && !isWhole) break;
    if (text[field.end] === '\r' && text[at] === '\n') at += 1;
    if (record.length > 1 || record[0] !== '') records.push(record);
    record = [];
  }
  return records;
}

interface Field {
  value: string;
  end: number;
  ends: 'field' | 'record' | 'text';
}

function fieldAt(text: string, start: number, { delimiter, quote }: Separators): Field {
  const quoted = quote === '' ? start : behindSpaces(text, start, delimiter);
  let value = '';
  let from = start;
  if (quote !== '' && text[quoted] === quote) {
    const closed = closingQuote(text, quoted + 1, quote);
    value = text.slice(quoted + 1, closed).replaceAll(quote + quote, quote);
    from = closed + 1;
  }
  let end = from;
  while (end < text.length && !isEnd(text[end], delimiter)) end += 1;
  const ends = end >= text.length ? 'text' : text[end] === delimiter ? 'field' : 'record';
  return { value: value + text.slice(from, end), end, ends };
}

const isEnd = (letter: string | undefined, delimiter: string): boolean =>
  letter === delimiter || letter === '\n' || letter === '\r';

function behindSpaces(text: string, start: number, delimiter: string): number {
  let at = start;
  while (text[at] === ' ' && text[at] !== delimiter) at += 1;
  return at;
}

function closingQuote(text: string, from: number, quote: string): number {
  let at = from;
  for (;;) {
    at = text.indexOf(quote, at);
    if (at < 0) return text.length;
    if (text[at + 1] !== quote) return at;
    at += 2;
  }
}
