import type { Locale } from '../../../platform/text/locale.ts';
import { moneyAxis, nameAxis } from '../../../web/kit/charts/money-axis.ts';
import { baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { renderSpan } from '../../../web/kit/charts/render-span.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { ProtocolGroup } from '../contract.ts';
import { nameInGroup } from './name-in-group.ts';
import { writeMoney } from './names.ts';
import { rankingTexts } from './ranking-texts.ts';

/** More in one drawing nobody reads; the table has all. */
const most = 12;

/** The best ones beside the level, each with its bounds; null where there are no euros or nothing beside it. */
export function prepareRanking(group: ProtocolGroup, locale: Locale): Picture | null {
  const { evaluations, currency } = group;
  const t = rankingTexts[locale];
  const formats = formatsFor(locale);
  const shown = evaluations.slice(0, most).flatMap((each, index) => {
    const { perMonth, low, high, levelPerMonth } = each;
    if (perMonth === null || low === null || high === null) return [];
    return [{ name: `${index + 1}. ${nameInGroup(group, each, locale)}`, perMonth, low, high, levelPerMonth }];
  });
  if (shown.length < 2 || currency === null) return null;
  const money = writeMoney(locale, currency);
  const level = shown[0]?.levelPerMonth ?? null;
  const isAbove = ({ perMonth, levelPerMonth }: (typeof shown)[number]) =>
    levelPerMonth === null || perMonth > levelPerMonth;
  return {
    id: 'ranking',
    title: t.chart({ above: shown.filter(isAbove).length, all: shown.length }),
    note: t.chartNote,
    height: 64 + shown.length * 40,
    table: {
      head: [t.run, t.perMonth, t.bounds],
      rows: shown.map(({ name, perMonth, low, high }) => [name, money(perMonth), `${money(low)} – ${money(high)}`]),
    },
    option: (palette, isNarrow) => ({
      ...baseOption(palette),
      grid: { left: 4, right: 30, top: 8, bottom: 36, containLabel: true },
      xAxis: { ...moneyAxis({ palette, isNarrow }, { name: t.perMonth, currency, formats }), scale: true },
      yAxis: nameAxis({ palette, isNarrow }, { names: shown.map(({ name }) => name), width: 170 }),
      series: [
        {
          type: 'custom',
          clip: true,
          encode: { x: [0, 1], y: 2 },
          data: shown.map(({ low, high }, index) => [low, high, index]),
          renderItem: renderSpan(palette.waterLine, 14),
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: palette.ink, type: 'solid', width: 2 },
            label: { show: false },
            data: level === null ? [] : [{ xAxis: level }],
          },
        },
        {
          type: 'scatter',
          symbolSize: 12,
          z: 3,
          data: shown.map((each, index) => ({
            value: [each.perMonth, index],
            itemStyle: { color: isAbove(each) ? palette.water : palette.low },
          })),
        },
      ],
    }),
  };
}
