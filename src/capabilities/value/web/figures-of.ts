import type { Locale } from '../../../platform/text/locale.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { ValueResult } from '../contract.ts';
import { partFigures } from './part-figures.ts';
import { resultTexts } from './result-texts.ts';

export interface ShownFigure {
  /** stays the same in every language */
  figure: string;
  label: string;
  value: string;
  unit: string;
  /** it comes from the draws, not from the likely figures alone */
  isDrawn: boolean;
  /** places in the model that it rests on, the first keys of them */
  restsOn: readonly string[];
}

const cases = [
  'volumePerYear',
  'baseRate',
  'values',
  'overCostPerUnit',
  'underCostPerUnit',
  'steps',
  'segments',
  'capacity',
];

type Texts = (typeof resultTexts)['en'];
type Money = (amount: string) => string;

/** The figures of a result in the order in which they are asked: how good, how much, how sure. */
export function figuresOf(result: ValueResult, locale: Locale): ShownFigure[] {
  const t = resultTexts[locale];
  const formats = formatsFor(locale);
  const { currency, interval } = result;
  const money: Money = (amount) => formats.money(amount, currency);
  const exact = (figure: 'ceilingYear' | 'ceilingBuild' | 'fixedCost', value: string, unit: string) => ({
    figure,
    label: t.figures[figure],
    value,
    unit,
    isDrawn: false,
  });
  // Of what comes from the draws, the figures that decide most.
  const decisive = result.tornado
    .toSorted((a, b) => Number(b.swing) - Number(a.swing))
    .slice(0, 4)
    .map(({ path }) => path.replace(/\.value$/, ''));
  return [
    ...binaryFigures(result, t, locale),
    {
      ...exact('ceilingYear', money(result.ceiling.perYear), t.units.money({ currency })),
      restsOn: [...cases, 'adoption', 'today'],
    },
    {
      ...exact('ceilingBuild', money(result.ceiling.buildCost), t.units.moneyOnce({ currency })),
      restsOn: [...cases, 'adoption', 'today', 'runCostPerYear'],
    },
    {
      ...exact('fixedCost', money(result.fixedCostPerYear), t.units.money({ currency })),
      restsOn: ['runCostPerYear', 'buildCost', 'depreciationYears'],
    },
    {
      figure: 'chance',
      label: t.figures.chance,
      value: formats.chance(interval.chancePositive),
      unit: t.units.probability,
      isDrawn: true,
      restsOn: decisive,
    },
    {
      figure: 'pilot',
      label: t.figures.pilot,
      value: money(interval.valueOfPerfectInformation),
      unit: t.units.money({ currency }),
      isDrawn: true,
      restsOn: decisive,
    },
    ...partFigures(result, locale),
  ];
}

function binaryFigures({ breakEven, best }: ValueResult, t: Texts, locale: Locale): ShownFigure[] {
  if (breakEven.task !== 'binary') return [];
  const formats = formatsFor(locale);
  const { threshold } = breakEven;
  const auc = breakEven.against.find(({ rival }) => rival === best)?.minimumAuc;
  const figures: ShownFigure[] = [
    {
      figure: 'threshold',
      label: threshold.kind === 'act-at-or-below' ? t.figures.thresholdBelow : t.figures.threshold,
      value: thresholdWords(threshold, t, (share) => formats.percent(share)),
      unit: t.units.probability,
      isDrawn: false,
      restsOn: ['values'],
    },
  ];
  if (!auc) return figures;
  const words = { required: '', any: t.figures.anyAuc, impossible: t.figures.impossible }[auc.kind];
  const value = auc.kind === 'required' ? formats.number(auc.auc, 3) : words;
  return [
    ...figures,
    {
      figure: 'minimumAuc',
      label: t.figures.minimumAuc,
      value,
      unit: t.units.auc,
      isDrawn: false,
      restsOn: [...cases, 'today', 'adoption'],
    },
  ];
}

type Threshold = Extract<ValueResult['breakEven'], { task: 'binary' }>['threshold'];

function thresholdWords(threshold: Threshold, t: Texts, percent: (share: number) => string): string {
  if (threshold.kind === 'always-act') return t.figures.alwaysAct;
  if (threshold.kind === 'never-act') return t.figures.neverAct;
  return percent(threshold.probability);
}
