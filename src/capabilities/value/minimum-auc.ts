import { type BinaryFigures, type BinaryPerformance } from './binary-value.ts';
import { exceedsCapacity, shareActedOn, shareWithRoom } from './capacity.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { actingGain, actingLoss, neededFromActing } from './required-recall.ts';

/** The least area under the ROC curve with which a model can pay, and where on its curve it then works. */
export type MinimumAuc =
  | { kind: 'required'; auc: number; at: BinaryPerformance }
  | { kind: 'any' }
  | { kind: 'impossible'; shortfallPerYear: number };

/** Separation at which Φ(d/√2) is 1 to the last digit. */
const PERFECT_SEPARATION = 16;

/** d = √2·Φ⁻¹(AUC): distance between the scores of positive and negative cases, both normal with variance 1. */
export function separationAt(auc: number): number {
  return Math.SQRT2 * normalQuantile(auc);
}

/** TPR = Φ(√2·Φ⁻¹(AUC) + Φ⁻¹(FPR)), the binormal curve with equal variances. */
export function binormalRecall(auc: number, falsePositiveRate: number): number {
  if (falsePositiveRate === 0 || falsePositiveRate === 1) return falsePositiveRate;
  return normalCdf(separationAt(auc) + normalQuantile(falsePositiveRate));
}

interface Stakes {
  gain: number;
  loss: number;
}

/**
 * Where on the curve acting brings the most. With s = loss/gain the slope of the curve, e^(−d²/2 − d·z), equals s at
 * z = Φ⁻¹(f) = −ln(s)/d − d/2. Without a trade-off the best point is a corner.
 */
function bestPoint({ gain, loss }: Stakes, separation: number): BinaryPerformance {
  if (loss <= 0)
    return gain > 0 || loss < 0 ? { recall: 1, falsePositiveRate: 1 } : { recall: 0, falsePositiveRate: 0 };
  if (gain <= 0) return { recall: 0, falsePositiveRate: 0 };
  if (separation === 0) return gain > loss ? { recall: 1, falsePositiveRate: 1 } : { recall: 0, falsePositiveRate: 0 };
  const z = -Math.log(loss / gain) / separation - separation / 2;
  return { recall: normalCdf(separation + z), falsePositiveRate: normalCdf(z) };
}

/** As {@link bestPoint}, with acting on no more cases than there is room for: the curve is left where it crosses that line. */
function bestPointWithRoom(stakes: Stakes, separation: number, figures: BinaryFigures): BinaryPerformance {
  const best = bestPoint(stakes, separation);
  if (!exceedsCapacity(figures, best)) return best;
  // Less room is filled the stricter the threshold, so bisection on it finds the crossing.
  let [low, high] = [-40, 40];
  const at = (z: number) => ({ recall: normalCdf(separation + z), falsePositiveRate: normalCdf(z) });
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (shareActedOn(figures.baseRate, at(middle)) > shareWithRoom(figures)) high = middle;
    else low = middle;
  }
  return at(low);
}

function valueAt({ gain, loss }: Stakes, { recall, falsePositiveRate }: BinaryPerformance): number {
  return gain * recall - loss * falsePositiveRate;
}

/** Where both signs are turned round a model is used by acting on the cases it scores low. */
function turnRound({ recall, falsePositiveRate }: BinaryPerformance): BinaryPerformance {
  return { recall: 1 - recall, falsePositiveRate: 1 - falsePositiveRate };
}

/**
 * Least AUC for which the best point of the binormal curve breaks even with a rival. The best value rises with the
 * separation, so bisection finds it; the point on each curve is in closed form.
 */
export function findMinimumAuc(figures: BinaryFigures, rivalValue: number): MinimumAuc {
  const stakes = { gain: actingGain(figures), loss: actingLoss(figures) };
  const turned = stakes.gain < 0 && stakes.loss < 0;
  const used = turned ? { gain: -stakes.gain, loss: -stakes.loss } : stakes;
  // Acting on every case is the starting point when turned round: the model then chooses whom to leave alone.
  const start = turned ? stakes.gain - stakes.loss : 0;
  // Turned round the model chooses whom to leave alone, which takes no room of its own.
  const pointAt = (separation: number) =>
    turned ? bestPoint(used, separation) : bestPointWithRoom(used, separation, figures);
  const surplus = (separation: number) =>
    start + valueAt(used, pointAt(separation)) - neededFromActing(figures, rivalValue);

  if (surplus(0) >= 0) return { kind: 'any' };
  if (surplus(PERFECT_SEPARATION) < 0) return { kind: 'impossible', shortfallPerYear: -surplus(PERFECT_SEPARATION) };
  let [low, high] = [0, PERFECT_SEPARATION];
  while (high - low > 1e-13 * high) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (surplus(middle) >= 0) high = middle;
    else low = middle;
  }
  const at = pointAt(high);
  return { kind: 'required', auc: normalCdf(high / Math.SQRT2), at: turned ? turnRound(at) : at };
}
