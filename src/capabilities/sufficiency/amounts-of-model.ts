import type { PricedColumn } from './measure/measure-amounts.ts';
import type { Amounts } from './model/worth.ts';

const outcomes = ['tp', 'fp', 'fn', 'tn'] as const;

/**
 * What each outcome is worth by the likely figures of a value model, in its currency; null where one of the four is not there.
 * For measuring only: what is signed is computed exactly elsewhere.
 */
export function amountsOfModel(model: unknown): Amounts | null {
  const values = fieldOf(model, 'values');
  const found = outcomes.map((name) => [name, worthOfOutcome(fieldOf(values, name))] as const);
  if (found.some(([, worth]) => worth === null)) return null;
  return Object.fromEntries(found) as unknown as Amounts;
}

/** Which columns a value model prices by the row, and over which cases the mean of each is asked. */
export function pricedColumns(model: unknown): PricedColumn[] {
  const values = fieldOf(model, 'values');
  return outcomes.flatMap((name) => {
    const given = fieldOf(values, name);
    const column = fieldOf(given, 'column');
    if (fieldOf(given, 'kind') !== 'per-row' || typeof column !== 'string' || column === '') return [];
    return [{ path: `values.${name}.mean`, column, isOfHits: name === 'tp' || name === 'fn' }];
  });
}

function worthOfOutcome(value: unknown): number | null {
  switch (fieldOf(value, 'kind')) {
    case 'constant':
      return numberOf(fieldOf(fieldOf(value, 'value'), 'likely'));
    case 'per-row': {
      const [rate, mean, plus] = [
        numberOf(fieldOf(value, 'rate')),
        numberOf(fieldOf(fieldOf(value, 'mean'), 'likely')),
        numberOf(fieldOf(value, 'plus')),
      ];
      return rate === null || mean === null || plus === null ? null : rate * mean + plus;
    }
    default:
      return null;
  }
}

const fieldOf = (thing: unknown, name: string): unknown =>
  typeof thing === 'object' && thing !== null ? (thing as Record<string, unknown>)[name] : undefined;

function numberOf(given: unknown): number | null {
  const value = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
