import { connectErrors } from './errors.ts';

/**
 * Refuses what is not one SELECT that stays within its brackets: it is put inside `COPY (...) TO STDOUT`, and one that closed
 * them could go on as another command. Knows PostgreSQL's quotes (4.1): '...', E'...', "...", $tag$...$tag$, comments.
 */
export function refuseOtherSql(sql: string): void {
  if (!/^(select|with|values|table)\b/i.test(sql.slice(beginning(sql))))
    throw connectErrors.notOneSelect({ reason: 'it does not begin with SELECT or WITH' });
  let depth = 0;
  for (let at = 0; at < sql.length;) {
    const letter = sql[at] as string;
    const end = endOfQuoted(sql, at);
    if (end === 0) {
      if (letter === ';') throw connectErrors.notOneSelect({ reason: 'a semicolon' });
      if (letter === '(') depth += 1;
      if (letter === ')') depth -= 1;
      if (depth < 0) throw connectErrors.notOneSelect({ reason: 'a bracket that closes nothing' });
    }
    at = end === 0 ? at + 1 : end;
  }
  if (depth > 0) throw connectErrors.notOneSelect({ reason: 'an open bracket' });
}

/** Behind the spaces and comments in front. */
function beginning(sql: string): number {
  let at = 0;
  for (;;) {
    while (/\s/.test(sql[at] ?? '')) at += 1;
    if (!sql.startsWith('--', at) && !sql.startsWith('/*', at)) return at;
    at = endOfQuoted(sql, at);
  }
}

/** Behind what begins here where it is a quote or a comment; 0 where it is neither. */
function endOfQuoted(sql: string, at: number): number {
  const rest = sql.slice(at, at + 80);
  if (rest.startsWith('--')) return behind(sql.indexOf('\n', at), 1) || sql.length;
  if (rest.startsWith('/*')) return endOfComment(sql, at);
  if (rest.startsWith('"')) return closed(sql, at + 1, '"');
  if (rest.startsWith("'")) return isEscaped(sql, at) ? endOfEscaped(sql, at + 1) : closed(sql, at + 1, "'");
  return endOfDollars(sql, at);
}

function endOfDollars(sql: string, at: number): number {
  const [tag] = /^\$([a-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/i.exec(sql.slice(at, at + 80)) ?? [];
  const isName = /[\w$\u0080-\uffff]/.test(sql[at - 1] ?? ' ');
  if (tag === undefined || isName) return 0;
  return behind(sql.indexOf(tag, at + tag.length), tag.length) || refuseOpen();
}

const behind = (found: number, length: number): number => (found < 0 ? 0 : found + length);

function refuseOpen(): never {
  throw connectErrors.notOneSelect({ reason: 'an open quote or comment' });
}

/** E'...' knows the backslash. */
const isEscaped = (sql: string, at: number): boolean => /(^|[^\w$])e$/i.test(sql.slice(Math.max(0, at - 2), at));

function closed(sql: string, from: number, quote: string): number {
  for (let at = sql.indexOf(quote, from); at >= 0; at = sql.indexOf(quote, at + 2))
    if (sql[at + 1] !== quote) return at + 1;
  return refuseOpen();
}

function endOfEscaped(sql: string, from: number): number {
  for (let at = from; at < sql.length; at += 1) {
    if (sql[at] === '\\') at += 1;
    else if (sql[at] === "'") {
      if (sql[at + 1] !== "'") return at + 1;
      at += 1;
    }
  }
  return refuseOpen();
}

/** They may stand in one another. */
function endOfComment(sql: string, from: number): number {
  let depth = 0;
  for (let at = from; at < sql.length; at += 1) {
    if (sql.startsWith('/*', at)) {
      depth += 1;
      at += 1;
    } else if (sql.startsWith('*/', at)) {
      depth -= 1;
      at += 1;
      if (depth === 0) return at + 1;
    }
  }
  return refuseOpen();
}
