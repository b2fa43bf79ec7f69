import type { Locale } from '../../../platform/text/locale.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { Chart } from '../../statistics/contract.ts';
import { exploreTexts } from './explore-texts.ts';

export type Drawn = Extract<Chart, { status: 'drawn' }>;
type Axis = Drawn['x'];
type AxisCell = Axis['cells'][number];

/** What the parts of a chart are called. */
export interface Labels {
  cell: (axis: Axis, cell: AxisCell) => string;
  /** the same where there is little room: along an axis */
  mark: (axis: Axis, cell: AxisCell) => string;
  count: (rows: number) => string;
  /** of the outcome */
  value: (value: number) => string;
  /** what the outcome is called; null where there is none */
  measure: string | null;
  /** the outcome of all rows */
  overall: number | null;
}

export function labelsOf({ target, overall }: Drawn, locale: Locale): Labels {
  const t = exploreTexts[locale].chart;
  const formats = formatsFor(locale);
  return {
    cell: (axis, cell) => sayCell(axis, cell, locale),
    mark: (axis, cell) => (cell.cell === 'range' ? markRange(cell, locale) : sayCell(axis, cell, locale)),
    count: (rows) => formats.number(rows, 0),
    value: (value) => (overall?.measure === 'share' ? formats.chance(value) : formats.number(value)),
    measure: target && overall && measureOf(target, t),
    overall: overall?.value ?? null,
  };
}

const measureOf = (
  { column, positive }: NonNullable<Drawn['target']>,
  t: (typeof exploreTexts)['en']['chart'],
): string => (positive === null ? t.mean({ column }) : t.share({ column, positive }));

/** How many characters of a moment, as ISO 8601, its unit needs. */
const digits = { hour: 16, day: 10, week: 10, month: 7, year: 4, decade: 4 } as const;

function sayCell({ unit }: Axis, cell: AxisCell, locale: Locale): string {
  const t = exploreTexts[locale].chart;
  if (cell.cell === 'value') return cell.value;
  if (cell.cell === 'time') {
    const from = cell.from.slice(0, digits[unit ?? 'hour']).replace('T', ' ');
    return unit === 'decade' ? t.decade({ from }) : from;
  }
  return cell.cell === 'range' ? sayRange(cell, locale) : t[cell.cell];
}

function sayRange({ above, upTo }: Extract<AxisCell, { cell: 'range' }>, locale: Locale): string {
  const t = exploreTexts[locale].chart;
  const formats = formatsFor(locale);
  if (above !== null && upTo !== null)
    return t.between({ above: formats.number(above, 4), upTo: formats.number(upTo, 4) });
  if (upTo !== null) return t.upTo({ upTo: formats.number(upTo, 4) });
  return above === null ? t.anything : t.above({ above: formats.number(above, 4) });
}

/** A range by its ends, as an axis writes it. */
function markRange({ above, upTo }: Extract<AxisCell, { cell: 'range' }>, locale: Locale): string {
  const formats = formatsFor(locale);
  if (above !== null && upTo !== null) return `${formats.number(above, 4)} – ${formats.number(upTo, 4)}`;
  if (upTo !== null) return `≤ ${formats.number(upTo, 4)}`;
  return above === null ? exploreTexts[locale].chart.anything : `> ${formats.number(above, 4)}`;
}
