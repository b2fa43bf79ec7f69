/** The languages Peil speaks, complete: chosen per person, English where nobody chose. */
export const locales = ['en', 'nl'] as const;
export type Locale = (typeof locales)[number];

const isLocale = (tag: string): tag is Locale => (locales as readonly string[]).includes(tag);

/** The first of our languages in an `Accept-Language` header, by its weights; English where none fits. */
export function preferredLocale(acceptLanguage: string | undefined): Locale {
  const ranked = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', q] = part.trim().toLowerCase().split(';q=');
      return { tag: tag.slice(0, 2), weight: q === undefined ? 1 : Number(q) };
    })
    .sort((a, b) => b.weight - a.weight);
  return ranked.map((entry) => entry.tag).find(isLocale) ?? 'en';
}
