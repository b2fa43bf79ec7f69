import type { Locale } from '../../../platform/text/locale.ts';
import type { RunMetric } from '../contract.ts';
import type { RunTexts } from './run-texts.ts';

const made = new Map<string, Intl.NumberFormat>();

function formatter(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const known = made.get(key) ?? new Intl.NumberFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', options);
  made.set(key, known);
  return known;
}

/** A measurement may be of any size: five digits that count, very large and very small ones by their power of ten. */
export function sayNumber(value: number, locale: Locale): string {
  const size = Math.abs(value);
  const isExtreme = size !== 0 && (size >= 1e9 || size < 1e-4);
  const notation = isExtreme ? 'scientific' : 'standard';
  if (Number.isInteger(value) && !isExtreme) return formatter(locale, {}).format(value);
  return formatter(locale, { notation, maximumSignificantDigits: 5 }).format(value);
}

const words = { NaN: 'NaN', Infinity: '∞', '-Infinity': '−∞' } as const;

export function sayMetric({ value, word }: Pick<RunMetric, 'value' | 'word'>, locale: Locale): string {
  return value === null ? words[word ?? 'NaN'] : sayNumber(value, locale);
}

export function sayDuration(took_ms: number, t: RunTexts['durations']): string {
  const seconds = Math.max(0, Math.round(took_ms / 1000));
  if (seconds < 120) return t.seconds({ n: seconds });
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return t.minutes({ n: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return t.hours({ n: hours, minutes: minutes % 60 });
  return t.days({ n: Math.floor(hours / 24), hours: hours % 24 });
}

/** As programs say it: thousands of bytes by thousands. */
export function saySize(size_bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = size_bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(size_bytes) / 3));
  return `${Math.round((size_bytes / 1000 ** power) * 10) / 10} ${units[power] ?? ''}`;
}
