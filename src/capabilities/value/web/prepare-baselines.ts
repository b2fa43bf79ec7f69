import type { Locale } from '../../../platform/text/locale.ts';
import { moneyAxis, nameAxis } from '../../../web/kit/charts/money-axis.ts';
import { baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { ValueResult } from '../contract.ts';
import { resultTexts } from './result-texts.ts';

/** The ways to decide without a model, and the one that is never wrong: as costs where all of them cost. */
export function prepareBaselines({ baselines, best, currency }: ValueResult, locale: Locale): Picture {
  const t = resultTexts[locale];
  const formats = formatsFor(locale);
  const isCost = baselines.every(({ costPerYear }) => Number(costPerYear) >= 0);
  const bars = baselines.map(({ kind, costPerYear, valuePerYear, decision }) => ({
    kind,
    name: decision ? `${t.baselines[kind]} (${decision})` : t.baselines[kind],
    exact: isCost ? costPerYear : valuePerYear,
  }));
  const bestBar = bars.find(({ kind }) => kind === best);
  const found = { name: t.baselines[best], amount: formats.money(bestBar?.exact ?? '0', currency) };
  const rows = bars.map(({ name, exact }) => [name, formats.money(exact, currency)]);
  return {
    id: 'baselines',
    title: isCost ? t.chart.bestCost(found) : t.chart.bestValue(found),
    height: 56 + bars.length * 44,
    table: {
      head: [t.chart.baseline, isCost ? t.chart.cost : t.chart.value],
      rows,
    },
    option: (palette, isNarrow) => ({
      ...baseOption(palette, ({ dataIndex }) => rows[dataIndex]?.join(': ') ?? ''),
      grid: { left: 4, right: isNarrow ? 64 : 90, top: 4, bottom: 34, containLabel: true },
      xAxis: moneyAxis(
        { palette, isNarrow },
        {
          name: isCost ? t.chart.costAxis({ currency }) : t.chart.valueAxis({ currency }),
          currency,
          formats,
        },
      ),
      yAxis: nameAxis({ palette, isNarrow }, { names: bars.map(({ name }) => name), width: 170 }),
      series: [
        {
          type: 'bar',
          barWidth: 20,
          data: bars.map(({ kind, exact }) => ({
            value: Number(exact),
            itemStyle: { color: kind === best ? palette.water : palette.waterLine },
          })),
          label: {
            show: true,
            position: 'right',
            color: palette.ink,
            fontFamily: palette.font,
            formatter: ({ value }: { value: number }) => formats.moneyShort(value, currency),
          },
        },
      ],
    }),
  };
}
