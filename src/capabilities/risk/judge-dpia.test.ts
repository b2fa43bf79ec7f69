import { expect, test } from 'vitest';
import { dpiaQuestions } from './dpia-questions.ts';
import { judgeDpia } from './judge-dpia.ts';
import type { Answers } from './tree-shape.ts';

const criteria = dpiaQuestions.filter(({ kind }) => kind === 'criterion').map(({ id }) => id);
const always = dpiaQuestions.filter(({ kind }) => kind === 'always').map(({ id }) => id);

/** Personal data, and yes to these; the rest is no. */
function answered(yes: readonly string[]): Answers {
  return Object.fromEntries(
    dpiaQuestions.map(({ id }) => [
      id,
      { choice: id === 'personal_data' || yes.includes(id) ? 'yes' : 'no', reason: '' },
    ]),
  );
}

test('RM1 of all combinations of the nine criteria, two or more need an assessment', () => {
  expect(criteria).toHaveLength(9);
  for (let mask = 0; mask < 2 ** criteria.length; mask += 1) {
    const yes = criteria.filter((_, bit) => (mask >> bit) & 1);
    const { verdict, criteria: count } = judgeDpia(answered(yes));
    expect([yes, verdict, count]).toEqual([yes, yes.length >= 2 ? 'needed' : 'not_needed', yes.length]);
  }
});

test.each(always)('RM1 the law always asks an assessment: %s', (id) => {
  expect(judgeDpia(answered([id]))).toMatchObject({ verdict: 'needed', reason: 'always', because: [id] });
});

test('RM1 that no assessment is needed is said only when everything was answered', () => {
  const all = answered([]);
  for (const { id } of dpiaQuestions) {
    const { [id]: _left, ...rest } = all;
    expect(judgeDpia(rest)).toMatchObject({ verdict: 'unassessed', openQuestion: id });
  }
  expect(judgeDpia({})).toMatchObject({ verdict: 'unassessed', openQuestion: 'personal_data' });
  expect(judgeDpia({ personal_data: { choice: 'no', reason: '' } })).toMatchObject({ verdict: 'not_needed' });
});

test('RM1 two criteria are enough, whatever is still open', () => {
  const given: Answers = {
    personal_data: { choice: 'yes', reason: '' },
    large_scale: { choice: 'yes', reason: '' },
    vulnerable: { choice: 'yes', reason: '' },
  };
  expect(judgeDpia(given)).toMatchObject({ verdict: 'needed', reason: 'criteria', openQuestion: null });
});
