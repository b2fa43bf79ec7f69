import type { Locale } from '../../../platform/text/locale.ts';
import { nameAxis } from '../../../web/kit/charts/money-axis.ts';
import { axisStyle, baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import { frameworkNames } from '../contract.ts';
import { namedScores, type Shown } from './named-scores.ts';
import { selectionTexts } from './selection-texts.ts';

/** How far each weight may move with the same candidate first, and where it is now. */
export function prepareSensitivity(shown: Shown, locale: Locale): Picture | null {
  const t = selectionTexts[locale].scores;
  const formats = formatsFor(locale);
  const { sensitivity, winner } = shown.result;
  const first = namedScores(shown).find(({ candidateId }) => candidateId === winner);
  if (!first || sensitivity.length === 0) return null;
  const names = sensitivity.map(({ criterion }) => frameworkNames[locale].criteria[criterion]);
  return {
    id: 'framework-weights',
    title: t.sensitivity({ name: first.name }),
    note: t.sensitivityNote,
    height: 64 + sensitivity.length * 38,
    table: {
      head: [t.criterion, t.weight, t.least, t.most],
      rows: sensitivity.map(({ weight, from, to }, at) => [
        names[at] ?? '',
        formats.percent(weight),
        formats.percent(from),
        formats.percent(to),
      ]),
    },
    option: (palette, isNarrow) => ({
      ...baseOption(palette),
      grid: { left: 4, right: 28, top: 6, bottom: 40, containLabel: true },
      xAxis: {
        ...axisStyle(palette),
        type: 'value',
        min: 0,
        max: 1,
        name: t.weight,
        nameGap: 26,
        axisLabel: { ...axisStyle(palette).axisLabel, formatter: (share: number) => formats.percent(share, 0) },
      },
      yAxis: nameAxis({ palette, isNarrow }, { names, width: 190 }),
      series: rooms(sensitivity, palette),
    }),
  };
}

function rooms(sensitivity: Shown['result']['sensitivity'], palette: Parameters<Picture['option']>[0]) {
  const bar = { type: 'bar', stack: 'room', silent: true, barMaxWidth: 14 };
  return [
    { ...bar, itemStyle: { color: 'transparent' }, data: sensitivity.map(({ from }) => from) },
    { ...bar, itemStyle: { color: palette.waterLine }, data: sensitivity.map(({ from, to }) => to - from) },
    {
      type: 'scatter',
      symbol: 'rect',
      symbolSize: [4, 24],
      itemStyle: { color: palette.ink },
      data: sensitivity.map(({ weight }, at) => [weight, at]),
    },
  ];
}
