import type { Locale } from '../../../platform/text/locale.ts';
import { baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { mixColours, type Palette } from '../../../web/kit/charts/palette.ts';
import type { Axis, PlottedRun } from './compare-axes.ts';
import { compareTexts } from './compare-texts.ts';
import { sideOf } from './prepare-run-scatter.ts';
import { bandOf, type Spot, type Surface, surfaceOf } from './surface.ts';

interface Given {
  x: Axis;
  y: Axis;
  /** what the runs are judged by */
  height: Axis;
  isLowBetter: boolean;
  /** only those that compare: between others there is nothing to draw */
  runs: readonly PlottedRun[];
}

interface Placed extends Spot {
  name: string;
  across: number;
  up: number;
}

const bands = 7;
const fewest = 4;

/** How what runs are judged by changes over two parameters; null where too few runs have all three. */
export function prepareContour(given: Given, locale: Locale): Picture | null {
  const t = compareTexts[locale].contour;
  const { x, y, height, isLowBetter } = given;
  const placed = place(given);
  if (placed.length < fewest || spread(placed, 'across') === 0 || spread(placed, 'up') === 0) return null;
  const surface = surfaceOf(placed);
  const best = placed.toSorted((a, b) => (isLowBetter ? a.height - b.height : b.height - a.height))[0];
  const [xs, ys] = [boundsOf(placed, 'across'), boundsOf(placed, 'up')];
  const scale = { low: boundsOf(placed, 'height')[0], high: boundsOf(placed, 'height')[1], bands };
  return {
    id: 'compare-contour',
    title: t.title({
      height: height.label,
      x: `${x.label} ${x.say(best?.across ?? 0)}`,
      y: `${y.label} ${y.say(best?.up ?? 0)}`,
    }),
    note: t.note({ low: height.say(scale.low), high: height.say(scale.high), count: placed.length }),
    height: 340,
    option: (palette) => ({
      ...baseOption(palette, () => ''),
      grid: { left: 30, right: 24, top: 18, bottom: 34, containLabel: true },
      xAxis: { ...widened(x, xs, palette), nameGap: 30 },
      yAxis: { ...widened(y, ys, palette), nameGap: y.classes ? 90 : 56 },
      series: [
        bandSeries({ surface, scale, xs, ys }, palette),
        {
          type: 'scatter',
          data: placed.map(({ across, up }) => [across, up]),
          symbolSize: 9,
          itemStyle: { color: palette.sheet, borderColor: palette.ink, borderWidth: 1.5 },
          tooltip: {
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const run = placed[dataIndex];
              return run
                ? `${run.name}\n${x.label}: ${x.say(run.across)}\n${y.label}: ${y.say(run.up)}\n${height.label}: ${height.say(run.height)}`
                : '';
            },
          },
        },
      ],
    }),
    table: {
      head: [t.run, x.label, y.label, height.label],
      rows: placed.map((run) => [run.name, x.say(run.across), y.say(run.up), height.say(run.height)]),
    },
  };
}

function place({ x, y, height, runs }: Given): Placed[] {
  const found = runs.flatMap(({ name, group }, index) => {
    const [across, up, high] = [x.values[index] ?? null, y.values[index] ?? null, height.values[index] ?? null];
    return group > 0 || across === null || up === null || high === null ? [] : [{ name, across, up, height: high }];
  });
  const [[left, right], [low, high]] = [boundsOf(found, 'across'), boundsOf(found, 'up')];
  const share = (value: number, from: number, to: number) => (to > from ? (value - from) / (to - from) : 0);
  return found.map((run) => ({ ...run, x: share(run.across, left, right), y: share(run.up, low, high) }));
}

type Side = 'across' | 'up' | 'height';

function boundsOf(runs: readonly Record<Side, number>[], side: Side): [number, number] {
  const values = runs.map((run) => run[side]);
  return [Math.min(...values), Math.max(...values)];
}

const spread = (runs: readonly Record<Side, number>[], side: Side): number => {
  const [low, high] = boundsOf(runs, side);
  return high - low;
};

/** Just farther than the runs go, without a number at that very place; beside words there is room of itself. */
function widened(axis: Axis, [low, high]: [number, number], palette: Palette) {
  const side = { ...sideOf(axis, palette), splitLine: { show: false } };
  if (axis.classes) return side;
  const room = (high - low) * 0.04;
  const axisLabel = { ...side.axisLabel, showMinLabel: false, showMaxLabel: false };
  return { ...side, axisLabel, min: low - room, max: high + room };
}

interface Api {
  coord(point: number[]): number[];
}

/** Bands of equal height, the fuller the colour the higher. */
function bandSeries(
  {
    surface,
    scale,
    xs,
    ys,
  }: {
    surface: Surface;
    scale: { low: number; high: number; bands: number };
    xs: [number, number];
    ys: [number, number];
  },
  palette: Palette,
) {
  const { columns, rows, heights } = surface;
  const across = (column: number) => xs[0] + ((xs[1] - xs[0]) * column) / columns;
  const up = (row: number) => ys[0] + ((ys[1] - ys[0]) * row) / rows;
  const cells = heights.flatMap((height, at) =>
    height === null ? [] : [[at % columns, Math.floor(at / columns), bandOf(height, scale)]],
  );
  // Opaque, so that no seams are seen where they overlap.
  const fills = Array.from({ length: scale.bands }, (_, band) =>
    mixColours(palette.sheet, palette.water, 0.08 + (0.72 * band) / (scale.bands - 1)),
  );
  return {
    type: 'custom',
    silent: true,
    // Where they lie is told by the cells themselves; the axes are those of the runs.
    encode: { x: -1, y: -1 },
    data: cells,
    renderItem: ({ dataIndex }: { dataIndex: number }, api: Api) => {
      const [column = 0, row = 0, band = 0] = cells[dataIndex] ?? [];
      const [left = 0, bottom = 0] = api.coord([across(column), up(row)]);
      const [right = 0, top = 0] = api.coord([across(column + 1), up(row + 1)]);
      return {
        type: 'rect',
        shape: { x: left, y: top, width: right - left + 0.6, height: bottom - top + 0.6 },
        style: { fill: fills[band] },
      };
    },
  };
}
