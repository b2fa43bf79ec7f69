import type { Locale } from '../../../platform/text/locale.ts';
import type { Palette } from '../../../web/kit/charts/palette.ts';
import { axisStyle, baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import type { Axis, PlottedRun } from './compare-axes.ts';
import { compareTexts } from './compare-texts.ts';
import { colourOf, dashOf, groupName } from './group-marks.ts';

interface Given {
  axes: readonly Axis[];
  runs: readonly PlottedRun[];
  groups: number;
}

/** Every run as a line through what it has: what the best have in common is seen. */
export function prepareParallel(given: Given, locale: Locale): Picture {
  const { axes, runs, groups } = given;
  const t = compareTexts[locale].parallel;
  return {
    id: 'compare-parallel',
    title: titleOf(given, locale),
    note: groups > 1 ? `${t.note} ${compareTexts[locale].apartMarks}` : t.note,
    height: 380,
    option: (palette, isNarrow) => ({
      ...baseOption(palette, ({ name }) => name),
      ...(groups > 1
        ? { legend: { top: 0, type: 'plain', textStyle: { color: palette.ink, fontFamily: palette.font } } }
        : {}),
      parallel: {
        layout: isNarrow ? 'vertical' : 'horizontal',
        left: isNarrow ? 18 : 48,
        right: isNarrow ? 24 : 60,
        top: groups > 1 ? 72 : 44,
        bottom: 28,
      },
      parallelAxis: axes.map((axis, dim) => ({ dim, ...scaleOf(axis, { palette, isNarrow }) })),
      series: linesOf(given, palette, locale),
    }),
    table: {
      head: [t.run, ...axes.map(({ label }) => label)],
      rows: runs.map(({ name }, index) => [
        name,
        ...axes.map(({ values, say }) => {
          const value = values[index] ?? null;
          return value === null ? '–' : say(value);
        }),
      ]),
    },
  };
}

function titleOf({ axes, runs }: Given, locale: Locale): string {
  const t = compareTexts[locale].parallel;
  const best = runs.findIndex(({ isBest }) => isBest);
  const name = runs[best]?.name;
  if (name === undefined) return t.title({ count: runs.length });
  const parts = axes.slice(0, 3).flatMap(({ label, values, say }) => {
    const value = values[best] ?? null;
    return value === null ? [] : [`${label} ${say(value)}`];
  });
  return t.titleOfBest({ name, parts });
}

function scaleOf(
  { label, classes, say }: Axis,
  { palette, isNarrow }: { palette: Palette; isNarrow: boolean },
): Record<string, unknown> {
  const style = axisStyle(palette);
  const name = { ...style.nameTextStyle, color: palette.ink };
  return {
    name: shortened(label),
    nameLocation: isNarrow ? 'start' : 'end',
    nameGap: isNarrow ? 6 : 14,
    nameTextStyle: isNarrow
      ? { ...name, align: 'left', verticalAlign: 'bottom', padding: [0, 0, 6, 0] }
      : { ...name, align: 'center' },
    axisLine: { show: true, lineStyle: { color: palette.quiet } },
    axisTick: { show: false },
    splitLine: { show: false },
    // Lines run behind the words, which are read over them.
    axisLabel: {
      ...style.axisLabel,
      color: palette.ink,
      textBorderColor: palette.sheet,
      textBorderWidth: 4,
      ...(classes ? { width: 110, overflow: 'truncate' } : { formatter: (value: number) => say(value) }),
    },
    ...(classes ? { type: 'category', data: [...classes] } : { type: 'value', scale: true, boundaryGap: ['6%', '6%'] }),
  };
}

/** A group of lines for each group of runs, and the best over all of them. */
function linesOf({ axes, runs, groups }: Given, palette: Palette, locale: Locale) {
  const line = (index: number) => ({
    name: runs[index]?.name ?? '',
    value: axes.map(({ values }) => values[index] ?? '-'),
  });
  const placesOf = (isMeant: (run: PlottedRun) => boolean) =>
    runs.flatMap((run, index) => (isMeant(run) ? [line(index)] : []));
  const series = Array.from({ length: groups }, (_, group) => ({
    type: 'parallel',
    name: groupName(group, locale),
    data: placesOf((run) => run.group === group && !run.isBest),
    lineStyle: {
      color: colourOf(group, palette),
      type: dashOf(group),
      width: 1.25,
      opacity: runs.length > 60 ? 0.35 : 0.7,
    },
  }));
  const best = placesOf(({ isBest }) => isBest);
  if (best.length === 0) return series;
  const { best: name } = compareTexts[locale].parallel;
  return [
    ...series,
    { type: 'parallel', name, z: 5, data: best, lineStyle: { color: palette.ink, width: 3, opacity: 1 } },
  ];
}

const shortened = (label: string): string => (label.length > 22 ? `${label.slice(0, 21)}…` : label);
