import { type MulticlassFigures, perfectValue, wrongValue } from './multiclass-value.ts';
import { fixedCost } from './project.ts';
import { type ImpossibleReason, type Required, requireShare } from './required.ts';

function whyAccuracyBringsNothing({ volume, adoption }: MulticlassFigures): ImpossibleReason {
  if (volume === 0) return 'no-cases';
  return adoption === 0 ? 'no-adoption' : 'decisions-do-not-differ';
}

/**
 * Least share of cases taken for what they are with which a model breaks even, its errors spread evenly:
 * (1−a)·V_default + a·[q·V_perfect + (1−q)·V_wrong] − F ≥ V_b, solved for q.
 */
export function findRequiredAccuracy(
  figures: MulticlassFigures,
  { defaultValue, rivalValue }: { defaultValue: number; rivalValue: number },
): Required {
  const { adoption } = figures;
  const wrong = wrongValue(figures);
  const needed = rivalValue + fixedCost(figures) - (1 - adoption) * defaultValue - adoption * wrong;
  return requireShare(needed, adoption * (perfectValue(figures) - wrong), whyAccuracyBringsNothing(figures));
}
