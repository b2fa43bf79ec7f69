import type { BinaryFigures, BinaryPerformance } from './binary-value.ts';
import { shareActedOn, shareWithRoom } from './capacity.ts';
import { actingGain, actingLoss, neededFromActing } from './required-recall.ts';

/** The part of the ROC square that pays: its corners in order, none when `none`. */
export interface PayingRegion {
  kind: 'all' | 'part' | 'none';
  corners: BinaryPerformance[];
}

const SQUARE: readonly BinaryPerformance[] = [
  { falsePositiveRate: 0, recall: 0 },
  { falsePositiveRate: 1, recall: 0 },
  { falsePositiveRate: 1, recall: 1 },
  { falsePositiveRate: 0, recall: 1 },
];

function crossing(from: BinaryPerformance, to: BinaryPerformance, share: number): BinaryPerformance {
  return {
    falsePositiveRate: from.falsePositiveRate + share * (to.falsePositiveRate - from.falsePositiveRate),
    recall: from.recall + share * (to.recall - from.recall),
  };
}

/** The part of a convex region where `surplus`, which is linear, is not negative. */
function clip(region: readonly BinaryPerformance[], surplus: (at: BinaryPerformance) => number): BinaryPerformance[] {
  return region.flatMap((from, index) => {
    const to = region[(index + 1) % region.length] ?? from;
    const [here, there] = [surplus(from), surplus(to)];
    const kept = here >= 0 ? [from] : [];
    return here >= 0 === there >= 0 ? kept : [...kept, crossing(from, to, here / (here - there))];
  });
}

/**
 * The unit square cut by the half-plane gain·r − loss·f ≥ K and, where there is not room for every case, by
 * π·r + (1−π)·f ≤ room (Sutherland and Hodgman, 1974). It holds whatever the signs, so hits that lose money and false
 * alarms that gain need no case of their own.
 */
export function findPayingRegion(figures: BinaryFigures, rivalValue: number): PayingRegion {
  const [gain, loss, needed] = [actingGain(figures), actingLoss(figures), neededFromActing(figures, rivalValue)];
  const surplus = (at: BinaryPerformance) => gain * at.recall - loss * at.falsePositiveRate - needed;
  const room = shareWithRoom(figures);
  const paying = clip(SQUARE, surplus);
  const corners = room === 1 ? paying : clip(paying, (at) => room - shareActedOn(figures.baseRate, at));
  if (corners.length === 0) return { kind: 'none', corners };
  return { kind: SQUARE.every((corner) => surplus(corner) >= 0) ? 'all' : 'part', corners };
}
