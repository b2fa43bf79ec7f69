/** What one case is worth, by what it is and what is done: gains positive, costs negative. */
export interface Amounts {
  tp: number;
  fp: number;
  fn: number;
  tn: number;
}

export function worthOf({ tp, fp, fn, tn }: Amounts, { isHit, acts }: { isHit: boolean; acts: boolean }): number {
  if (acts) return isHit ? tp : fp;
  return isHit ? fn : tn;
}

/** From which score on acting brought the most; never acting where that was best. */
export function bestThreshold(scored: readonly { score: number; isHit: boolean }[], amounts: Amounts): number {
  const sorted = scored.toSorted((a, b) => b.score - a.score);
  let worth = scored.reduce((sum, { isHit }) => sum + worthOf(amounts, { isHit, acts: false }), 0);
  let best = { worth, threshold: Infinity };
  sorted.forEach(({ score, isHit }, index) => {
    worth += worthOf(amounts, { isHit, acts: true }) - worthOf(amounts, { isHit, acts: false });
    // A threshold lies between two scores: equal ones are acted on together.
    if (sorted[index + 1]?.score !== score && worth > best.worth) best = { worth, threshold: score };
  });
  return best.threshold;
}
