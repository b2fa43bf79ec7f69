import type { ChangeKind, Grade } from '../diff-contract.ts';

type TypeChange = { kind: Extract<ChangeKind, `type_${string}`>; grade: Grade };

/** Whole numbers by what they can hold. */
const wholes = ['UTINYINT', 'TINYINT', 'USMALLINT', 'SMALLINT', 'UINTEGER', 'INTEGER', 'UBIGINT', 'BIGINT', 'HUGEINT'];
const floats = ['FLOAT', 'DOUBLE'];
const moments = ['DATE', 'TIMESTAMP', 'TIMESTAMP WITH TIME ZONE'];

/** What becomes of whoever reads a column when its type is another one; null where it is the same. */
export function typeChange(before: string, after: string): TypeChange | null {
  if (before === after) return null;
  const wider = isWider(before, after);
  if (wider) return { kind: 'type_widened', grade: 'compatible' };
  const narrower = isWider(after, before);
  if (narrower) return { kind: 'type_narrowed', grade: narrower === 'with_loss' ? 'breaking' : 'compatible' };
  return { kind: 'type_changed', grade: 'breaking' };
}

/** Whether every value of `from` is one of `to`; `with_loss`: and going back loses a part of some. */
function isWider(from: string, to: string): false | 'plain' | 'with_loss' {
  if (rankIn(wholes, from, to)) return 'plain';
  if (rankIn(floats, from, to)) return 'plain';
  if (rankIn(moments, from, to)) return 'with_loss';
  if (wholes.includes(from) && (floats.includes(to) || isDecimal(to))) return 'with_loss';
  if (isDecimal(from) && floats.includes(to)) return 'with_loss';
  return isDecimal(from) && isDecimal(to) ? widerDecimal(from, to) : false;
}

const rankIn = (order: readonly string[], from: string, to: string): boolean =>
  order.includes(from) && order.indexOf(to) > order.indexOf(from);

const isDecimal = (type: string): boolean => type.startsWith('DECIMAL(');

function widerDecimal(from: string, to: string): false | 'with_loss' {
  const [fromDigits = 0, fromScale = 0] = digitsOf(from);
  const [toDigits = 0, toScale = 0] = digitsOf(to);
  return toScale >= fromScale && toDigits - toScale >= fromDigits - fromScale ? 'with_loss' : false;
}

const digitsOf = (type: string): number[] => [...type.matchAll(/\d+/g)].map(([digits]) => Number(digits));
