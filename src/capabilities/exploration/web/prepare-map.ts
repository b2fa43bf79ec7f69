import type { Locale } from '../../../platform/text/locale.ts';
import type { Palette } from '../../../web/kit/charts/palette.ts';
import { axisStyle, baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { exploreTexts } from './explore-texts.ts';
import type { Drawn, Labels } from './label-cells.ts';

interface Given {
  id: string;
  sentence: string;
  chart: Drawn;
  labels: Labels;
}

interface Tile {
  x: number;
  y: number;
  label: string;
  rows: number;
  value: number | null;
  said: string[];
}

/** Two columns as a map of tiles, the darker the more: the outcome, or how many rows there are. */
export function prepareMap({ id, sentence, chart, labels }: Given, locale: Locale): Picture {
  const t = exploreTexts[locale].chart;
  const up = chart.y;
  const across = chart.x.cells.map((cell) => labels.mark(chart.x, cell));
  const upward = up?.cells.map((cell) => labels.mark(up, cell)) ?? [];
  const tiles = chart.cells.map(({ x, y, rows, outcome }): Tile => {
    const label = t.and({ one: across[x] ?? '', two: upward[y ?? 0] ?? '' });
    const told = outcome ? [outcome.value, outcome.low, outcome.high].map(labels.value) : [t.unknown, '', ''];
    return {
      x,
      y: y ?? 0,
      label,
      rows,
      value: labels.measure ? (outcome?.value ?? null) : rows,
      said: [label, labels.count(rows), ...(labels.measure ? told : [])],
    };
  });
  return {
    id,
    title: sentence,
    note: t.note({ rows: labels.count(chart.rows) }),
    height: Math.max(180, upward.length * 24 + 70),
    option: (palette, isNarrow) => ({
      ...baseOption(palette, ({ dataIndex }) => tell(tiles[dataIndex], { labels, t })),
      grid: { left: 8, right: 16, top: 12, bottom: 28, containLabel: true },
      ...axesOf({ across, upward, name: chart.x.column, isNarrow }, palette),
      series: [tilesOf(tiles, palette)],
    }),
    table: {
      head: [
        t.and({ one: chart.x.column, two: up?.column ?? '' }),
        t.rows,
        ...(labels.measure ? [labels.measure, t.low, t.high] : []),
      ],
      rows: tiles.map(({ said }) => said),
    },
  };
}

interface Sides {
  across: string[];
  upward: string[];
  name: string;
  isNarrow: boolean;
}

function axesOf({ across, upward, name, isNarrow }: Sides, palette: Palette) {
  const axis = axisStyle(palette);
  const room = { width: isNarrow ? 80 : 160, overflow: 'truncate' as const };
  return {
    xAxis: { type: 'category' as const, data: across, ...axis, name, nameGap: 28 },
    yAxis: { type: 'category' as const, data: upward, ...axis, axisLabel: { ...axis.axisLabel, ...room } },
  };
}

interface Api {
  value(dimension: number): number;
  coord(point: number[]): number[];
  size(point: number[]): number[];
}

function tilesOf(tiles: readonly Tile[], palette: Palette) {
  const values = tiles.flatMap(({ value }) => value ?? []);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const depth = (value: number) => (most > least ? 0.12 + (0.88 * (value - least)) / (most - least) : 0.5);
  return {
    type: 'custom',
    encode: { x: 0, y: 1 },
    data: tiles.map(({ x, y, value }) => [x, y, value ?? NaN]),
    renderItem: (_: unknown, api: Api) => {
      const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)]);
      const [width = 0, height = 0] = api.size([1, 1]);
      const value = api.value(2);
      return {
        type: 'rect',
        shape: {
          x: x - width / 2 + 1,
          y: y - height / 2 + 1,
          width: Math.max(1, width - 2),
          height: Math.max(1, height - 2),
        },
        style: Number.isFinite(value)
          ? { fill: palette.water, opacity: depth(value) }
          : { fill: palette.sheet, stroke: palette.line },
      };
    },
  };
}

function tell(
  tile: Tile | undefined,
  { labels, t }: { labels: Labels; t: (typeof exploreTexts)['en']['chart'] },
): string {
  if (!tile) return '';
  const rows = `${tile.label}: ${labels.count(tile.rows)} ${t.rows.toLowerCase()}`;
  if (!labels.measure) return rows;
  return `${rows}\n${labels.measure}: ${tile.value === null ? t.unknown : labels.value(tile.value)}`;
}
