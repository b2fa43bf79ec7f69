import type { Locale } from '../../platform/text/locale.ts';

/** Places in the law are kept as English writes them; in Dutch laws and their parts have names of their own. */
const dutch: readonly (readonly [RegExp, string])[] = [
  [/\bAnnex\b/g, 'Bijlage'],
  [/\bsection\b/g, 'afdeling'],
  [/\bGDPR\b/g, 'AVG'],
  [/\bAI Act\b/g, 'AI-verordening'],
  [/\badded by the\b/g, 'toegevoegd door de'],
  [/\band (?=\d)/g, 'en '],
];

export function sayArticle(article: string, locale: Locale): string {
  if (locale === 'en') return article;
  return dutch.reduce((said, [word, instead]) => said.replace(word, instead), article);
}
