import type { Locale } from '../../../platform/text/locale.ts';
import type { Palette } from '../../../web/kit/charts/palette.ts';
import { axisStyle, baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { Chart } from '../../statistics/contract.ts';
import { exploreTexts } from './explore-texts.ts';
import { type Drawn, type Labels, labelsOf } from './label-cells.ts';
import { prepareMap } from './prepare-map.ts';

interface Given {
  id: string;
  /** what it shows, as the server says it */
  sentence: string;
  chart: Chart;
}

/** A chart of the server, ready to be drawn; null where there is nothing to draw, which the sentence says. */
export function prepareChart({ id, sentence, chart }: Given, locale: Locale): Picture | null {
  if (chart.status !== 'drawn' || chart.rows === 0) return null;
  const labels = labelsOf(chart, locale);
  if (chart.y !== null) return prepareMap({ id, sentence, chart, labels }, locale);
  const t = exploreTexts[locale].chart;
  const bars = barsOf(chart, labels);
  const isUpright = chart.x.cells.every(({ cell }) => cell === 'range' || cell === 'time' || cell === 'missing');
  return {
    id,
    title: sentence,
    note: [t.note({ rows: formatsFor(locale).number(chart.rows, 0) }), ...(labels.measure ? [t.intervals] : [])].join(
      ' ',
    ),
    height: isUpright ? 260 : Math.max(120, bars.length * 26 + 48),
    option: (palette, isNarrow) => optionOf({ bars, labels, column: chart.x.column, isUpright, isNarrow, t }, palette),
    table: {
      head: [chart.x.column, t.rows, ...(labels.measure ? [labels.measure, t.low, t.high] : [])],
      rows: bars.map(({ label, rows, outcome }) => [
        label,
        labels.count(rows),
        ...(labels.measure
          ? outcome
            ? [outcome.value, outcome.low, outcome.high].map(labels.value)
            : [t.unknown, '', '']
          : []),
      ]),
    },
  };
}

interface Bar {
  label: string;
  /** the label along the axis */
  mark: string;
  rows: number;
  outcome: { value: number; low: number; high: number } | null;
}

const barsOf = ({ cells, x }: Drawn, labels: Labels): Bar[] =>
  x.cells.map((cell, place) => {
    const own = cells.find((each) => each.x === place);
    return {
      label: labels.cell(x, cell),
      mark: labels.mark(x, cell),
      rows: own?.rows ?? 0,
      outcome: own?.outcome ?? null,
    };
  });

interface Drawing {
  bars: readonly Bar[];
  labels: Labels;
  column: string;
  isUpright: boolean;
  isNarrow: boolean;
  t: (typeof exploreTexts)['en']['chart'];
}

function optionOf({ bars, labels, column, isUpright, isNarrow, t }: Drawing, palette: Palette) {
  const axis = axisStyle(palette);
  const room = { width: isNarrow ? 90 : 180, overflow: 'truncate' as const };
  const named = { type: 'category' as const, data: bars.map(({ mark }) => mark), ...axis };
  const format = labels.measure ? labels.value : labels.count;
  const measured = {
    type: 'value' as const,
    ...axis,
    name: labels.measure ?? t.rows,
    // Upright it stands above its axis, level with what is read: no turned word, and none that its figures push out.
    ...(isUpright
      ? { nameLocation: 'end' as const, nameGap: 12, nameTextStyle: { ...axis.nameTextStyle, align: 'left' as const } }
      : { nameGap: 28 }),
    axisLabel: { ...axis.axisLabel, formatter: format },
  };
  const axes = isUpright
    ? { xAxis: { ...named, name: column, nameGap: 28 }, yAxis: measured }
    : { xAxis: measured, yAxis: { ...named, inverse: true, axisLabel: { ...axis.axisLabel, ...room } } };
  return {
    ...baseOption(palette, ({ dataIndex }) => tell(bars[dataIndex], { labels, t })),
    grid: { left: 8, right: 16, top: isUpright ? 34 : 12, bottom: 28, containLabel: true },
    ...axes,
    series: seriesOf({ bars, labels, isUpright }, palette),
  };
}

function seriesOf({ bars, labels, isUpright }: Pick<Drawing, 'bars' | 'labels' | 'isUpright'>, palette: Palette) {
  const { measure, overall } = labels;
  const bar = {
    type: 'bar',
    data: bars.map(({ rows, outcome }) => (measure === null ? rows : (outcome?.value ?? null))),
    itemStyle: { color: measure === null ? palette.water : palette.waterLine },
    barCategoryGap: isUpright ? '6%' : '30%',
    ...(overall === null ? {} : { markLine: wholeLine({ overall, isUpright }, palette) }),
  };
  return measure === null ? [bar] : [bar, intervals(bars, isUpright, palette)];
}

const wholeLine = ({ overall, isUpright }: { overall: number; isUpright: boolean }, { quiet }: Palette) => ({
  silent: true,
  symbol: 'none',
  label: { show: false },
  lineStyle: { color: quiet, type: 'dotted' as const },
  data: [isUpright ? { yAxis: overall } : { xAxis: overall }],
});

/** The interval of each bar, as a line through its end. */
function intervals(bars: readonly Bar[], isUpright: boolean, palette: Palette) {
  return {
    type: 'custom',
    silent: true,
    clip: true,
    encode: isUpright ? { x: 0, y: [1, 2] } : { y: 0, x: [1, 2] },
    data: bars.flatMap(({ outcome }, place) => (outcome ? [[place, outcome.low, outcome.high]] : [])),
    renderItem: (_: unknown, api: { value(dimension: number): number; coord(point: number[]): number[] }) => {
      const at = (value: number) => api.coord(isUpright ? [api.value(0), value] : [value, api.value(0)]);
      const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [at(api.value(1)), at(api.value(2))] as [number[], number[]];
      return { type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: palette.ink, lineWidth: 1.5 } };
    },
  };
}

function tell(bar: Bar | undefined, { labels, t }: Pick<Drawing, 'labels' | 't'>): string {
  if (!bar) return '';
  const rows = `${bar.label}: ${labels.count(bar.rows)} ${t.rows.toLowerCase()}`;
  if (!labels.measure) return rows;
  return `${rows}\n${labels.measure}: ${bar.outcome ? labels.value(bar.outcome.value) : t.unknown}`;
}
