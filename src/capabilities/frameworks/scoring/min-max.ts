/** Whether more of it is better, or less. */
export type Direction = 'more' | 'less';

/**
 * One criterion of all options as 0 (the worst of them) to 1 (the best). It moves when options come or go, so it is a
 * second opinion only. Where all are equal nobody loses: 1.
 */
export function minMax(measured: readonly number[], direction: Direction): number[] {
  const [least, most] = [Math.min(...measured), Math.max(...measured)];
  if (least === most) return measured.map(() => 1);
  return measured.map((each) => (direction === 'more' ? each - least : most - each) / (most - least));
}
