import { type BinaryFigures, benefitPerHit, harmPerFalseAlarm } from './binary-value.ts';
import { shareWithRoom } from './capacity.ts';
import { neededFromActing } from './required-recall.ts';
import { type Required, requireShare } from './required.ts';

/**
 * The least precision among the K cases acted on that breaks even: a·K·[p·B − (1−p)·H] ≥ F + V_b − V₀, so
 * p ≥ (needed/(a·K) + H)/(B + H).
 */
export function findRequiredPrecision(figures: BinaryFigures, rivalValue: number): Required {
  const acted = figures.adoption * shareWithRoom(figures) * figures.volume;
  const harm = harmPerFalseAlarm(figures);
  const useless = figures.volume === 0 ? 'no-cases' : figures.adoption === 0 ? 'no-adoption' : 'acting-does-not-help';
  const gain = acted * (benefitPerHit(figures) + harm);
  return requireShare(neededFromActing(figures, rivalValue) + acted * harm, gain, useless);
}
