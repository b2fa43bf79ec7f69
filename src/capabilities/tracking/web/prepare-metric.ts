import type { Locale } from '../../../platform/text/locale.ts';
import type { Palette } from '../../../web/kit/charts/palette.ts';
import { axisStyle, baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { DrawnMetric } from '../contract.ts';
import { type ChartTexts, chartTexts } from './chart-texts.ts';
import { sayNumber } from './say-value.ts';

export const alongs = ['step', 'time', 'relative'] as const;
export type Along = (typeof alongs)[number];

export interface DrawnRun {
  name: string;
  /** where relative time begins */
  startedAt: number | null;
  drawn: DrawnMetric;
}

interface Given {
  metric: string;
  runs: readonly DrawnRun[];
  along: Along;
  isLogarithmic: boolean;
  zoom: (from: number, to: number) => void;
}

interface Line {
  name: string;
  points: readonly (readonly [number, number | null])[];
}

/** So many rows the table shows of all runs together: the file has them all. */
const mostRows = 200;

/** The points of a metric, of one run or of several, ready to be drawn. */
export function prepareMetric({ metric, runs, along, isLogarithmic, zoom }: Given, locale: Locale): Picture {
  const t = chartTexts[locale];
  const lines = runs.map((run) => lineOf(run, along, isLogarithmic));
  const sayPlace = placeSayer(along, locale);
  return {
    id: `metric-${metric}`,
    title: titleOf(metric, runs, locale),
    note: noteOf(runs, isLogarithmic, locale),
    height: 240,
    option: (palette) => optionOf({ lines, along, isLogarithmic, sayPlace, locale, t }, palette),
    zoom,
    table: {
      head: [t.place, ...(runs.length > 1 ? [t.run] : []), t.value],
      rows: tableOf(lines, sayPlace, locale),
    },
  };
}

function lineOf({ name, startedAt, drawn }: DrawnRun, along: Along, isLogarithmic: boolean): Line {
  const start = along === 'relative' ? (startedAt ?? drawn.from ?? 0) : 0;
  const points = drawn.points.map(
    ([place, value]) => [place - start, isLogarithmic && value !== null && value <= 0 ? null : value] as const,
  );
  return { name, points };
}

/** The same place of a chart, as the address counts it: of relative time the moment. */
export const placeOf = (shown: number, along: Along, startedAt: number): number =>
  Math.round(along === 'relative' ? shown + startedAt : shown);

export function placeSayer(along: Along, locale: Locale): (place: number) => string {
  const formats = formatsFor(locale);
  if (along === 'step') return (place) => formats.number(place, 0);
  if (along === 'time') return (place) => `${formats.date(place)} ${new Date(place).toLocaleTimeString(locale)}`;
  return (place) => `${formats.number(place / 1000, 1)} ${chartTexts[locale].seconds}`;
}

function titleOf(key: string, runs: readonly DrawnRun[], locale: Locale): string {
  const t = chartTexts[locale];
  const say = (value: number) => sayNumber(value, locale);
  const lows = runs.flatMap(({ drawn }) => (drawn.lowest === null ? [] : [drawn.lowest]));
  const highs = runs.flatMap(({ drawn }) => (drawn.highest === null ? [] : [drawn.highest]));
  if (lows.length === 0) return t.titleOfNone({ key });
  const [low, high] = [say(Math.min(...lows)), say(Math.max(...highs))];
  const [first] = runs;
  if (runs.length > 1 || !first) return t.titleOfRuns({ key, runs: runs.length, low, high });
  const last = first.drawn.points.findLast(([, value]) => value !== null)?.[1] ?? 0;
  if (first.drawn.count === 1) return t.titleOfOne({ key, value: say(last) });
  return t.title({ key, last: say(last), low, high });
}

function noteOf(runs: readonly DrawnRun[], isLogarithmic: boolean, locale: Locale): string {
  const t = chartTexts[locale];
  const sum = (of: (drawn: DrawnMetric) => number) => runs.reduce((total, { drawn }) => total + of(drawn), 0);
  const say = (count: number) => formatsFor(locale).number(count, 0);
  const count = say(sum((drawn) => drawn.count));
  const [notNumbers, infinite] = [sum((drawn) => drawn.notNumbers), sum((drawn) => drawn.infinite)];
  const hidden = isLogarithmic && runs.some(({ drawn }) => (drawn.lowest ?? 1) <= 0);
  return [
    runs.some(({ drawn }) => drawn.isThinned) ? t.thinned({ count }) : t.points({ count }),
    ...(notNumbers > 0 ? [t.notNumbers({ count: say(notNumbers) })] : []),
    ...(infinite > 0 ? [t.infinite({ count: say(infinite) })] : []),
    ...(hidden ? [t.notPositive] : []),
    t.drag,
  ].join(' ');
}

interface Drawing {
  lines: readonly Line[];
  along: Along;
  isLogarithmic: boolean;
  sayPlace: (place: number) => string;
  locale: Locale;
  t: ChartTexts;
}

const dashes = ['solid', 'dashed', 'dotted'] as const;

function optionOf({ lines, along, isLogarithmic, sayPlace, locale, t }: Drawing, palette: Palette) {
  const axis = axisStyle(palette);
  const colours = [palette.water, palette.low, palette.ink, palette.waterLine, palette.lowLine, palette.quiet];
  const isSeveral = lines.length > 1;
  return {
    ...baseOption(palette),
    tooltip: {
      ...baseOption(palette, () => '').tooltip,
      trigger: 'axis' as const,
      formatter: (pointed: { seriesName: string; value: [number, number | null] }[]) =>
        [
          sayPlace(pointed[0]?.value[0] ?? 0),
          ...pointed.flatMap(({ seriesName, value: [, value] }) =>
            value === null ? [] : [`${isSeveral ? `${seriesName}: ` : ''}${sayNumber(value, locale)}`],
          ),
        ].join('\n'),
    },
    ...(isSeveral
      ? { legend: { top: 0, type: 'plain', textStyle: { color: palette.ink, fontFamily: palette.font } } }
      : {}),
    grid: { left: 8, right: 20, top: isSeveral ? 40 : 14, bottom: 28, containLabel: true },
    xAxis: {
      type: along === 'time' ? ('time' as const) : ('value' as const),
      ...axis,
      name: t.axes[along],
      nameGap: 28,
      scale: true,
      ...(along === 'relative' ? { axisLabel: { ...axis.axisLabel, formatter: sayPlace } } : {}),
    },
    yAxis: {
      type: isLogarithmic ? ('log' as const) : ('value' as const),
      ...axis,
      scale: true,
      axisLabel: { ...axis.axisLabel, formatter: (value: number) => sayNumber(value, locale) },
    },
    series: lines.map(({ name, points }, index) => ({
      type: 'line' as const,
      name,
      data: points,
      showSymbol: points.length <= 40,
      symbolSize: 5,
      connectNulls: false,
      itemStyle: { color: colours[index % colours.length] },
      lineStyle: {
        width: 1.5,
        color: colours[index % colours.length],
        type: dashes[Math.floor(index / colours.length) % 3],
      },
    })),
  };
}

/** Spread evenly where there are more than fit, the last always among them. */
function tableOf(lines: readonly Line[], sayPlace: (place: number) => string, locale: Locale): string[][] {
  const each = Math.max(2, Math.floor(mostRows / Math.max(1, lines.length)));
  return lines.flatMap(({ name, points }) => {
    const every = Math.ceil(points.length / each);
    return points
      .filter((_, index) => index % every === 0 || index === points.length - 1)
      .map(([place, value]) => [
        sayPlace(place),
        ...(lines.length > 1 ? [name] : []),
        value === null ? '–' : sayNumber(value, locale),
      ]);
  });
}
