import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMatch, rulesFor } from './name-pattern.ts';

test.each<[pattern: string, name: string, matches: boolean]>([
  ['late-flights/*', 'late-flights/xgb', true],
  ['late-flights/*', 'Late-Flights/2026/xgb', true],
  ['late-flights/*', 'late-flights', false],
  ['late-flights*', 'late-flights', true],
  ['*/late-flights', '/Users/eva@peil.example/late-flights', true],
  ['model-?', 'model-7', true],
  ['model-?', 'model-', false],
  ['model-?', 'model-10', false],
  ['a*b*c', 'axxbyyc', true],
  ['a*b*c', 'axxbyy', false],
  ['(.+)+$', 'aaaa', false],
  ['vlucht-é*', 'VLUCHT-É1', true],
])('DS1 the pattern %s and the name %s: %s', (pattern, name, matches) => {
  expect(isMatch(pattern, name)).toBe(matches);
});

test('DS1 a pattern means what its regular expression would mean', () => {
  const letters = (...more: string[]) => fc.string({ unit: fc.constantFrom('a', 'b', ...more), maxLength: 9 });
  fc.assert(
    fc.property(letters('*', '?'), letters(), (pattern, name) => {
      const source = pattern.replaceAll('*', '.*').replaceAll('?', '.');
      expect(isMatch(pattern, name)).toBe(new RegExp(`^${source}$`).test(name));
    }),
    { seed: 7, numRuns: 2000 },
  );
});

test('DS1 no pattern hangs', () => {
  expect(isMatch('*a'.repeat(100), 'a'.repeat(499) + 'b')).toBe(false);
});

test('DS1 the most specific rule counts, two problems that are equally specific are a tie', () => {
  const rule = (pattern: string, problemId: string) => ({ pattern, problemId });
  const [wide, narrow] = [rule('late-*', 'one'), rule('late-flights/*', 'two')];
  expect(rulesFor([wide, narrow], 'late-flights/a')).toEqual([narrow]);
  expect(rulesFor([wide, narrow], 'late-trains/a')).toEqual([wide]);
  expect(rulesFor([wide, narrow], 'churn')).toEqual([]);
  const tie = [rule('*-flights', 'one'), rule('late-fli*', 'two')];
  expect(rulesFor(tie, 'late-flights')).toEqual(tie);
  const equal = [rule('late-*', 'one'), rule('*late-', 'one'), rule('LATE-*', 'two')];
  expect(
    rulesFor(equal, 'late-')
      .map(({ problemId }) => problemId)
      .toSorted(),
  ).toEqual(['one', 'two']);
  // Fewer wildcards are the more specific.
  expect(rulesFor([rule('*ab*', 'one'), rule('ab*', 'two')], 'abc')).toEqual([rule('ab*', 'two')]);
});
