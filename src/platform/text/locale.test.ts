import { expect, test } from 'vitest';
import { preferredLocale } from './locale.ts';

const cases: [string | undefined, 'en' | 'nl'][] = [
  [undefined, 'en'],
  ['', 'en'],
  ['nl', 'nl'],
  ['nl-BE,nl;q=0.9,en;q=0.8', 'nl'],
  ['en-GB,en;q=0.9,nl;q=0.8', 'en'],
  ['fr,nl;q=0.5,en;q=0.4', 'nl'],
  ['en;q=0.2, NL;q=0.7', 'nl'],
  ['nl;q=0, en', 'en'],
  ['nl;q=0', 'en'],
  ['nl; q=0.3, en; q=0.9', 'en'],
  ['nlx, en', 'en'],
  ['de', 'en'],
  ['*', 'en'],
  [';;;,,q=nonsense', 'en'],
];

test.each(cases)('house Accept-Language %j is answered in %s', (header, locale) => {
  expect(preferredLocale(header)).toBe(locale);
});
