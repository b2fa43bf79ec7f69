/** A point of a value function: what a measurement is worth, from 0 (as bad as it gets) to 100. */
export interface ScaleAnchor {
  at: number;
  value: number;
}

/**
 * What a measurement is worth on a fixed scale: straight lines between the anchors, and no further than the outer ones.
 * Anchors are fixed by people, so that an option that comes or goes does not move the others.
 * @param anchors at least one, by rising `at`
 */
export function valueAt(anchors: readonly ScaleAnchor[], measured: number): number {
  const after = anchors.findIndex(({ at }) => at >= measured);
  const [right, left] = [anchors[after], anchors[after - 1]];
  if (!right) return anchors.at(-1)?.value ?? 0;
  if (!left) return right.value;
  return left.value + ((measured - left.at) / (right.at - left.at)) * (right.value - left.value);
}

/** Whether more is better, less is better, or neither: a scale may rise and fall. */
export function directionOf(anchors: readonly ScaleAnchor[]): 'more' | 'less' | null {
  const steps = anchors.slice(1).map(({ value }, index) => value - (anchors[index]?.value ?? 0));
  if (steps.every((step) => step >= 0)) return 'more';
  return steps.every((step) => step <= 0) ? 'less' : null;
}
