import type { Locale } from '../../../platform/text/locale.ts';
import { axisStyle, baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import type { Palette } from '../../../web/kit/charts/palette.ts';
import { type Axis, middleOf, type PlottedRun } from './compare-axes.ts';
import { compareTexts } from './compare-texts.ts';
import { colourOf, groupName, shapeOf } from './group-marks.ts';

interface Given {
  x: Axis;
  y: Axis;
  runs: readonly PlottedRun[];
  groups: number;
}

interface Point {
  run: PlottedRun;
  at: [number, number];
}

/** Two of what differs against each other, a mark for each run. */
export function prepareRunScatter({ x, y, runs, groups }: Given, locale: Locale): Picture {
  const t = compareTexts[locale].scatter;
  const points = runs.flatMap((run, index): Point[] => {
    const [across, up] = [x.values[index] ?? null, y.values[index] ?? null];
    return across === null || up === null ? [] : [{ run, at: [across, up] }];
  });
  const missing = runs.length - points.length;
  const notes = [
    ...(groups > 1 ? [compareTexts[locale].apartMarks] : []),
    ...(missing > 0 ? [t.missing({ count: missing })] : []),
  ];
  const tell = (shown: readonly Point[]) => {
    return ({ dataIndex }: { dataIndex: number }) => {
      const point = shown[dataIndex];
      return point ? `${point.run.name}\n${x.label}: ${x.say(point.at[0])}\n${y.label}: ${y.say(point.at[1])}` : '';
    };
  };
  return {
    id: 'compare-scatter',
    title: titleOf({ x, y, points: points.filter(({ run }) => run.group === 0) }, locale),
    ...(notes.length > 0 ? { note: notes.join(' ') } : {}),
    height: 320,
    option: (palette) => ({
      ...baseOption(palette, () => ''),
      ...(groups > 1
        ? { legend: { top: 0, type: 'plain', textStyle: { color: palette.ink, fontFamily: palette.font } } }
        : {}),
      grid: { left: 30, right: 24, top: groups > 1 ? 44 : 18, bottom: 34, containLabel: true },
      xAxis: { ...sideOf(x, palette), nameGap: 30 },
      yAxis: { ...sideOf(y, palette), nameGap: y.classes ? 90 : 56 },
      series: Array.from({ length: groups }, (_, group) => {
        const shown = points.filter(({ run }) => run.group === group);
        return {
          type: 'scatter',
          name: groupName(group, locale),
          data: shown.map(({ run, at }) => ({
            value: at,
            ...(run.isBest ? { symbol: 'diamond', symbolSize: 18, itemStyle: { color: palette.ink, opacity: 1 } } : {}),
          })),
          symbol: shapeOf(group),
          symbolSize: 10,
          itemStyle: { color: colourOf(group, palette), opacity: 0.75 },
          tooltip: { formatter: tell(shown) },
        };
      }),
    }),
    table: {
      head: [t.run, x.label, y.label === x.label ? `${y.label} ` : y.label],
      rows: points.map(({ run, at }) => [run.name, x.say(at[0]), y.say(at[1])]),
    },
  };
}

/** One side of a chart: of numbers, or of words. */
export function sideOf({ label, classes, say }: Axis, palette: Palette) {
  const style = axisStyle(palette);
  if (classes)
    return {
      ...style,
      type: 'category' as const,
      data: [...classes],
      name: label,
      axisLabel: { ...style.axisLabel, width: 110, overflow: 'truncate' as const },
    };
  return {
    ...style,
    type: 'value' as const,
    scale: true,
    boundaryGap: ['6%', '6%'],
    name: label,
    axisLabel: { ...style.axisLabel, formatter: (value: number) => say(value) },
  };
}

/** What runs with more of the one have of the other, by the middle of a third of them. */
function titleOf({ x, y, points }: Pick<Given, 'x' | 'y'> & { points: readonly Point[] }, locale: Locale): string {
  const t = compareTexts[locale].scatter;
  const names = { x: x.label, y: y.label };
  if (y.classes || points.length < 4) return t.title({ ...names, count: points.length });
  if (x.classes) return titleOfClasses({ x, y, points }, locale);
  const sorted = points.toSorted((a, b) => a.at[0] - b.at[0]);
  const third = Math.max(2, Math.floor(sorted.length / 3));
  const middle = (some: readonly Point[]) => y.say(middleOf(some.map(({ at }) => at[1])) ?? 0);
  return t.thirds({ ...names, low: middle(sorted.slice(0, third)), high: middle(sorted.slice(-third)) });
}

function titleOfClasses(
  { x, y, points }: Pick<Given, 'x' | 'y'> & { points: readonly Point[] },
  locale: Locale,
): string {
  const classes = [...Map.groupBy(points, ({ at }) => at[0])]
    .map(([place, some]) => ({ name: x.say(place), middle: middleOf(some.map(({ at }) => at[1])) ?? 0 }))
    .toSorted((a, b) => b.middle - a.middle);
  const [first, last] = [classes[0], classes.at(-1)];
  const t = compareTexts[locale].scatter;
  if (!first || !last || first === last) return t.title({ x: x.label, y: y.label, count: points.length });
  return t.classes({
    x: x.label,
    y: y.label,
    most: first.name,
    high: y.say(first.middle),
    least: last.name,
    low: y.say(last.middle),
  });
}
