import { contractErrors } from './errors.ts';

/** Words that begin a SELECT in DuckDB, which also reads `(FROM t)`, `(TABLE t)` and `(VALUES ...)` as one. */
const reading = ['select', 'with', 'values', 'table', 'pivot', 'unpivot', 'describe', 'summarize', 'show'];

type Token = { text: string; isWord: boolean };

/**
 * One condition of SQL that a person wrote, as it may stand between brackets in a question of ours; throws 422. DuckDB's own
 * guard of questions comes on top, with the types and the functions.
 */
export function refuseUnsafe(expression: string): string {
  const tokens = tokensOf(expression);
  let depth = 0;
  tokens.forEach((each, at) => {
    depth += (opening.includes(each.text) ? 1 : 0) - (closing.includes(each.text) ? 1 : 0);
    const isEnd = depth < 0 || (depth === 0 && each.text === ',');
    if (isEnd || beginsReading(each, tokens[at - 1])) throw contractErrors.notOneCondition({ given: each.text });
  });
  if (depth !== 0 || tokens.length === 0) throw contractErrors.notOneCondition({ given: expression });
  return expression;
}

const opening = ['(', '[', '{'];
const closing = [')', ']', '}'];

/** FROM stands elsewhere too, as in `is distinct from` and `extract(year from day)`. */
function beginsReading({ text, isWord }: Token, before: Token | undefined): boolean {
  if (!isWord) return false;
  return reading.includes(text) || (text === 'from' && (before === undefined || before.text === '('));
}

const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_]*|\s+|--|\/\*|[;$?'"]|./gsu;
const refused = ['--', '/*', ';', '$', '?', `'`, '"'];

/** Quoted texts and names are passed over whole; comments, parameters and what is left open are refused. */
function tokensOf(expression: string): Token[] {
  return [...expression.matchAll(token)].flatMap(({ 0: text, index }) => {
    if (text.trim() === '') return [];
    if (refused.includes(text)) throw contractErrors.notOneCondition({ given: text });
    const isWord = /^[\p{L}_]/u.test(text);
    // E'...' reads escapes, and so ends elsewhere than it seems.
    if (/^e$/i.test(text) && expression[index + 1] === `'`) throw contractErrors.notOneCondition({ given: `${text}'` });
    return [{ text: isWord ? text.toLowerCase() : text, isWord }];
  });
}
