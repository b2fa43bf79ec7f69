/** Floats that differ by less are equal: nobody is first by a rounding error. */
const tie = 1e-9;

/** From 1, the highest first; equal scores share a place, and what has no score has none. */
export function rankScores(scores: readonly (number | null)[]): (number | null)[] {
  return scores.map((score) =>
    score === null ? null : 1 + scores.filter((other) => other !== null && other > score + tie).length,
  );
}
