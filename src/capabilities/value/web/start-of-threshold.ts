import type { BinaryValueModel, ValueResult } from '../contract.ts';
import { aucThrough, thresholdThatFillsRoom, thresholdThrough } from '../index.ts';

/** Where the sliders of the threshold begin, and what is best. */
export interface ThresholdStart {
  baseRate: number;
  threshold: number;
  auc: number;
  /** t*, by the amounts alone */
  byAmounts: number;
  /** the best threshold of a ranking: t*, or stricter where there is not room for so many */
  bestAt: (auc: number) => number;
  /** share of all cases that can be acted on */
  room: number;
  /** they begin at what the team expects of the model */
  isExpected: boolean;
  leastAuc: number | undefined;
}

/** Where neither the team nor the amounts say anything of the ranking. */
const middling = 0.8;

/** null: by the amounts there is no threshold to choose. */
export function startOfThreshold(model: BinaryValueModel, result: ValueResult): ThresholdStart | null {
  const { breakEven, segments, capacity } = result;
  if (breakEven.task !== 'binary' || breakEven.threshold.kind !== 'act-at-or-above') return null;
  const byAmounts = breakEven.threshold.probability;
  const baseRate = segments?.baseRate ?? model.baseRate.likely;
  const room = capacity?.shareOfCases ?? 1;
  const bestAt = (auc: number) => Math.max(byAmounts, thresholdThatFillsRoom({ baseRate, auc }, room));
  const leastAuc = leastThatPays(result);
  const expected = whereExpected(model, baseRate);
  const auc = leastAuc ?? middling;
  const begin = expected ? { ...expected, isExpected: true } : { auc, threshold: bestAt(auc), isExpected: false };
  return { baseRate, byAmounts, bestAt, room, leastAuc, ...begin };
}

function leastThatPays({ breakEven, best }: ValueResult): number | undefined {
  if (breakEven.task !== 'binary') return undefined;
  const least = breakEven.against.find(({ rival }) => rival === best)?.minimumAuc;
  return least?.kind === 'required' ? least.auc : undefined;
}

/** The curve and the place on it of what the team expects; undefined where it expects nothing, or what no curve goes through. */
function whereExpected({ expected }: BinaryValueModel, baseRate: number) {
  if (!expected) return undefined;
  const performance = { recall: expected.recall.likely, falsePositiveRate: expected.falsePositiveRate.likely };
  const [auc, threshold] = [aucThrough(performance), thresholdThrough(baseRate, performance)];
  return auc === undefined || threshold === undefined ? undefined : { auc, threshold };
}
