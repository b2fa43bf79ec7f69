import type { Locale } from '../../../platform/text/locale.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { Impact, Likelihood, Risk } from '../contract.ts';
import { registerTexts } from './register-texts.ts';

type SaidRisk = Pick<Risk, 'likelihood' | 'impact'> & Partial<Pick<Risk, 'before' | 'after'>>;

/** How often, how bad, and what that comes to a year, as sentences. */
export function sayFigures(risk: SaidRisk, { currency, locale }: { currency: string; locale: Locale }): string {
  const t = registerTexts[locale].register;
  const formats = formatsFor(locale);
  const { likelihood, impact, before, after } = risk;
  const often = likelihood === null ? '' : sayLikelihood(likelihood, locale);
  const bad = likelihood === null || impact === null ? '' : t.each(amountsOf(impact, { currency, locale }));
  const first = often === '' ? '' : `${often}${bad}. `;
  if (!before) return first.trim();
  if (!after || after.likely === before.likely)
    return `${first}${t.expected({ before: formats.money(before.likely, currency) })}`;
  return `${first}${t.remains({ before: formats.money(before.likely, currency), after: formats.money(after.likely, currency) })}`;
}

function sayLikelihood(likelihood: Likelihood, locale: Locale): string {
  const t = registerTexts[locale].register;
  const formats = formatsFor(locale);
  const isChance = likelihood.kind === 'chance';
  const write = (decimal: string) => (isChance ? formats.percent(Number(decimal), 2) : formats.number(decimal, 4));
  const range = rangeOf(likelihood, { write, locale });
  return isChance
    ? t.chance({ chance: write(likelihood.likely), years: likelihood.horizonYears, range })
    : t.perYear({ times: write(likelihood.likely), range });
}

function amountsOf(impact: Impact, { currency, locale }: { currency: string; locale: Locale }) {
  const write = (amount: string) => formatsFor(locale).money(amount, currency);
  return { amount: write(impact.likely), range: rangeOf(impact, { write, locale }) };
}

function rangeOf(
  { low, high }: Pick<Impact, 'low' | 'high'>,
  { write, locale }: { write: (decimal: string) => string; locale: Locale },
): string {
  if (low === undefined || high === undefined) return '';
  return registerTexts[locale].register.range({ low: write(low), high: write(high) });
}
