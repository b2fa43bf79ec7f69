import { expect, test } from 'vitest';
import { type DecisionDraft, readDecision } from './decision-draft.ts';

const draft: DecisionDraft = {
  outcome: 'go',
  reasons: 'It pays.',
  redirectKind: 'rule',
  redirectText: '',
  reviewDate: '',
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

test('PF5 everything that is wrong is said at once', () => {
  const nothing = { ...draft, outcome: null, reasons: ' ', people: [{ name: '', role: 'sme' as const, meaning: '' }] };
  expect(readDecision(nothing, reading)).toMatchObject([
    { field: 'outcome' },
    { field: 'reasons' },
    { field: 'name-0' },
  ]);
});
