import { expect, test } from 'vitest';
import { type DecisionDraft, readDecision } from './decision-draft.ts';

const draft: DecisionDraft = {
  outcome: 'go',
  reasons: 'It pays.',
  redirectKind: 'rule',
  redirectText: '',
  reviewDate: '',
  lessons: '',
  conditions: [],
  people: [
    { name: 'Anna', role: 'sponsor', meaning: '' },
    { name: 'Ben', role: 'sme', meaning: 'has seen it' },
  ],
};
const reading = { locale: 'en' as const, idOf: (field: string) => field, known: new Map([['Anna', 'user-1']]) };

test('PF5 a go names its people by id where they sign in here, and says what each name stands for', () => {
  expect(readDecision(draft, reading)).toEqual({
    outcome: 'go',
    reasons: 'It pays.',
    people: [
      { userId: 'user-1', role: 'sponsor', meaning: 'approves the go' },
      { name: 'Ben', role: 'sme', meaning: 'has seen it' },
    ],
  });
});

test('PF5 a no-go needs where the solution is sought, a deferral its date', () => {
  expect(readDecision({ ...draft, outcome: 'no_go' }, reading)).toMatchObject([{ field: 'redirectText' }]);
  expect(readDecision({ ...draft, outcome: 'defer' }, reading)).toMatchObject([{ field: 'reviewDate' }]);
  expect(readDecision({ ...draft, outcome: 'defer', reviewDate: '2027-06-30' }, reading)).toMatchObject({
    reviewDate: '2027-06-30',
  });
});

test('PF5 a conditional go has conditions with a date, a no-go its lessons', () => {
  const condition = { key: 1, text: ' A whole year. ', due: '2027-06-30', blocks: 'g2' as const, ownerId: '' };
  const conditional = { ...draft, outcome: 'conditional_go' as const, conditions: [condition] };
  expect(readDecision(conditional, reading)).toMatchObject({
    conditions: [{ text: 'A whole year.', due: '2027-06-30', blocks: 'g2' }],
  });
  const undated = { ...conditional, conditions: [condition, { ...condition, due: '' }] };
  expect(readDecision(undated, reading)).toMatchObject([{ field: 'condition-1' }]);
  const stopped = { ...draft, outcome: 'no_go' as const, redirectText: 'A rule.', lessons: ' Ask earlier. ' };
  expect(readDecision(stopped, reading)).toMatchObject({ lessons: 'Ask earlier.' });
});

test('PF5 everything that is wrong is said at once', () => {
  const nothing = { ...draft, outcome: null, reasons: ' ', people: [{ name: '', role: 'sme' as const, meaning: '' }] };
  expect(readDecision(nothing, reading)).toMatchObject([
    { field: 'outcome' },
    { field: 'reasons' },
    { field: 'name-0' },
  ]);
});
