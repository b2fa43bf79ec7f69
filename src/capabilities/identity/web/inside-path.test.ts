import { expect, test } from 'vitest';
import { insidePath, isOpenPage } from './inside-path.ts';

test('PF2 after signing in one is back where one was, inside Peil', () => {
  expect(insidePath('/problems/42/value?field=price#low')).toBe('/problems/42/value?field=price#low');
  expect(insidePath('/')).toBe('/');
  for (const wanted of [undefined, 42, '', 'problems', 'https://else.example/', '//else.example', '/\\else.example'])
    expect(insidePath(wanted)).toBe('/');
  expect(insidePath('/\t/else.example')).toBe('/');
});

test('PF2 the sign-in does not lead back to itself', () => {
  expect(insidePath('/sign-in?to=/audit')).toBe('/');
  expect(isOpenPage('/join/')).toBe(true);
  expect(isOpenPage('/joint')).toBe(false);
});
