import { expect, test } from 'vitest';
import { splitRuleSchema } from '../contract.ts';
import { emptyDraft, keyOf, ruleOf, type SplitDraft, unfitOf } from './split-draft.ts';

const columns = [
  { name: 'customer', type: 'BIGINT' },
  { name: 'day', type: 'DATE' },
];
const words = { train: 'train', test: 'test' };
const draft = (part: Partial<SplitDraft>): SplitDraft => ({ ...emptyDraft({ columns }), name: 'A', ...part });

test('PF7 a split begins by time where there is a moment, else by chance', () => {
  expect(emptyDraft({ columns })).toMatchObject({ by: 'time', column: 'day' });
  expect(emptyDraft({ columns: columns.slice(0, 1) })).toMatchObject({ by: 'random', column: 'customer' });
});

test.each([
  [
    draft({ cut: ' 2026-02-01 ', key: 'customer' }),
    { by: 'time', column: 'day', cuts: ['2026-02-01'], names: ['train', 'test'] },
    { key: ['customer'] },
  ],
  [
    draft({ by: 'entity', key: 'customer', share: 30, seed: ' ' }),
    { by: 'hash', key: ['customer'], seed: '1', parts: [{ share: 0.7 }, { name: 'test', share: 0.3 }] },
    { key: ['customer'] },
  ],
  [
    draft({ by: 'value', column: 'customer', values: ' 5\n\n6\n5' }),
    { by: 'value', column: 'customer', parts: [{ name: 'test', values: ['5', '6'] }], others: 'train' },
    {},
  ],
  [draft({ by: 'random', key: 'customer', share: 10 }), { by: 'hash', parts: [{ share: 0.9 }, { share: 0.1 }] }, {}],
])('PF7 what is filled in becomes the rule of a split: %#', (given, rule, key) => {
  expect(unfitOf(given)).toEqual([]);
  const made = ruleOf(given, words);
  expect(made).toMatchObject(rule);
  expect(splitRuleSchema.parse(made)).toEqual(made);
  expect(keyOf(given)).toEqual(key);
});

test('PF7 by chance the whole row is what stays together', () => {
  expect(ruleOf(draft({ by: 'random', key: 'customer' }), words)).not.toHaveProperty('key');
});

test('PF7 what is missing in a split is said before anything is asked', () => {
  expect(unfitOf(draft({ name: '' }))).toEqual(['name', 'cut']);
  expect(unfitOf(draft({ by: 'entity' }))).toEqual(['key']);
  expect(unfitOf(draft({ by: 'value', values: ' \n ' }))).toEqual(['values']);
  expect(unfitOf(draft({ by: 'random', share: 100 }))).toEqual(['share']);
});
