import type { Locale } from '../../../platform/text/locale.ts';
import { moneyAxis } from '../../../web/kit/charts/money-axis.ts';
import { axisStyle, baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { type Formats, formatsFor } from '../../../web/kit/language/formats.ts';
import type { ValueResult } from '../contract.ts';
import { resultTexts } from './result-texts.ts';

/** How the net value a year is spread over the draws; null when nothing is uncertain. */
export function prepareHistogram({ interval, currency }: ValueResult, locale: Locale): Picture | null {
  const t = resultTexts[locale].chart;
  const formats = formatsFor(locale);
  const { histogram, chancePositive, p05, p95, draws } = interval;
  if (histogram.length < 2) return null;
  const middle = (from: string, to: string) => (Number(from) + Number(to)) / 2;
  const money = (amount: string) => formats.money(amount, currency);
  return {
    id: 'histogram',
    title: t.histogram({ chance: formats.chance(chancePositive) }),
    note: t.histogramNote({ low: money(p05), high: money(p95), draws: formats.number(draws) }),
    height: 300,
    table: {
      head: [t.from, t.to, t.draws],
      rows: histogram.map(({ from, to, count }) => [money(from), money(to), formats.number(count)]),
    },
    option: (palette, isNarrow) => ({
      ...baseOption(palette),
      grid: { left: 26, right: 24, top: 24, bottom: 40, containLabel: true },
      xAxis: edgeToEdge(moneyAxis({ palette, isNarrow }, { name: t.net({ currency }), currency, formats }), histogram),
      yAxis: countAxis(axisStyle(palette), { name: t.draws, formats }),
      series: [
        {
          type: 'bar',
          barWidth: '96%',
          barGap: 0,
          data: histogram.map(({ from, to, count }) => ({
            value: [middle(from, to), count],
            itemStyle: { color: middle(from, to) < 0 ? palette.lowLine : palette.waterLine },
          })),
          markArea: {
            silent: true,
            itemStyle: { color: palette.wash, opacity: 0.55 },
            data: [[{ xAxis: Number(p05) }, { xAxis: Number(p95) }]],
          },
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: palette.ink, type: 'solid', width: 2 },
            label: { formatter: t.breakEven, color: palette.ink, fontFamily: palette.font },
            data: crossesZero(histogram) ? [{ xAxis: 0 }] : [],
          },
        },
      ],
    }),
  };
}

function countAxis(style: ReturnType<typeof axisStyle>, { name, formats }: { name: string; formats: Formats }) {
  const formatter = (value: number) => formats.number(value);
  return { ...style, type: 'value', name, nameGap: 40, splitNumber: 3, axisLabel: { ...style.axisLabel, formatter } };
}

const crossesZero = (histogram: readonly { from: string; to: string }[]): boolean =>
  Number(histogram[0]?.from) <= 0 && Number(histogram.at(-1)?.to) >= 0;

/** The bars fill the axis; its odd first and last values are not written. */
function edgeToEdge(axis: ReturnType<typeof moneyAxis>, histogram: readonly { from: string; to: string }[]) {
  return {
    ...axis,
    axisLabel: { ...axis.axisLabel, showMinLabel: false, showMaxLabel: false },
    min: Number(histogram[0]?.from),
    max: Number(histogram.at(-1)?.to),
    splitLine: { show: false },
  };
}
