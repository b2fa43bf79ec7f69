import type { Locale } from '../../platform/text/locale.ts';
import type { Axis, AxisCell } from './contrast.ts';
import { formatsOf } from './formats.ts';
import { explorationTexts } from './texts.ts';

/** Which rows lie in a cell, as a clause: `“delay” is above 10 and at most 20`. */
export function sayCell({ column, unit }: Axis, cell: AxisCell, locale: Locale): string {
  const t = explorationTexts[locale].cell;
  if (cell.cell === 'value') return t.value({ column, value: shortened(cell.value) });
  if (cell.cell === 'time') return sayTime({ column, unit, from: cell.from }, locale);
  return cell.cell === 'range' ? sayRange(column, cell, locale) : t[cell.cell]({ column });
}

function sayRange(column: string, { above, upTo }: Extract<AxisCell, { cell: 'range' }>, locale: Locale): string {
  const t = explorationTexts[locale].cell;
  const { figure } = formatsOf(locale);
  if (above !== null && upTo !== null) return t.between({ column, above: figure(above), upTo: figure(upTo) });
  if (upTo !== null) return t.upTo({ column, upTo: figure(upTo) });
  return above === null ? t.anything({ column }) : t.above({ column, above: figure(above) });
}

/** How many characters of a moment, as ISO 8601, its unit needs. */
const digits = { hour: 16, day: 10, week: 10, month: 7, year: 4, decade: 4 } as const;

function sayTime({ column, unit, from }: { column: string; unit: Axis['unit']; from: string }, locale: Locale): string {
  const t = explorationTexts[locale].cell;
  const moment = from.slice(0, digits[unit ?? 'hour']).replace('T', ' ');
  return t[unit === 'week' || unit === 'decade' ? unit : 'time']({ column, from: moment });
}

const longest = 80;
const shortened = (value: string): string => {
  const line = value.replaceAll(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest).toWellFormed()}…` : line;
};
