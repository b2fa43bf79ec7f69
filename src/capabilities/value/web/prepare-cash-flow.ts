import type { Locale } from '../../../platform/text/locale.ts';
import { axisStyle, baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { type Formats, formatsFor } from '../../../web/kit/language/formats.ts';
import type { ValueResult } from '../contract.ts';
import { partsResultTexts } from './parts-result-texts.ts';

type CashFlow = NonNullable<ValueResult['cashFlow']>;
type Month = CashFlow['months'][number];
type Texts = (typeof partsResultTexts)['en']['years'];
type Palette = Parameters<Picture['option']>[0];

/** The money as it comes in over the months, with its interval; null when no years are asked for. */
export function prepareCashFlow({ cashFlow, currency }: ValueResult, locale: Locale): Picture | null {
  if (!cashFlow) return null;
  const t = partsResultTexts[locale].years;
  const formats = formatsFor(locale);
  const { months, horizonYears, netPresentValue, paybackMonths } = cashFlow;
  const money = (amount: string) => formats.money(Math.round(Number(amount)), currency);
  const told = { amount: money(netPresentValue), years: t.years({ count: String(horizonYears) }) };
  const paid = paybackMonths === undefined ? null : Math.ceil(paybackMonths - 1e-9);
  return {
    id: 'cash-flow',
    title: paid === null ? t.notPaidBack(told) : t.paidBack({ ...told, months: t.months({ count: String(paid) }) }),
    note: t.note,
    height: 340,
    table: {
      head: [t.month, t.likely, t.low, t.high],
      rows: months.map(({ month, likely, p05, p95 }) => [String(month), money(likely), money(p05), money(p95)]),
    },
    option: (palette, isNarrow) => draw(cashFlow, { palette, isNarrow, t, currency, formats }),
  };
}

interface Drawing {
  palette: Palette;
  isNarrow: boolean;
  t: Texts;
  currency: string;
  formats: Formats;
}

function draw({ months, horizonYears, paybackMonths }: CashFlow, { palette, isNarrow, t, currency, formats }: Drawing) {
  return {
    ...baseOption(palette),
    tooltip: { show: false },
    grid: { left: isNarrow ? 20 : 30, right: 24, top: 20, bottom: 40, containLabel: true },
    xAxis: {
      ...axisStyle(palette),
      type: 'value',
      name: t.month,
      nameGap: 28,
      min: 0,
      max: 12 * horizonYears,
      interval: yearsBetween(horizonYears, isNarrow) * 12,
      splitLine: { show: false },
    },
    yAxis: {
      ...axisStyle(palette),
      type: 'value',
      name: isNarrow ? currency : t.axis({ currency }),
      nameGap: isNarrow ? 52 : 64,
      splitNumber: 5,
      axisLabel: {
        ...axisStyle(palette).axisLabel,
        formatter: (value: number) => formats.moneyShort(value, currency),
      },
    },
    series: [
      band(months, palette.wash),
      {
        type: 'line',
        showSymbol: false,
        z: 3,
        data: months.map(({ month, likely }) => [month, Number(likely)]),
        lineStyle: { color: palette.water, width: 2.5 },
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: palette.ink, type: 'solid', width: 1.5 },
          data: [{ yAxis: 0 }],
        },
      },
      {
        type: 'scatter',
        symbol: 'diamond',
        symbolSize: 13,
        z: 4,
        itemStyle: { color: palette.ink },
        data: paybackMonths === undefined ? [] : [[paybackMonths, 0]],
      },
    ],
  };
}

/** As many marks as can be read. */
function yearsBetween(horizon: number, isNarrow: boolean): number {
  return Math.max(1, Math.ceil(horizon / (isNarrow ? 4 : 10)));
}

/** The area between low and high, as one shape. */
function band(months: readonly Month[], fill: string) {
  const low = months.map(({ month, p05 }) => [month, Number(p05)]);
  const high = months.map(({ month, p95 }) => [month, Number(p95)]).toReversed();
  return {
    type: 'custom',
    silent: true,
    clip: true,
    z: 1,
    // The corners make the axis wide enough; the shape is drawn once, with the first.
    data: [...low, ...high],
    renderItem: (params: { dataIndex: number }, api: { coord(point: number[]): number[] }) =>
      params.dataIndex === 0
        ? {
            type: 'polygon',
            shape: { points: [...low, ...high].map((corner) => api.coord(corner)) },
            style: { fill },
          }
        : null,
  };
}
