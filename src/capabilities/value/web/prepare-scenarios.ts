import type { Locale } from '../../../platform/text/locale.ts';
import { moneyAxis, nameAxis } from '../../../web/kit/charts/money-axis.ts';
import { baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { renderSpan } from '../../../web/kit/charts/render-span.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { ValueResult } from '../contract.ts';
import { partsResultTexts } from './parts-result-texts.ts';
import { splitByPaying } from './split-by-paying.ts';

type Line = NonNullable<ValueResult['scenarios']>[number];

/** The scenarios side by side: net value a year with its interval; null when there are none. */
export function prepareScenarios({ scenarios, currency }: ValueResult, locale: Locale): Picture | null {
  if (!scenarios) return null;
  const t = partsResultTexts[locale].scenarios;
  const formats = formatsFor(locale);
  const nameOf = ({ name }: Line) => name ?? t.baseCase;
  const money = (amount: string) => formats.money(Math.round(Number(amount)), currency);
  const { where, not } = splitByPaying(
    scenarios.map((line) => ({ name: line.name ?? t.inBaseCase, pays: Number(line.netPerYear) > 0 })),
  );
  const some = { where: formats.list(where), not: formats.list(not) };
  const hasPresent = scenarios.some(({ netPresentValue }) => netPresentValue !== undefined);
  return {
    id: 'scenarios',
    title: not.length === 0 ? t.every : where.length === 0 ? t.none : t.some(some),
    note: t.note,
    height: 60 + scenarios.length * 46,
    table: {
      head: [t.name, t.net, t.low, t.high, t.chance, ...(hasPresent ? [t.present] : [])],
      rows: scenarios.map((line) => [
        nameOf(line),
        money(line.netPerYear),
        money(line.p05),
        money(line.p95),
        formats.chance(line.chancePositive),
        ...(hasPresent ? [line.netPresentValue === undefined ? '–' : money(line.netPresentValue)] : []),
      ]),
    },
    option: (palette, isNarrow) => ({
      ...baseOption(palette),
      tooltip: { show: false },
      grid: { left: 4, right: 30, top: 4, bottom: 36, containLabel: true },
      xAxis: { ...moneyAxis({ palette, isNarrow }, { name: t.net, currency, formats }), scale: false },
      yAxis: nameAxis({ palette, isNarrow }, { names: scenarios.map(nameOf), width: 170 }),
      series: [
        {
          type: 'custom',
          clip: true,
          encode: { x: [0, 1], y: 2 },
          data: scenarios.map(({ p05, p95 }, index) => [Number(p05), Number(p95), index]),
          renderItem: renderSpan(palette.waterLine, 16),
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: palette.ink, type: 'solid', width: 2 },
            label: { show: false },
            data: [{ xAxis: 0 }],
          },
        },
        likelyMarks(scenarios, palette),
      ],
    }),
  };
}

function likelyMarks(scenarios: readonly Line[], { water, low }: Parameters<Picture['option']>[0]) {
  return {
    type: 'scatter',
    symbol: 'diamond',
    symbolSize: 13,
    z: 3,
    data: scenarios.map(({ netPerYear }, index) => ({
      value: [Number(netPerYear), index],
      itemStyle: { color: Number(netPerYear) > 0 ? water : low },
    })),
  };
}
