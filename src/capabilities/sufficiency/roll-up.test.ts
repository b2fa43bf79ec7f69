import { expect, test } from 'vitest';
import type { CheckId, CheckVerdict, ExpertAnswer, OverallVerdict } from './check-contract.ts';
import { isUnanswered, rollUp, type Settled } from './roll-up.ts';

const settled = (check: CheckId, verdict: CheckVerdict, answer: ExpertAnswer | null = null): Settled => ({
  check,
  outcome: { check, verdict, figures: [], missing: [] },
  answer,
});

const cases: [CheckId, CheckVerdict, ExpertAnswer | null, OverallVerdict][] = [
  ['classes', 'pass', null, 'sufficient'],
  ['classes', 'not_assessed', null, 'conditional'],
  ['classes', 'warn', null, 'conditional'],
  ['classes', 'warn', 'as_expected', 'sufficient'],
  ['classes', 'warn', 'explained', 'sufficient'],
  ['classes', 'warn', 'unknown', 'conditional'],
  ['classes', 'warn', 'data_error', 'insufficient'],
  ['classes', 'fail', null, 'insufficient'],
  ['classes', 'fail', 'explained', 'conditional'],
  ['classes', 'fail', 'unknown', 'insufficient'],
  ['classes', 'fail', 'data_error', 'insufficient'],
  ['leakage', 'fail', null, 'insufficient'],
  ['leakage', 'fail', 'explained', 'sufficient'],
  ['leakage', 'fail', 'unknown', 'insufficient'],
  ['serving', 'fail', 'explained', 'insufficient'],
  ['lawful', 'fail', 'as_expected', 'insufficient'],
];

test.each(cases)('PF7 %s that is %s, answered %s, makes it %s', (...given) => {
  const [check, verdict, answer, expected] = given;
  expect(rollUp([settled(check, verdict, answer)])).toBe(expected);
  expect(rollUp([settled('coverage', 'pass'), settled(check, verdict, answer)])).toBe(expected);
});

test('PF7 the worst counts, and of nothing there is no verdict', () => {
  const conditional = settled('coverage', 'not_assessed');
  expect(rollUp([conditional, settled('leakage', 'fail')])).toBe('insufficient');
  expect(rollUp([conditional, settled('leakage', 'pass')])).toBe('conditional');
  expect(rollUp([])).toBeNull();
});

test('PF7 only what warns or fails is asked of the expert', () => {
  const asked = (['pass', 'not_assessed', 'warn', 'fail'] as const).filter((verdict) =>
    isUnanswered(settled('classes', verdict)),
  );
  expect(asked).toEqual(['warn', 'fail']);
  expect(isUnanswered(settled('classes', 'fail', 'unknown'))).toBe(false);
});
