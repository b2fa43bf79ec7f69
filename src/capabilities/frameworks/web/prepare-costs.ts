import type { Locale } from '../../../platform/text/locale.ts';
import { moneyAxis, nameAxis } from '../../../web/kit/charts/money-axis.ts';
import { baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import { type CostsResult, frameworkNames } from '../contract.ts';
import { outcomeTexts } from './outcome-texts.ts';
import { selectionTexts } from './selection-texts.ts';

/** What each route costs over three years: what is paid anyhow, and what is paid for predictions. */
export function prepareCosts(costs: CostsResult, currency: string, locale: Locale): Picture | null {
  const t = outcomeTexts[locale].costs;
  const names = frameworkNames[locale].routes;
  const formats = formatsFor(locale);
  if (costs.routes.length === 0) return null;
  const labels = costs.routes.map(({ route }) => names[route]);
  return {
    id: 'framework-costs',
    title: costs.cheapest === null ? t.chartOne : t.chart({ route: names[costs.cheapest] }),
    note: t.chartNote,
    height: 90 + costs.routes.length * 42,
    table: {
      head: [selectionTexts[locale].candidates.route, t.fixed, t.forCalls, t.total],
      rows: costs.routes.map(({ route, fixed, calls, total }) => [
        names[route],
        formats.money(fixed, currency),
        formats.money(calls, currency),
        formats.money(total, currency),
      ]),
    },
    option: (palette, isNarrow) => ({
      ...baseOption(palette),
      legend: { top: 0, textStyle: { color: palette.ink, fontFamily: palette.font } },
      grid: { left: 4, right: 28, top: 30, bottom: 40, containLabel: true },
      xAxis: moneyAxis({ palette, isNarrow }, { name: t.total, currency, formats }),
      yAxis: nameAxis({ palette, isNarrow }, { names: labels, width: 170 }),
      series: [
        bar(
          t.fixed,
          palette.water,
          costs.routes.map(({ fixed }) => Number(fixed)),
        ),
        bar(
          t.forCalls,
          palette.waterLine,
          costs.routes.map(({ calls }) => Number(calls)),
        ),
      ],
    }),
  };
}

function bar(name: string, color: string, data: readonly number[]) {
  return { name, type: 'bar', stack: 'cost', barMaxWidth: 22, itemStyle: { color }, data };
}
