import type { Locale } from '../../../platform/text/locale.ts';
import { axisStyle, baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { type Formats, formatsFor } from '../../../web/kit/language/formats.ts';
import type { ValueResult } from '../contract.ts';
import { partsResultTexts } from './parts-result-texts.ts';

type Pilot = NonNullable<ValueResult['pilot']>;

/** What labelled cases are worth knowing, by how many there are; null when no pilot is thought of. */
export function preparePilot({ pilot, currency }: ValueResult, locale: Locale): Picture | null {
  if (!pilot) return null;
  const t = partsResultTexts[locale].pilot;
  const formats = formatsFor(locale);
  const money = (amount: string) => formats.money(Math.round(Number(amount)), currency);
  const chosen = { cases: formats.number(pilot.cases), amount: money(pilot.valueOfSampleInformation) };
  return {
    id: 'pilot',
    title: Math.round(Number(pilot.valueOfSampleInformation)) === 0 ? t.useless(chosen) : t.title(chosen),
    note: t.note({ rates: money(pilot.valueOfKnowingRates), all: money(pilot.valueOfPerfectInformation) }),
    height: 300,
    table: {
      head: [t.cases, t.value],
      rows: pilot.curve.map(({ cases, value }) => [formats.number(cases), money(value)]),
    },
    option: (palette, isNarrow) => draw(pilot, { palette, isNarrow, t, currency, formats }),
  };
}

interface Drawing {
  palette: Parameters<Picture['option']>[0];
  isNarrow: boolean;
  t: (typeof partsResultTexts)['en']['pilot'];
  currency: string;
  formats: Formats;
}

function draw(pilot: Pilot, { palette, isNarrow, t, currency, formats }: Drawing) {
  const all = Number(pilot.valueOfPerfectInformation);
  // A logarithm has no place for no cases.
  const curve = pilot.curve.filter(({ cases }) => cases > 0);
  return {
    ...baseOption(palette),
    tooltip: { show: false },
    grid: { left: isNarrow ? 24 : 44, right: 34, top: 26, bottom: 40, containLabel: true },
    xAxis: {
      ...axisStyle(palette),
      type: 'log',
      name: t.axis,
      nameGap: 28,
      min: 10,
      splitLine: { show: false },
      axisLabel: { ...axisStyle(palette).axisLabel, formatter: (value: number) => formats.number(value, 0) },
    },
    yAxis: {
      ...axisStyle(palette),
      type: 'value',
      name: isNarrow ? currency : t.worth({ currency }),
      nameGap: isNarrow ? 52 : 64,
      min: 0,
      max: all > 0 ? all * 1.15 : 1,
      splitNumber: 4,
      axisLabel: {
        ...axisStyle(palette).axisLabel,
        showMaxLabel: false,
        formatter: (value: number) => formats.moneyShort(value, currency),
      },
    },
    series: [
      {
        type: 'line',
        showSymbol: false,
        data: curve.map(({ cases, value }) => [cases, Number(value)]),
        lineStyle: { color: palette.water, width: 2.5 },
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: palette.quiet, type: 'dashed', width: 1.5 },
          label: { formatter: t.all, position: 'insideEndTop', color: palette.quiet, fontFamily: palette.font },
          data: [{ yAxis: all }],
        },
      },
      chosenMark(pilot, t, palette),
    ],
  };
}

function chosenMark({ cases, valueOfSampleInformation }: Pilot, t: Drawing['t'], palette: Drawing['palette']) {
  return {
    type: 'scatter',
    symbol: 'diamond',
    symbolSize: 13,
    z: 3,
    itemStyle: { color: palette.ink },
    data: cases >= 10 ? [[cases, Number(valueOfSampleInformation)]] : [],
    label: {
      show: true,
      position: 'top',
      distance: 8,
      formatter: t.chosen,
      color: palette.ink,
      fontFamily: palette.font,
    },
  };
}
