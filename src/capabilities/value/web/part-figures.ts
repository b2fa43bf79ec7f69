import type { Locale } from '../../../platform/text/locale.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { ValueResult } from '../contract.ts';
import type { ShownFigure } from './figures-of.ts';
import { partsResultTexts } from './parts-result-texts.ts';

/** The figures of the further parts, where the model has them. */
export function partFigures(result: ValueResult, locale: Locale): ShownFigure[] {
  return [...capacityFigures(result, locale), ...yearFigures(result, locale), ...pilotFigures(result, locale)];
}

function capacityFigures({ capacity }: ValueResult, locale: Locale): ShownFigure[] {
  if (!capacity) return [];
  const t = partsResultTexts[locale].capacity;
  const formats = formatsFor(locale);
  const { precisionNeeded } = capacity;
  const rests = { isDrawn: false, restsOn: ['capacity', 'baseRate', 'volumePerYear', 'expected'] };
  const figures = [
    { figure: 'capacity', label: t.room, value: formats.number(capacity.casesPerYear, 0), unit: t.cases, ...rests },
    {
      figure: 'highestRecall',
      label: t.highest,
      value: formats.percent(capacity.highestRecall),
      unit: t.share,
      ...rests,
    },
    {
      figure: 'reachableRecall',
      label: t.reachable,
      value: formats.percent(capacity.reachableRecall),
      unit: t.share,
      ...rests,
    },
  ];
  if (!capacity.isBinding || precisionNeeded.kind !== 'required') return figures;
  return [
    ...figures,
    {
      figure: 'precisionNeeded',
      label: t.precision,
      value: formats.percent(precisionNeeded.value),
      unit: t.ofActed,
      ...rests,
    },
  ];
}

function yearFigures({ cashFlow, currency }: ValueResult, locale: Locale): ShownFigure[] {
  if (!cashFlow) return [];
  const t = partsResultTexts[locale].figures;
  const formats = formatsFor(locale);
  const restsOn = ['timing', 'buildCost', 'runCostPerYear'];
  const { paybackMonths, netPresentValue } = cashFlow;
  return [
    {
      figure: 'presentValue',
      label: t.present,
      value: formats.money(Math.round(Number(netPresentValue)), currency),
      unit: t.once({ currency }),
      isDrawn: false,
      restsOn,
    },
    {
      figure: 'payback',
      label: t.payback,
      value: paybackMonths === undefined ? t.never : `${formats.number(Math.ceil(paybackMonths - 1e-9))} ${t.months}`,
      unit: t.months,
      isDrawn: false,
      restsOn,
    },
  ];
}

function pilotFigures({ pilot, currency }: ValueResult, locale: Locale): ShownFigure[] {
  if (!pilot) return [];
  const t = partsResultTexts[locale].figures;
  const value = formatsFor(locale).money(Math.round(Number(pilot.valueOfSampleInformation)), currency);
  const restsOn = ['baseRate', 'expected', 'pilot'];
  return [{ figure: 'samplePilot', label: t.sample, value, unit: t.perUse({ currency }), isDrawn: true, restsOn }];
}
