/** Ranks from 1, equal scores sharing their middle. */
export function ranksOf(scores: readonly number[]): number[] {
  const order = scores.map((_, index) => index).sort((i, j) => (scores[i] ?? 0) - (scores[j] ?? 0));
  const ranks = scores.map(() => 0);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && scores[order[to + 1] ?? 0] === scores[order[from] ?? 0]) to += 1;
    for (let at = from; at <= to; at += 1) ranks[order[at] ?? 0] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}

/** Chance that a hit lies above another; equal ones count half. Null where there is only one class. */
export function aucOfRanks(ranks: readonly number[], isHit: (index: number) => boolean): number | null {
  let [sum, hits] = [0, 0];
  ranks.forEach((rank, index) => {
    if (!isHit(index)) return;
    sum += rank;
    hits += 1;
  });
  const others = ranks.length - hits;
  return hits === 0 || others === 0 ? null : (sum - (hits * (hits + 1)) / 2) / (hits * others);
}

/** Standard error of an AUC. Source: Hanley and McNeil (1982). */
export function errorOfAuc(auc: number, { hits, others }: { hits: number; others: number }): number {
  const [q1, q2] = [auc / (2 - auc), (2 * auc * auc) / (1 + auc)];
  const variance =
    (auc * (1 - auc) + (hits - 1) * (q1 - auc * auc) + (others - 1) * (q2 - auc * auc)) / (hits * others);
  return Math.sqrt(Math.max(0, variance));
}
