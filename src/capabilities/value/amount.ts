import type { Amount } from './contract.ts';
import type { InputList, Reader } from './estimate.ts';
import { decimalToNumber } from './money.ts';

/**
 * Reader of an amount before there is data: its value, or rate × mean of the column + plus.
 * `group` names the cases the mean is taken over; amounts of one group that use one column share its mean.
 */
export function readAmount(amount: Amount, where: { path: string; group: string }, list: InputList): Reader {
  if (amount.kind === 'constant') return list.money(`${where.path}.value`, amount.value);
  const [rate, plus] = [decimalToNumber(amount.rate), decimalToNumber(amount.plus)];
  const mean = list.number(`${where.path}.mean`, amount.mean, `column ${amount.column} of ${where.group}`);
  return (draw) => rate * mean(draw) + plus;
}

/** Value of the amount for one row of data; undefined when the row has no finite number in the column. */
export function amountForRow(amount: Amount, row: Readonly<Record<string, unknown>>): number | undefined {
  if (amount.kind === 'constant') return decimalToNumber(amount.value.likely);
  const cell = row[amount.column];
  if (typeof cell !== 'number' || !Number.isFinite(cell)) return undefined;
  return decimalToNumber(amount.rate) * cell + decimalToNumber(amount.plus);
}
