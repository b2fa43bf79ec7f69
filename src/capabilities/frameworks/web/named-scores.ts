import type { Palette } from '../../../web/kit/charts/palette.ts';
import type { Draft, Result, Score } from '../contract.ts';

export interface Shown {
  draft: Draft;
  result: Result;
}

/** The candidates that are in, the best first, with their names. */
export function namedScores({ draft, result }: Shown): (Score & { name: string })[] {
  const nameOf = (id: string) => draft.candidates.find((each) => each.id === id)?.name ?? id;
  return result.scores
    .filter(({ isOut }) => !isOut)
    .map((score) => ({ ...score, name: nameOf(score.candidateId) }))
    .toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1));
}

/** Tones that differ in lightness from the one before, so that colour does not speak alone; a legend has their order. */
export function toneOf(palette: Palette, at: number): string {
  const { water, waterLine, lowLine, low, wash, quiet } = palette;
  return [water, lowLine, waterLine, low, wash, quiet][at % 6] ?? water;
}
