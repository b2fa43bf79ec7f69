import type { Locale } from '../../../platform/text/locale.ts';
import { axisStyle, baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { Quality } from '../contract.ts';
import { evaluationPageTexts } from './texts.ts';

type Regression = Extract<Quality, { task: 'regression' }>;

/** How errors are spread around none; null where all are the same. */
export function prepareErrors({ histogram, quantiles, unit }: Regression, locale: Locale): Picture | null {
  const t = evaluationPageTexts[locale];
  const formats = formatsFor(locale);
  const [first, last] = [histogram[0], histogram.at(-1)];
  if (!first || !last || histogram.length < 2) return null;
  const at = (share: number) => formats.number(quantiles.find((each) => each.share === share)?.error ?? 0);
  const number = (value: number) => formats.number(value);
  return {
    id: 'errors',
    title: t.histogram({ low: at(0.25), high: at(0.75), unit: unit === null ? '' : ` ${unit}` }),
    note: t.histogramNote,
    height: 280,
    table: {
      head: [t.from, t.to, t.cases],
      rows: histogram.map(({ from, to, cases }) => [formats.number(from, 4), formats.number(to, 4), number(cases)]),
    },
    option: (palette, isNarrow) => {
      const style = axisStyle(palette);
      const axisLabel = { ...style.axisLabel, formatter: number };
      return {
        ...baseOption(palette),
        grid: { left: 42, right: 24, top: 24, bottom: 40, containLabel: true },
        xAxis: {
          ...style,
          type: 'value',
          name: t.error({ unit: unit === null ? '' : ` (${unit})` }),
          nameGap: 28,
          min: first.from,
          max: last.to,
          splitNumber: isNarrow ? 3 : 6,
          splitLine: { show: false },
          axisLabel: { ...axisLabel, showMinLabel: false, showMaxLabel: false },
        },
        yAxis: { ...style, type: 'value', name: t.cases, nameGap: 44, splitNumber: 3, axisLabel },
        series: [
          {
            type: 'bar',
            barWidth: '96%',
            data: histogram.map(({ from, to, cases }) => [(from + to) / 2, cases]),
            itemStyle: { color: palette.waterLine },
            markLine: {
              silent: true,
              symbol: 'none',
              lineStyle: { color: palette.ink, type: 'solid', width: 2 },
              label: { show: false },
              data: first.from <= 0 && last.to >= 0 ? [{ xAxis: 0 }] : [],
            },
          },
        ],
      };
    },
  };
}
