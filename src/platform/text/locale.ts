/** The languages Peil speaks, complete: chosen per person, English where nobody chose. */
export const locales = ['en', 'nl'] as const;
export type Locale = (typeof locales)[number];

const isLocale = (tag: string): tag is Locale => (locales as readonly string[]).includes(tag);

/** The first of our languages in an `Accept-Language` header, by its weights (RFC 9110, 12.5.4); else English. */
export function preferredLocale(acceptLanguage: string | undefined): Locale {
  const ranked = (acceptLanguage ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => {
      const [tag = '', ...settings] = part.split(';').map((text) => text.trim());
      const q = settings.find((setting) => setting.startsWith('q='));
      return { language: tag.split('-')[0] ?? '', weight: q === undefined ? 1 : Number(q.slice(2)) };
    })
    .filter((entry) => entry.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return ranked.map((entry) => entry.language).find(isLocale) ?? 'en';
}
