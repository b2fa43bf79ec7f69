import type { Locale } from '../../../platform/text/locale.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { KeyResult } from '../contract.ts';
import { requirementsTexts } from './requirements-texts.ts';

type Measured = Pick<KeyResult, 'metric' | 'unit' | 'baseline' | 'target' | 'by'>;

/** A key result as a sentence behind its metric: from where to where, by when. */
export function sayCourse({ unit, baseline, target, by }: Omit<Measured, 'metric'>, locale: Locale): string {
  const t = requirementsTexts[locale];
  const formats = formatsFor(locale);
  const number = (decimal: string | null) => (decimal === null ? t.unknown : formats.number(decimal, 8));
  return t.sentence({
    baseline: number(baseline),
    target: number(target),
    unit,
    by: by === null ? t.noDate : formats.date(by),
  });
}

export const sayKeyResult = (keyResult: Measured, locale: Locale): string =>
  `${keyResult.metric} ${sayCourse(keyResult, locale)}`;
