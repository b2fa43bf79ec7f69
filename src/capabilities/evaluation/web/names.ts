import type { Locale } from '../../../platform/text/locale.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { EvaluationSummary, ValueToUse } from '../contract.ts';
import { evaluationPageTexts } from './texts.ts';

/** By what it is priced, as people call it. */
export function nameValue(value: ValueToUse | null, locale: Locale): string {
  const t = evaluationPageTexts[locale].values;
  return value ? t[value.source](value) : t.none;
}

/** What it was measured on. */
export function namePlace({ data, asked }: Pick<EvaluationSummary, 'data' | 'asked'>, locale: Locale): string {
  const t = evaluationPageTexts[locale];
  const parts = [asked.split, asked.segment].flatMap((part) => (part === null ? [] : [t.part({ part })]));
  return `${data ? t.data(data) : t.noData}${parts.join('')}`;
}

/** Euros as they are told: cents only of small amounts. */
export const writeMoney =
  (locale: Locale, currency: string) =>
  (amount: number): string =>
    formatsFor(locale).money(Math.abs(amount) < 100 ? amount : Math.round(amount), currency);
