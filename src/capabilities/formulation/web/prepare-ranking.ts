import type { Locale } from '../../../platform/text/locale.ts';
import { moneyAxis, nameAxis } from '../../../web/kit/charts/money-axis.ts';
import { baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import { resultTexts } from '../../value/web/index.ts';
import type { AlternativeList, RankedOption } from '../contract.ts';
import { weighingTexts } from './weighing-texts.ts';

type Ranking = NonNullable<AlternativeList['ranking']>;

/** Every way of deciding, the best first: as costs where all of them cost. What is best is never the ceiling. */
export function prepareRanking({ options, currency }: Ranking, locale: Locale): Picture {
  const t = weighingTexts[locale].alternatives.chart;
  const formats = formatsFor(locale);
  const isCost = options.every(({ valuePerYear }) => Number(valuePerYear) <= 0);
  const amount = (exact: string) => (isCost ? exact.replace(/^-/, '') : exact);
  const best = options.find(({ baseline }) => baseline !== 'perfect');
  const bars = options.map((option) => ({ option, name: nameOf(option, locale), exact: amount(option.valuePerYear) }));
  const found = {
    name: best ? nameOf(best, locale) : '',
    amount: formats.money(amount(best?.valuePerYear ?? '0'), currency),
  };
  const net = (range: RankedOption['overNothing']) => (range ? formats.money(range.likely, currency) : '–');
  return {
    id: 'alternatives',
    title: isCost ? t.best(found) : t.bestValue(found),
    note: t.note,
    height: 56 + bars.length * 44,
    table: {
      head: [t.option, isCost ? t.cost : t.value, t.overNothing, t.overToday],
      rows: bars.map(({ option, name, exact }) => [
        name,
        formats.money(exact, currency),
        net(option.overNothing),
        net(option.overToday),
      ]),
    },
    option: (palette, isNarrow) => ({
      ...baseOption(palette),
      grid: { left: 4, right: isNarrow ? 64 : 90, top: 4, bottom: 34, containLabel: true },
      xAxis: moneyAxis(
        { palette, isNarrow },
        { name: isCost ? t.costAxis({ currency }) : t.valueAxis({ currency }), currency, formats },
      ),
      yAxis: nameAxis({ palette, isNarrow }, { names: bars.map(({ name }) => name), width: 170 }),
      series: [
        {
          type: 'bar',
          barWidth: 20,
          data: bars.map(({ option, exact }) => ({
            value: Number(exact),
            itemStyle: colourOf(option, { isBest: option === best, palette }),
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

type Palette = Parameters<Picture['option']>[0];

/** The best is filled, alternatives are lighter, baselines are hollow: told apart without colour too. */
function colourOf({ baseline }: RankedOption, { isBest, palette }: { isBest: boolean; palette: Palette }) {
  if (isBest) return { color: palette.water };
  if (baseline === null) return { color: palette.waterLine };
  return { color: 'transparent', borderColor: palette.waterLine, borderWidth: 1.5 };
}

export function nameOf({ name, baseline }: RankedOption, locale: Locale): string {
  return name ?? (baseline ? resultTexts[locale].baselines[baseline] : '');
}
