import type { CheckFigure, CheckOutcome, FigureKey } from '../check-contract.ts';
import { atMost, missing, outcomeOf } from './judge-figure.ts';
import { isBinary, type Judging, type MeasuredFeature, type MeasuredSplit } from './measured.ts';

/** No single field tells the classes apart so well by itself, unless it was made from the answer. */
export const suspectAuc = 0.95;
/** Of the filled rows so many have a value of their own: it names the case. */
export const idLikeShare = 0.95;
/** With fewer rows nearly every column looks like a name. */
const enoughRows = 50;

/**
 * What a model could know in the data, and will not know when it is used. The heaviest first: a field from after the moment of
 * prediction, one that is the answer, cases on both sides of the split, time that runs back, and names of cases.
 */
export function judgeLeakage(judging: Judging): CheckOutcome {
  const { plan, measured } = judging;
  const { features, split, rows } = measured;
  const absent = [
    ...(plan.target === null ? [missing('no_target')] : []),
    ...(plan.moment === null ? [missing('no_time')] : []),
    ...(plan.moment !== null && plan.fieldTimes.length === 0 ? [missing('no_field_times')] : []),
    ...(split === null ? [missing('no_split')] : []),
  ];
  const figures = [
    ...features.flatMap((feature) => lateFigure(feature, rows)),
    ...(isBinary(judging) ? features.flatMap(aucFigure) : []),
    ...(split ? splitFigures(split) : []),
    ...(rows >= enoughRows ? features.filter(({ mayName }) => mayName).flatMap(nameFigure) : []),
  ];
  return outcomeOf('leakage', figures, absent);
}

function lateFigure({ column, lateRows }: MeasuredFeature, rows: number): CheckFigure[] {
  if (lateRows === null || rows === 0) return [];
  return [atMost({ key: 'known_later', subject: column, value: lateRows / rows, unit: 'share', failAt: 0 })];
}

function aucFigure({ column, auc }: MeasuredFeature): CheckFigure[] {
  if (auc === null) return [];
  return [atMost({ key: 'alone_too_good', subject: column, value: auc, unit: 'auc', failAt: suspectAuc })];
}

function splitFigures({ test, sharedEntities, sharedRows, earlyTestRows, lateLabels }: MeasuredSplit): CheckFigure[] {
  const share = (key: FigureKey, count: number | null, limits: { warnAt?: number; failAt?: number }) =>
    count === null || test.rows === 0 ? [] : [atMost({ key, value: count / test.rows, unit: 'share', ...limits })];
  return [
    ...(sharedEntities === null
      ? []
      : [atMost({ key: 'entities_on_both_sides', value: sharedEntities, unit: 'rows', failAt: 0 })]),
    // Coarse fields repeat by chance: a few equal rows are no proof, many are.
    ...share('rows_on_both_sides', sharedRows, { warnAt: 0.01, failAt: 0.1 }),
    ...share('test_before_learning', earlyTestRows, { failAt: 0 }),
    ...(lateLabels === null ? [] : [atMost({ key: 'labels_from_later', value: lateLabels, unit: 'rows', warnAt: 0 })]),
  ];
}

function nameFigure({ column, distinct, filled }: MeasuredFeature): CheckFigure[] {
  if (filled < enoughRows) return [];
  return [
    atMost({ key: 'names_the_case', subject: column, value: distinct / filled, unit: 'share', warnAt: idLikeShare }),
  ];
}
