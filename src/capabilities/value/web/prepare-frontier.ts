import type { Locale } from '../../../platform/text/locale.ts';
import { axisStyle, baseOption, type Picture, type Pointed } from '../../../web/kit/charts/picture.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { BinaryValueModel, ValueResult } from '../contract.ts';
import { usualRates } from '../index.ts';
import { placeLabels } from './place-labels.ts';
import { resultTexts } from './result-texts.ts';

export type BinaryBreakEven = Extract<ValueResult['breakEven'], { task: 'binary' }>;
type FrontierPoint = BinaryBreakEven['against'][number]['frontier'][number];

/** The false-alarm rate at which the title states the frontier: small, as most people bear it. */
const toldAt = 0.02;

/** Precision that goes with a recall and a false-alarm rate at this base rate (Bayes). */
export function precisionAt(
  { recall, falsePositiveRate }: { recall: number; falsePositiveRate: number },
  baseRate: number,
): number {
  const hits = baseRate * recall;
  const acted = hits + (1 - baseRate) * falsePositiveRate;
  return acted === 0 ? 1 : hits / acted;
}

/** The frontier as a line in recall and precision, from left to right; only what some model can reach. */
export function frontierLine(frontier: readonly FrontierPoint[]): { recall: number; precision: number }[] {
  return frontier
    .flatMap(({ recall, precision, outcome }) =>
      outcome === 'required' && recall !== undefined && precision !== undefined && recall <= 1
        ? [{ recall, precision }]
        : [],
    )
    .sort((a, b) => a.recall - b.recall);
}

/**
 * Where there is not room for every case, the region that pays ends at acting on exactly so many: precision there is
 * recall·π/room. The line goes on along that edge, to where every case acted on needs it.
 */
export function edgeOfRoom(
  line: readonly { recall: number; precision: number }[],
  { room, baseRate }: { room: number; baseRate: number },
): { recall: number; precision: number }[] {
  const last = line.at(-1);
  if (!last || room >= 1) return [];
  const end = Math.min(1, room / baseRate);
  return end > last.recall ? [{ recall: end, precision: Math.min(1, (end * baseRate) / room) }] : [];
}

interface Mark {
  name: string;
  recall: number;
  precision: number;
}

interface Shown {
  result: ValueResult & { breakEven: BinaryBreakEven };
  model: BinaryValueModel;
  /** a way of working that somebody tries */
  tried?: Mark;
}

/** The break-even frontier against the best way without a model, with the region that pays shaded. */
export function prepareFrontier({ result, model, tried }: Shown, locale: Locale): Picture | null {
  const t = resultTexts[locale];
  const formats = formatsFor(locale);
  const against = result.breakEven.against.find(({ rival }) => rival === result.best);
  if (!against) return null;
  const frontier = frontierLine(against.frontier);
  const baseRate = result.segments?.baseRate ?? model.baseRate.likely;
  const room = result.capacity?.shareOfCases ?? 1;
  const line = [...frontier, ...edgeOfRoom(frontier, { room, baseRate })];
  const told = nearest(against.frontier, toldAt);
  const percent = (share: number) => formats.percent(share);
  const points = marksOf(result, model, t);
  const tell = ({ dataIndex }: Pointed) => {
    const point = points[dataIndex];
    if (!point) return '';
    return t.chart.mark({ name: point.name, recall: percent(point.recall), precision: percent(point.precision) });
  };
  return {
    id: 'frontier',
    title: titleOf(against.region.kind, told, { t, percent }),
    note: t.chart.frontierNote({ rival: t.baselines[result.best] }),
    height: 380,
    table: {
      head: [t.chart.falseAlarms, t.chart.recallNeeded, t.chart.precisionThere],
      rows: rowsOf(against.frontier).map((point) => [
        formats.percent(point.falsePositiveRate, 2),
        point.outcome === 'required'
          ? percent(point.recall ?? 0)
          : point.outcome === 'any'
            ? t.chart.anyWillDo
            : t.chart.notPossible,
        point.precision === undefined ? '' : percent(point.precision),
      ]),
    },
    option: (palette, isNarrow) => ({
      ...baseOption(palette, tell),
      grid: { left: 34, right: 26, top: 20, bottom: 40, containLabel: true },
      xAxis: percentAxis(t.chart.recall, { palette, isNarrow, gap: 30 }),
      yAxis: percentAxis(t.chart.precision, { palette, isNarrow, gap: 40 }),
      series: [regionAbove(line, palette), ...marksShown(points, tried, { palette, isNarrow })],
    }),
  };
}

function titleOf(
  region: 'all' | 'part' | 'none',
  told: FrontierPoint | undefined,
  { t, percent }: { t: (typeof resultTexts)['en']; percent: (share: number) => string },
): string {
  if (region === 'all') return t.chart.frontierAll;
  if (region === 'none' || told?.recall === undefined || told.recall > 1) return t.chart.frontierNone;
  return t.chart.frontierPart({ alarms: percent(told.falsePositiveRate), recall: percent(told.recall) });
}

function nearest(frontier: readonly FrontierPoint[], wanted: number): FrontierPoint | undefined {
  const reachable = frontier.filter(
    ({ recall, outcome }) => outcome === 'required' && recall !== undefined && recall <= 1,
  );
  return reachable.toSorted(
    (a, b) => Math.abs(a.falsePositiveRate - wanted) - Math.abs(b.falsePositiveRate - wanted),
  )[0];
}

/** The rates people ask for, and of the others as many as can be read. */
const rowsBetween = 16;
const isUsual = (rate: number): boolean => (usualRates as readonly number[]).includes(rate);

function rowsOf(frontier: readonly FrontierPoint[]): readonly FrontierPoint[] {
  const step = Math.max(1, Math.ceil(frontier.length / rowsBetween));
  return frontier.filter(({ falsePositiveRate }, index) => index % step === 0 || isUsual(falsePositiveRate));
}

function marksOf(
  { baselines, capacity, segments }: ValueResult,
  model: BinaryValueModel,
  t: (typeof resultTexts)['en'],
): Mark[] {
  const baseRate = segments?.baseRate ?? model.baseRate.likely;
  const known = baselines.flatMap(({ kind, recall, falsePositiveRate }) =>
    recall === undefined || falsePositiveRate === undefined || kind === 'nothing' || kind === 'perfect'
      ? []
      : [{ name: t.baselines[kind], recall, precision: precisionAt({ recall, falsePositiveRate }, baseRate) }],
  );
  if (capacity?.isBinding) {
    const recall = capacity.reachableRecall;
    const precision = Math.min(1, (recall * baseRate) / capacity.shareOfCases);
    return [...known, { name: t.chart.expectedModel, recall, precision }];
  }
  if (!model.expected) return known;
  const [recall, falsePositiveRate] = [model.expected.recall.likely, model.expected.falsePositiveRate.likely];
  return [
    ...known,
    { name: t.chart.expectedModel, recall, precision: precisionAt({ recall, falsePositiveRate }, baseRate) },
  ];
}

type Palette = Parameters<Picture['option']>[0];

function percentAxis(name: string, { palette, isNarrow, gap }: { palette: Palette; isNarrow: boolean; gap: number }) {
  return {
    ...axisStyle(palette),
    type: 'value',
    min: 0,
    max: 100,
    name: isNarrow ? shorter(name) : name,
    nameGap: gap,
    splitNumber: isNarrow ? 4 : 5,
  };
}

/** Narrow screens keep the term within the brackets: "recall, %". */
const shorter = (name: string): string => /\(([^)]*)\)/.exec(name)?.[1] ?? name;

/** The line, and what pays above it. */
function regionAbove(line: readonly { recall: number; precision: number }[], palette: Palette) {
  return {
    type: 'line',
    showSymbol: false,
    tooltip: { show: false },
    data: line.map(({ recall, precision }) => [recall * 100, precision * 100]),
    lineStyle: { color: palette.water, width: 2.5 },
    areaStyle: { color: palette.wash, opacity: 1, origin: 'end' },
    z: 1,
  };
}

interface Drawing {
  palette: Palette;
  isNarrow: boolean;
}

/** The known ways, and the one that is tried: its name gives way to theirs. */
function marksShown(points: readonly Mark[], tried: Mark | undefined, { palette, isNarrow }: Drawing) {
  const fontSize = isNarrow ? 11 : 13;
  const all = tried ? [...points, tried] : points;
  const sides = placeLabels(all, { width: isNarrow ? 230 : 480, height: 320, fontSize });
  const placed = all.map((mark, index) => ({ ...mark, side: sides[index] ?? 'right' }));
  const drawn = (shown: typeof placed) => marks(shown, { palette, fontSize });
  if (!tried) return [drawn(placed)];
  // Round and in another colour, and named: it is not one of the known ways.
  const own = { symbol: 'circle', symbolSize: 15, z: 4, itemStyle: { color: palette.water }, tooltip: { show: false } };
  return [drawn(placed.slice(0, -1)), { ...drawn(placed.slice(-1)), ...own }];
}

function marks(
  points: readonly (Mark & { side: string })[],
  { palette, fontSize }: { palette: Palette; fontSize: number },
) {
  return {
    type: 'scatter',
    symbol: 'diamond',
    symbolSize: 13,
    z: 3,
    itemStyle: { color: palette.ink },
    data: points.map(({ name, recall, precision, side }) => ({
      name,
      value: [recall * 100, precision * 100],
      label: { position: side },
    })),
    label: {
      show: true,
      formatter: '{b}',
      color: palette.ink,
      fontFamily: palette.font,
      fontSize,
      distance: 8,
    },
  };
}
