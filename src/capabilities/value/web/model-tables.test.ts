import { expect, test } from 'vitest';
import { withDecisionNamed, withoutClass, withoutDecision } from './model-tables.ts';

const draft = {
  classes: [{ name: 'failing' }, { name: 'worn' }, { name: 'sound' }],
  decisions: ['repair', 'look', 'leave'],
  defaultDecision: 'look',
  values: [['a', 'b', 'c'], null, ['g', 'h', 'i']],
  today: {
    kind: 'confusion',
    rates: [
      [0.7, 0.2, 0.1],
      [0.1, 0.8, 0.1],
      [0, 0.1, 0.9],
    ],
  },
};

test('PF11 a kind of case that is removed takes its row of rates along, as of values', () => {
  expect(withoutClass(draft, 0)).toEqual({
    ...draft,
    classes: [{ name: 'worn' }, { name: 'sound' }],
    values: [null, ['g', 'h', 'i']],
    today: {
      kind: 'confusion',
      rates: [
        [0.1, 0.8, 0.1],
        [0, 0.1, 0.9],
      ],
    },
  });
});

test('PF11 a decision that is removed takes its column along, and is no longer the one when nobody decides', () => {
  const { defaultDecision: _, ...rest } = draft;
  expect(withoutDecision(draft, 1)).toEqual({
    ...rest,
    decisions: ['repair', 'leave'],
    values: [['a', 'c'], null, ['g', 'i']],
    today: {
      kind: 'confusion',
      rates: [
        [0.7, 0.1],
        [0.1, 0.1],
        [0, 0.9],
      ],
    },
  });
  expect(withoutDecision(draft, 0)).toMatchObject({ defaultDecision: 'look' });
});

test('PF11 what is not there is not begun by removing', () => {
  expect(withoutClass({ classes: [{}, {}, {}] }, 1)).toEqual({ classes: [{}, {}] });
});

test('PF11 the decision when nobody decides keeps to its decision when that is renamed', () => {
  expect(withDecisionNamed(draft, 1, 'inspect')).toMatchObject({
    decisions: ['repair', 'inspect', 'leave'],
    defaultDecision: 'inspect',
  });
  expect(withDecisionNamed(draft, 0, 'mend')).toMatchObject({ defaultDecision: 'look' });
});

test('PF11 a kind of case that is removed takes its share in every segment along', () => {
  const segments = [{ name: 'town', classShares: ['a', 'b', 'c'] }, { name: 'country' }];
  expect(withoutClass({ ...draft, segments }, 1)['segments']).toEqual([
    { name: 'town', classShares: ['a', 'c'] },
    { name: 'country' },
  ]);
});
