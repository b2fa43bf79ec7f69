import type { Locale } from '../../../platform/text/locale.ts';

/**
 * A number as a person types it ("1.234,50", "1,234.50", "€ 900", "4%") as an exact decimal text ("1234.50"), or null.
 * The page's language decides only where the text leaves it open: "1.234" is 1234 in Dutch and 1.234 in English.
 */
export function readDecimal(typed: string, locale: Locale): string | null {
  const bare = typed.replaceAll(/[\s€$£%']/g, '').replace(/^[−–]/, '-');
  if (!/^-?[\d.,]*\d[.,]?$/.test(bare)) return null;
  const mark = decimalMark(bare, locale);
  const [whole = '', fraction = '', ...rest] = mark ? bare.split(mark) : [bare];
  if (rest.length > 0 || /[.,]/.test(fraction)) return null;
  const digits = whole.replaceAll(/[.,]/g, '').replace(/^(-?)0+(?=\d)/, '$1');
  const body = digits === '' || digits === '-' ? `${digits}0` : digits;
  return fraction === '' ? body : `${body}.${fraction}`;
}

function decimalMark(text: string, locale: Locale): '.' | ',' | null {
  const [dot, comma] = [text.lastIndexOf('.'), text.lastIndexOf(',')];
  if (dot >= 0 && comma >= 0) return dot > comma ? '.' : ',';
  const only = dot >= 0 ? '.' : comma >= 0 ? ',' : null;
  if (!only) return null;
  const own = locale === 'nl' ? ',' : '.';
  const groupsOfThree = new RegExp(`^-?\\d{1,3}(\\${only}\\d{3})+$`).test(text);
  return groupsOfThree && only !== own ? null : only;
}
