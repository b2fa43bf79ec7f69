import type { Locale } from '../../platform/text/locale.ts';
import type { Brief } from './brief.ts';
import { formatsOf } from './formats.ts';
import { evaluationTexts } from './texts.ts';

/** What came of it in one sentence: how good, what that brings a month over what is done else, and whether it pays. */
export function sayEvaluation({ quality, euros }: Brief, locale: Locale): string {
  const t = evaluationTexts[locale];
  const said = sayQuality(quality, locale);
  return euros ? `${said}${sayEuros(euros, locale)}` : `${said}${t.end}`;
}

function sayQuality(quality: Brief['quality'], locale: Locale): string {
  const t = evaluationTexts[locale];
  const f = formatsOf(locale);
  if (quality.task === 'binary') {
    const { recall, falseAlarms } = quality.metrics;
    return t.binary({ caught: f.ofHundred(recall?.value ?? 0), alarms: f.ofHundred(falseAlarms?.value ?? 0) });
  }
  if (quality.task === 'multiclass') return sayClasses(quality, locale);
  const unit = quality.unit === null ? '' : ` ${quality.unit}`;
  return t.regression({ size: f.figure(quality.meanSize), unit, bias: f.figure(quality.meanError) });
}

/** Of decisions that are no classes none is right as such: what they are worth is said in euros. */
function sayClasses({ accuracy, cells }: Extract<Brief['quality'], { task: 'multiclass' }>, locale: Locale): string {
  const t = evaluationTexts[locale];
  const f = formatsOf(locale);
  if (accuracy) return t.multiclass({ share: f.share(accuracy.value) });
  return t.decided({ cases: f.count(cells.flat().reduce((sum, each) => sum + each, 0)) });
}

type Euros = NonNullable<Brief['euros']>;
type Way = Euros['against'][number];

const order = ['today', 'nothing', 'constant', 'all'] as const;

/** Held against today's practice where that is known, else the plainest other way. */
function sayEuros({ against, currency }: Euros, locale: Locale): string {
  const t = evaluationTexts[locale];
  const money = (value: number) => formatsOf(locale).money(value, currency);
  const kind = order.find((each) => against.some((other) => other.kind === each));
  const rival = against.find((other) => other.kind === kind);
  const level = against.find((other) => other.kind === 'level');
  const standing = level === undefined ? null : standingOf(level);
  const end = standing === null ? t.end : t.level[standing];
  if (!rival || kind === undefined) return end;
  const say = rival.difference < 0 ? t.below : t.above;
  const said = say({ difference: money(Math.abs(rival.difference)), other: t.others[kind] });
  return `${said}${t.between(turned(rival, money))}${end}`;
}

/** Bounds in the direction of what was said, so that "below" is followed by amounts below. */
function turned(
  { difference, low, high }: Pick<Way, 'difference' | 'low' | 'high'>,
  money: (value: number) => string,
): { low: string; high: string } {
  return difference < 0 ? { low: money(-high), high: money(-low) } : { low: money(low), high: money(high) };
}

/** Not sure where nothing of the difference lies within the bounds. */
export function standingOf({ low, high, difference }: Pick<Way, 'difference' | 'low' | 'high'>) {
  if (low < 0 && high > 0) return 'unsure' as const;
  return difference < 0 ? ('below' as const) : ('above' as const);
}
