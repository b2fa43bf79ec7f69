export type Word =
  | { kind: 'name'; prefix: string | null; key: string; at: number }
  | { kind: 'operator' | 'keyword' | 'mark'; text: string; at: number }
  | { kind: 'number'; value: number; at: number }
  | { kind: 'string'; value: string; at: number };

const patterns = {
  space: /\s+/y,
  operator: />=|<=|!=|=|>|</y,
  mark: /[(),]/y,
  number: /-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w.])/y,
  // A quote that stands twice is of the text, and stays twice: so do clients mean it.
  string: /'((?:[^']|'')*)'|"((?:[^"]|"")*)"/y,
  quoted: /`([^`]*)`|"([^"]*)"|'([^']*)'/y,
  name: /[A-Za-z_][\w]*/y,
  // What stands behind the first full stop may hold more of them, and marks that no operator begins with.
  key: /[\w][\w.\-/:]*/y,
};

const keywords = new Set(['AND', 'OR', 'NOT', 'LIKE', 'ILIKE', 'IN', 'IS', 'NULL', 'ASC', 'DESC']);

/**
 * The words of a filter, with where each begins.
 * Names are `prefix.key` or `key`; a key with other characters stands in backticks or quotes: metrics.`a b`.
 * @returns the position of what no word begins with, where there is such
 */
export function readWords(text: string): { words: Word[] } | { unreadable: number } {
  const words: Word[] = [];
  let at = 0;
  while (at < text.length) {
    const blank = match('space', text, at);
    if (blank) {
      at += blank[0].length;
      continue;
    }
    const read = readWord(text, at);
    if (!read) return { unreadable: at };
    words.push(read.word);
    at = read.end;
  }
  return { words };
}

interface Read {
  word: Word;
  end: number;
}

function readWord(text: string, at: number): Read | null {
  for (const kind of ['operator', 'mark'] as const) {
    const found = match(kind, text, at);
    if (found) return { word: { kind, text: found[0], at }, end: at + found[0].length };
  }
  const number = match('number', text, at);
  if (number) return { word: { kind: 'number', value: Number(number[0]), at }, end: at + number[0].length };
  const string = match('string', text, at);
  if (string) {
    const value = string[1] ?? string[2] ?? '';
    return { word: { kind: 'string', value, at }, end: at + string[0].length };
  }
  return readName(text, at);
}

function readName(text: string, at: number): Read | null {
  const whole = match('quoted', text, at);
  if (whole) return { word: { kind: 'name', prefix: null, key: whole[1] ?? '', at }, end: at + whole[0].length };
  const first = match('name', text, at)?.[0];
  if (first === undefined) return null;
  const end = at + first.length;
  return text[end] === '.' ? readKey(text, { prefix: first, at }) : { word: asWord(first, at), end };
}

function asWord(text: string, at: number): Word {
  const upper = text.toUpperCase();
  return keywords.has(upper) ? { kind: 'keyword', text: upper, at } : { kind: 'name', prefix: null, key: text, at };
}

function readKey(text: string, { prefix, at }: { prefix: string; at: number }): Read | null {
  const begin = at + prefix.length + 1;
  const quoted = match('quoted', text, begin);
  if (quoted) {
    const key = quoted[1] ?? quoted[2] ?? quoted[3] ?? '';
    return { word: { kind: 'name', prefix, key, at }, end: begin + quoted[0].length };
  }
  const key = match('key', text, begin)?.[0];
  return key === undefined ? null : { word: { kind: 'name', prefix, key, at }, end: begin + key.length };
}

function match(pattern: keyof typeof patterns, text: string, at: number): RegExpExecArray | null {
  const sticky = patterns[pattern];
  sticky.lastIndex = at;
  return sticky.exec(text);
}
