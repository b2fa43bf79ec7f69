import type { Locale } from '../../../platform/text/locale.ts';
import { compareTexts } from './texts.ts';
import { type Along, type Difference, type JudgedRun, many, type WhatDiffers } from './what-differs.ts';

/** More than these are seen in the table of parameters. */
const said = 3;

/** What differs most between the best and the others, in sentences. */
export function sayFinding(found: WhatDiffers, what: string, locale: Locale): string[] {
  const t = compareTexts[locale];
  const value = sayFigure(found.best.value, locale);
  const equal = found.others.filter((other) => other.value === found.best.value).length;
  if (equal > 0) return [t.tied({ count: equal + 1, what, value }), ...sayAlong(found, locale)];
  const range = sayRange(found.others, locale);
  const first = t.best({ name: found.best.name, what, value, others: found.others.length, range });
  return [first, ...sayDifferences(found, locale), ...sayAlong(found, locale)];
}

const isMany = (others: readonly JudgedRun[]): boolean => others.length + 1 >= many;

/** None is the best where another is as good. */
export const isTied = ({ best, others }: WhatDiffers): boolean => others.some(({ value }) => value === best.value);

function sayRange(others: readonly JudgedRun[], locale: Locale): string {
  const values = others.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return compareTexts[locale].range({ low: sayFigure(low, locale), high: sayFigure(high, locale) });
}

function sayDifferences({ differences, differing, others }: WhatDiffers, locale: Locale): string[] {
  const t = compareTexts[locale];
  if (isMany(others)) return [];
  if (differing === 0) return [t.sameParams];
  if (differences.length === 0) return [t.noneOther];
  const parts = differences.slice(0, said).map((each) => sayDifference(each, locale));
  return [t.differs({ parts, more: differences.length - parts.length })];
}

function sayDifference({ key, best, others }: Difference, locale: Locale): string {
  const t = compareTexts[locale];
  const say = (value: string | null) => (value === null ? t.absent : shortened(value));
  return t.part({ key, best: say(best), others: others.slice(0, said).map(say).join(', ') });
}

function sayAlong({ along, differing, others }: WhatDiffers, locale: Locale): string[] {
  const t = compareTexts[locale];
  if (!isMany(others)) return [];
  if (differing === 0) return [t.sameParams];
  if (along.length === 0) return [t.byChance({ differing })];
  return [t.along({ parts: along.slice(0, said).map((each) => sayOne(each, locale)) })];
}

function sayOne(along: Along, locale: Locale): string {
  const t = compareTexts[locale];
  if (along.kind === 'class') return t.class({ key: along.key, best: shortened(along.best) });
  const rho = sayFigure(Math.abs(Number(along.rho.toFixed(2))), locale);
  return (along.rho > 0 ? t.larger : t.smaller)({ key: along.key, rho });
}

const shortened = (value: string): string => (value.length > 40 ? `${value.slice(0, 39)}…` : value);

function sayFigure(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', { maximumSignificantDigits: 5 }).format(value);
}
