import type { Locale } from '../../../platform/text/locale.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { ValueResult } from '../contract.ts';
import { resultTexts } from './result-texts.ts';

export interface ShownFigure {
  label: string;
  value: string;
  unit: string;
  /** it comes from the draws, not from the likely figures alone */
  isDrawn: boolean;
}

type Texts = (typeof resultTexts)['en'];
type Money = (amount: string) => string;

/** The figures of a result in the order in which they are asked: how good, how much, how sure. */
export function figuresOf(result: ValueResult, locale: Locale): ShownFigure[] {
  const t = resultTexts[locale];
  const formats = formatsFor(locale);
  const { currency, interval } = result;
  const money: Money = (amount) => formats.money(amount, currency);
  const exact = (label: string, value: string, unit: string): ShownFigure => ({ label, value, unit, isDrawn: false });
  return [
    ...binaryFigures(result, t, locale),
    exact(t.figures.ceilingYear, money(result.ceiling.perYear), t.units.money({ currency })),
    exact(t.figures.ceilingBuild, money(result.ceiling.buildCost), t.units.moneyOnce({ currency })),
    exact(t.figures.fixedCost, money(result.fixedCostPerYear), t.units.money({ currency })),
    {
      label: t.figures.chance,
      value: formats.chance(interval.chancePositive),
      unit: t.units.probability,
      isDrawn: true,
    },
    {
      label: t.figures.pilot,
      value: money(interval.valueOfPerfectInformation),
      unit: t.units.money({ currency }),
      isDrawn: true,
    },
  ];
}

function binaryFigures({ breakEven, best }: ValueResult, t: Texts, locale: Locale): ShownFigure[] {
  if (breakEven.task !== 'binary') return [];
  const formats = formatsFor(locale);
  const { threshold } = breakEven;
  const auc = breakEven.against.find(({ rival }) => rival === best)?.minimumAuc;
  const figures: ShownFigure[] = [
    {
      label: threshold.kind === 'act-at-or-below' ? t.figures.thresholdBelow : t.figures.threshold,
      value: thresholdWords(threshold, t, (share) => formats.percent(share)),
      unit: t.units.probability,
      isDrawn: false,
    },
  ];
  if (!auc) return figures;
  const words = { required: '', any: t.figures.anyAuc, impossible: t.figures.impossible }[auc.kind];
  const value = auc.kind === 'required' ? formats.number(auc.auc, 3) : words;
  return [...figures, { label: t.figures.minimumAuc, value, unit: t.units.auc, isDrawn: false }];
}

type Threshold = Extract<ValueResult['breakEven'], { task: 'binary' }>['threshold'];

function thresholdWords(threshold: Threshold, t: Texts, percent: (share: number) => string): string {
  if (threshold.kind === 'always-act') return t.figures.alwaysAct;
  if (threshold.kind === 'never-act') return t.figures.neverAct;
  return percent(threshold.probability);
}
