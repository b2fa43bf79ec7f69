import { expect, test } from 'vitest';
import { checkedIn } from '../../platform/endpoint/field-words.ts';
import { ruleProblems } from './rule-problems.ts';

test('PF7 what a rule cannot mean is said in the language of who writes it', () => {
  const wrong = { kind: 'range', column: 'delay', min: 10, max: 5 };
  const empty = { kind: 'range', column: 'delay' };
  const said = (locale: 'en' | 'nl') =>
    [wrong, empty].map((rule) => checkedIn(locale, () => ruleProblems(rule)).map(({ message }) => message));
  expect(said('en')).toEqual([
    ['max (5) must be at least min (10)'],
    ['Give at least one of: min, max; else the rule says nothing'],
  ]);
  expect(said('nl')).toEqual([
    ['max (5) moet minstens min (10) zijn'],
    ['Geef er ten minste een van: min, max; anders zegt de regel niets'],
  ]);
});
