import { expect, test } from 'vitest';
import { ruleSchema } from '../contract.ts';
import { ruleCases } from '../../../../test/kit/rules/rule-cases.ts';
import { sayRule } from './say-rule.ts';

const said = (rule: object, locale: 'en' | 'nl' = 'en') => sayRule(ruleSchema.parse(rule), locale);

test.each([
  [
    { kind: 'not_null', column: 'delay', mostly: 0.995 },
    'delay is never empty; 99.5% at least.',
    'delay is nooit leeg; ten minste 99,5%.',
  ],
  [
    { kind: 'range', column: 'delay', min: 0, exclusiveMax: true, max: 1440 },
    'delay is at least 0 and less than 1,440.',
    'delay is ten minste 0 en minder dan 1.440.',
  ],
  [
    {
      kind: 'accepted_values',
      column: 'origin',
      values: ['AMS', 'JFK'],
      where: [{ column: 'year', operator: 'at_least', values: [2001] }],
    },
    'origin is one of AMS and JFK; where year is at least 2001.',
    'origin is een van AMS en JFK; waar year ten minste is 2001.',
  ],
  [
    { kind: 'unique', column: 'id', mostFailing: 9, by: 'day' },
    'Every value of id stands once; at most 9 rows excepted; for each day.',
    'Elke waarde van id staat er één keer; op ten hoogste 9 rijen na; voor elke day.',
  ],
  [
    { kind: 'null_share', column: 'x', max: 0.05 },
    'The share of rows without x is at most 5%.',
    'Het deel van de rijen zonder x is ten hoogste 5%.',
  ],
  [
    { kind: 'row_count_change', min: -0.1, max: 0.5 },
    'Against the version before the number of rows changes by at least -10% and at most 50%.',
    'Ten opzichte van de vorige versie verandert het aantal rijen met ten minste -10% en ten hoogste 50%.',
  ],
])('PF7 %j is said in both languages', (rule, english, dutch) => {
  expect(said(rule)).toBe(english);
  expect(said(rule, 'nl')).toBe(dutch);
});

test('PF7 every rule has a whole sentence in both languages', () => {
  for (const { rule } of ruleCases) {
    const read = ruleSchema.safeParse(rule);
    if (!read.success) throw new Error(`${rule.kind}: ${read.error.message}`);
    for (const locale of ['en', 'nl'] as const) {
      const sentence = sayRule(read.data, locale);
      expect(sentence).toMatch(/^\S.*\S\.$/su);
      expect(sentence).not.toMatch(/undefined|NaN|\[object| {2}/u);
    }
  }
});
