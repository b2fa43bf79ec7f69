import type { Locale } from '../../../platform/text/locale.ts';
import { readDecimal } from '../language/read-decimal.ts';

/** money: exact decimal text; number: a number; share: a number from 0 to 1 that people write as a percentage. */
export type EstimateKind = 'money' | 'number' | 'share';
export type EstimatePart = 'low' | 'likely' | 'high';
export const estimateParts = ['low', 'likely', 'high'] as const;

/** An estimate as the contract has it, as far as it is known. */
export interface EstimateDraft {
  low?: unknown;
  likely?: unknown;
  high?: unknown;
  source?: unknown;
}

export type EstimateTyped = Record<EstimatePart, string>;
/** What is wrong, and in which part that is mended. */
export type EstimateMistake =
  | { kind: 'notANumber'; part: EstimatePart; typed: string }
  | { kind: 'bothOrNeither' | 'order' | 'needed'; part: EstimatePart };

/** The values as somebody would type them in this language. */
export function typedFrom(draft: EstimateDraft, kind: EstimateKind, locale: Locale): EstimateTyped {
  const write = (value: unknown) => {
    if (typeof value !== 'string' && typeof value !== 'number') return '';
    const plain = kind === 'share' ? String(Number(`${value}e2`)) : String(value);
    return locale === 'nl' ? plain.replace('.', ',') : plain;
  };
  return { low: write(draft.low), likely: write(draft.likely), high: write(draft.high) };
}

/** What was typed as values of the contract; what is wrong with it is said, and what is empty is left out. */
export function readEstimate(
  typed: EstimateTyped,
  kind: EstimateKind,
  locale: Locale,
): {
  value: { low?: string | number; likely?: string | number; high?: string | number };
  mistake: EstimateMistake | null;
} {
  const value: Partial<Record<EstimatePart, string | number>> = {};
  let mistake: EstimateMistake | null = null;
  for (const part of estimateParts) {
    const text = typed[part].trim();
    if (text === '') continue;
    const decimal = readDecimal(text, locale);
    if (decimal === null) mistake ??= { kind: 'notANumber', part, typed: text };
    else value[part] = valueOf(decimal, kind);
  }
  return { value, mistake: mistake ?? mistakeIn(value) };
}

/** What stands in the fields when the value is this one: as it was typed where that says the same. */
export function takenOver(
  typed: EstimateTyped,
  value: EstimateDraft,
  { kind, locale }: { kind: EstimateKind; locale: Locale },
): EstimateTyped {
  const said = ({ low, likely, high }: EstimateDraft) => JSON.stringify([low ?? null, likely ?? null, high ?? null]);
  return said(readEstimate(typed, kind, locale).value) === said(value) ? typed : typedFrom(value, kind, locale);
}

function valueOf(decimal: string, kind: EstimateKind): string | number {
  if (kind === 'money') return decimal;
  return kind === 'share' ? Number(`${decimal}e-2`) : Number(decimal);
}

function mistakeIn({ low, likely, high }: Partial<Record<EstimatePart, string | number>>): EstimateMistake | null {
  if (low === undefined && likely === undefined && high === undefined) return null;
  if (likely === undefined) return { kind: 'needed', part: 'likely' };
  if ((low === undefined) !== (high === undefined)) {
    return { kind: 'bothOrNeither', part: low === undefined ? 'low' : 'high' };
  }
  if (low === undefined) return null;
  if (Number(low) > Number(likely)) return { kind: 'order', part: 'low' };
  return Number(likely) > Number(high) ? { kind: 'order', part: 'high' } : null;
}
