/** How well chances foretell the truth: the mean of what each case was thought unlikely by, 0 where all was certain and right. */
export function logLoss(scores: Float64Array, truth: Uint8Array): number {
  let loss = 0;
  for (const [row, score] of scores.entries()) loss -= Math.log(Math.max(1e-15, truth[row] ? score : 1 - score));
  return loss / truth.length;
}

/** The chance that of two cases the one to be foretold scores higher (Mann and Whitney); the same score counts half. */
export function areaUnderCurve(scores: Float64Array, truth: Uint8Array): number {
  const order = Array.from(scores.keys()).toSorted((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  let [below, wins, begin] = [0, 0, 0];
  while (begin < order.length) {
    let end = begin;
    let hits = 0;
    while (end < order.length && scores[order[end] ?? 0] === scores[order[begin] ?? 0]) {
      hits += truth[order[end] ?? 0] ?? 0;
      end += 1;
    }
    const others = end - begin - hits;
    wins += hits * (below + others / 2);
    below += others;
    begin = end;
  }
  const positives = truth.length - below;
  return wins / (positives * below);
}

/** A threshold, as low as can be, at which no more than this share of the cases that need nothing is acted on. */
export function thresholdFor(falseAlarms: number, scores: Float64Array, truth: Uint8Array): number {
  const others = scores.filter((_, row) => truth[row] === 0).toSorted();
  const last = others[Math.min(others.length - 1, Math.floor((1 - falseAlarms) * others.length))] ?? 1;
  // What scores the same as one that is left alone is left alone too.
  return others.find((score) => score > last) ?? last + 0.0001;
}

/** Of the cases to be foretold the share that was acted on, and of the others. */
export function ratesOf(acted: (row: number) => boolean, truth: Uint8Array): { recall: number; falseAlarms: number } {
  const counts = [0, 0];
  const acts = [0, 0];
  for (const [row, is] of truth.entries()) {
    counts[is] = (counts[is] ?? 0) + 1;
    if (acted(row)) acts[is] = (acts[is] ?? 0) + 1;
  }
  return { recall: (acts[1] ?? 0) / (counts[1] ?? 1), falseAlarms: (acts[0] ?? 0) / (counts[0] ?? 1) };
}
