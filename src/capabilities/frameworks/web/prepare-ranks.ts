import type { Locale } from '../../../platform/text/locale.ts';
import { axisStyle, baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { namedScores, type Shown, toneOf } from './named-scores.ts';
import { selectionTexts } from './selection-texts.ts';

const methods = ['score', 'minMax', 'topsis'] as const;

/** The place of each candidate by three ways of counting: lines that do not cross agree. */
export function prepareRanks(shown: Shown, locale: Locale): Picture | null {
  const t = selectionTexts[locale].scores;
  const scores = namedScores(shown);
  if (scores.length < 2 || scores.every(({ ranks }) => ranks.topsis === null)) return null;
  const labels = [t.byScore, t.byMinMax, t.byTopsis];
  const place = (rank: number | null) => (rank === null ? '–' : String(rank));
  return {
    id: 'framework-ranks',
    title: t.ranks,
    note: t.ranksNote,
    height: 110 + scores.length * 36,
    table: {
      head: [t.candidate, ...labels],
      rows: scores.map(({ name, ranks }) => [name, ...methods.map((method) => place(ranks[method]))]),
    },
    option: (palette) => ({
      ...baseOption(palette),
      legend: { type: 'scroll', top: 0, left: 0, textStyle: { color: palette.ink, fontFamily: palette.font } },
      grid: { left: 30, right: 30, top: 40, bottom: 8, containLabel: true },
      xAxis: { ...axisStyle(palette), type: 'category', data: labels, position: 'bottom' },
      yAxis: {
        type: 'value',
        inverse: true,
        min: 0.5,
        max: scores.length + 0.5,
        axisLabel: { show: false },
        axisLine: { show: false },
        splitLine: { show: false },
      },
      series: lines(scores, palette),
    }),
  };
}

function lines(scores: ReturnType<typeof namedScores>, palette: Parameters<Picture['option']>[0]) {
  return scores.map(({ name, ranks }, at) => ({
    name,
    type: 'line',
    symbol: ['circle', 'diamond', 'rect', 'triangle'][at % 4],
    symbolSize: 14,
    lineStyle: { width: 3, type: ['solid', 'dashed', 'dotted'][at % 3], color: toneOf(palette, at) },
    itemStyle: { color: toneOf(palette, at) },
    label: { show: true, color: palette.ink, position: 'right', distance: 8 },
    data: methods.map((method) => ranks[method]),
  }));
}
