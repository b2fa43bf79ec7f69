import type { WalkLanguage } from './walk-words.ts';

/** A language, or what a journey needs beside it: the width of a window, the language of a second person. */
type Way = string | readonly [string, ...unknown[]] | { readonly language: string };

const languageOf = (way: Way): string => {
  if (typeof way === 'string') return way.slice(0, 2);
  return 'language' in way ? way.language : way[0];
};

/**
 * Of the ways to walk a journey, the one in this language. A sentence that a language lacks does not compile and the page matrix reads
 * every page in both, so journeys share the languages out, and walk in Dutch where numbers are typed or read. With
 * `PEIL_TEST_LANGUAGES=all` each is walked in all.
 */
export function walkedIn<T extends Way>(language: WalkLanguage, ways: readonly T[]): readonly T[] {
  if (process.env['PEIL_TEST_LANGUAGES'] === 'all') return ways;
  const walked = ways.filter((way) => languageOf(way) === language);
  if (walked.length === 0) throw new Error(`no way of this journey is walked in ${language}`);
  return walked;
}
