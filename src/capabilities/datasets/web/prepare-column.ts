import type { Locale } from '../../../platform/text/locale.ts';
import type { Palette } from '../../../web/kit/charts/palette.ts';
import { axisStyle, baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { type Formats, formatsFor } from '../../../web/kit/language/formats.ts';
import type { ColumnProfile } from '../../statistics/contract.ts';
import { evenCells, narrowestHalf } from './even-cells.ts';
import { versionTexts } from './version-texts.ts';

interface Bar {
  /** in full, as the table has it */
  label: string;
  /** below the bar, where there is little room */
  short: string;
  count: number;
}

type Histogram = NonNullable<ColumnProfile['histogram']>;

interface Preparing {
  column: ColumnProfile;
  formats: Formats;
  t: (typeof versionTexts)['en']['chart'];
}

/** What one column looks like, ready to be drawn: cells of what can be measured, else the most frequent values. */
export function prepareColumn(column: ColumnProfile, locale: Locale): Picture {
  const preparing = { column, formats: formatsFor(locale), t: versionTexts[locale].chart };
  const histogram = measuredIn(column);
  const { bars, isEvened } = histogram ? cellsOf(histogram, preparing) : { bars: valuesOf(preparing), isEvened: false };
  const { t, formats } = preparing;
  return {
    id: `column-${column.name}`,
    title: histogram ? halfOf(histogram, preparing) : mostOf(bars, preparing),
    note: [nullsOf(preparing), ...(isEvened ? [t.evened] : [])].join(' '),
    height: histogram ? 260 : Math.max(120, bars.length * 26 + 40),
    option: (palette, isNarrow) => optionOf({ bars, isMeasured: histogram !== null, isNarrow }, palette, preparing),
    table: { head: [t.value, t.count], rows: bars.map(({ label, count }) => [label, formats.number(count, 0)]) },
  };
}

const measuredIn = ({ histogram, finite }: ColumnProfile): Histogram | null =>
  histogram !== null && histogram.edges.length > 1 && finite > 0 ? histogram : null;

interface Drawing {
  bars: readonly Bar[];
  isMeasured: boolean;
  isNarrow: boolean;
}

function optionOf({ bars, isMeasured, isNarrow }: Drawing, palette: Palette, { formats, t }: Preparing) {
  const axis = axisStyle(palette);
  const named = { type: 'category' as const, data: bars.map(({ short }) => short), ...axis };
  const counted = {
    type: 'value' as const,
    ...axis,
    axisLabel: { ...axis.axisLabel, formatter: (value: number) => formats.number(value) },
  };
  const room = { width: isNarrow ? 90 : 180, overflow: 'truncate' as const };
  const axes = isMeasured
    ? { xAxis: named, yAxis: counted }
    : {
        xAxis: { ...counted, name: t.rows, nameGap: 28 },
        yAxis: { ...named, inverse: true, axisLabel: { ...axis.axisLabel, ...room } },
      };
  return {
    ...baseOption(palette, ({ dataIndex }) => tell(bars[dataIndex], { formats, t })),
    grid: { left: 8, right: 16, top: 12, bottom: isMeasured ? 8 : 28, containLabel: true },
    ...axes,
    series: [
      {
        type: 'bar',
        data: bars.map(({ count }) => count),
        itemStyle: { color: palette.water },
        barCategoryGap: isMeasured ? '6%' : '30%',
      },
    ],
  };
}

const tell = (bar: Bar | undefined, { formats, t }: Pick<Preparing, 'formats' | 't'>): string =>
  bar ? `${bar.label}: ${formats.number(bar.count, 0)} ${t.rows}` : '';

/** Right-closed cells between the edges, with a tail on both sides where something is in it. */
function cellsOf({ axis, edges, counts }: Histogram, { formats, t }: Preparing): { bars: Bar[]; isEvened: boolean } {
  const { cells, isEvened } = evenCells({ edges, counts });
  const say = (edge: number) => sayEdge(edge, axis, formats);
  const inside = cells.map(({ low, high, count }) => ({
    label: t.between({ low: say(low), high: say(high) }),
    short: say(low),
    count,
  }));
  const tail = (count: number, label: string): Bar[] => (count > 0 ? [{ label, short: label, count }] : []);
  const bars = [
    ...tail(counts[0] ?? 0, t.below({ value: say(edges[0] ?? 0) })),
    ...inside,
    ...tail(counts.at(-1) ?? 0, t.above({ value: say(edges.at(-1) ?? 0) })),
  ];
  return { bars, isEvened };
}

function sayEdge(edge: number, axis: Histogram['axis'], formats: Formats): string {
  switch (axis) {
    case 'value':
      return formats.number(edge, Math.abs(edge) < 10 ? 2 : 0);
    case 'days_since_1970':
      return formats.date(edge * 86_400_000);
    case 'seconds_since_1970':
      return formats.dateTime(edge * 1000);
    case 'seconds_since_midnight':
      return formats.time(new Date(2000, 0, 1).getTime() + edge * 1000);
  }
}

const mostShown = 12;

function valuesOf({ column, t }: Preparing): Bar[] {
  const values = column.top?.values ?? [];
  const shown = values.toSorted((a, b) => b.count - a.count).slice(0, mostShown);
  const rest = column.finite - shown.reduce((sum, { count }) => sum + count, 0);
  return [
    ...shown.map(({ value, count }) => ({ label: value, short: value, count })),
    ...(rest > 0 && shown.length > 0 ? [{ label: t.other, short: t.other, count: rest }] : []),
  ];
}

/** What a reader sees first: between which values half of them lie. */
function halfOf(histogram: Histogram, { column: { name, finite }, formats, t }: Preparing): string {
  const { axis, edges, counts } = histogram;
  const [from, to] = narrowestHalf(histogram, finite);
  const held = counts.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
  const low = sayEdge(edges[from - 1] ?? 0, axis, formats);
  const high = sayEdge(edges[to] ?? 0, axis, formats);
  return t.numbers({ column: name, low, high, share: formats.percent(held / Math.max(1, finite), 0) });
}

function mostOf([first]: readonly Bar[], { column: { name, rows }, formats, t }: Preparing): string {
  if (!first) return t.empty({ column: name });
  return t.values({ column: name, value: first.label, share: formats.percent(first.count / Math.max(1, rows)) });
}

function nullsOf({ column: { nulls, rows }, formats, t }: Preparing): string {
  if (nulls === 0) return t.noNulls;
  return t.nulls({ count: formats.number(nulls), share: formats.chance(nulls / Math.max(1, rows)) });
}
