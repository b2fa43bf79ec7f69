import { compareDecimals } from '../value/index.ts';
import { formulationErrors } from './errors.ts';

/** Throws 422 where target and baseline are the same. */
export function refuseNothingToReach({ baseline, target }: { baseline: string | null; target: string | null }): void {
  if (baseline === null || target === null) return;
  if (compareDecimals(baseline, target) === 0) throw formulationErrors.targetEqualsBaseline({ value: target });
}
