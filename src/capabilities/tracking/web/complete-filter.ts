/** What could stand next in a filter of runs, each as the whole text it makes. */
export function completeFilter(text: string, names: readonly string[]): string[] {
  const { before, word } = lastWord(text);
  const offered = expectedAfter(before, names);
  return offered
    .filter((each) => each !== word && each.toLowerCase().includes(word.toLowerCase()))
    .slice(0, most)
    .map((each) => `${before}${each} `);
}

const most = 12;
const operators = ['=', '!=', '>', '>=', '<', '<=', 'LIKE', 'ILIKE', 'IS NULL', 'IS NOT NULL'];
const attributes = ['run_name', 'status', 'user_id', 'start_time', 'end_time', 'run_id'];

/** What is being written: from the last blank or parenthesis on, unless that lies in quotes. */
function lastWord(text: string): { before: string; word: string } {
  let quote = '';
  let start = 0;
  for (const [at, letter] of text.split('').entries()) {
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === "'" || letter === '"' || letter === '`') quote = letter;
    else if (letter === ' ' || letter === '(') start = at + 1;
  }
  return { before: text.slice(0, start), word: text.slice(start) };
}

function expectedAfter(before: string, names: readonly string[]): readonly string[] {
  const last = before.trimEnd();
  if (last === '' || /(^|[\s(])(and|or|not)$|\($/i.test(last)) return [...names, ...attributes, 'NOT'];
  if (/(=|>|<|\b(i?like|in|is|is not))$/i.test(last)) return [];
  return isName(last) ? operators : ['AND', 'OR'];
}

/** A name begins what is compared: after the beginning, a parenthesis, AND, OR or NOT. */
const isName = (text: string): boolean =>
  /(^|\(|(^|[\s(])(and|or|not)\s)\s*(\w+\.)?([\w.\-/:]+|`[^`]*`|"[^"]*")$/i.test(text);

/** As it stands in a filter: in backticks where it holds what a bare name cannot. */
export const nameInFilter = (prefix: 'metrics' | 'params' | 'tags', key: string): string =>
  /^[\w.]+$/.test(key) ? `${prefix}.${key}` : `${prefix}.\`${key}\``;
