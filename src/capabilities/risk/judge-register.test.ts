import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Likelihood } from './estimate-fields.ts';
import { judgeRegister } from './judge-register.ts';
import { emptyParts } from './part-contents.ts';
import { expectedLoss } from './price-risks.ts';
import type { StoredRisk } from './queries.ts';

const perYear = (likely: string): Likelihood => ({ kind: 'per_year', likely });
const chance = (likely: string, horizonYears: number): Likelihood => ({ kind: 'chance', likely, horizonYears });

function risk(id: string, fields: Partial<StoredRisk> = {}): StoredRisk {
  return {
    id,
    what: 'It goes wrong',
    cause: '',
    affected: '',
    likelihood: perYear('1'),
    impact: { likely: '1000' },
    control: '',
    residualLikelihood: null,
    residualImpact: null,
    decision: 'accept',
    acceptedBy: 'Eva',
    decisionReason: '',
    owner: 'Eva',
    version: 1,
    ...fields,
  };
}

const frame = emptyParts.appetite;
const nobody = { version: 0, appetite: null };
const usual = (amount: string, currency = 'EUR') => ({ version: 1, appetite: { amount, currency } });

test.each<[Likelihood, string, string]>([
  // computed by hand
  [perYear('2'), '900', '1800.00'],
  [perYear('0.1'), '0.2', '0.02'],
  [perYear('0.5'), '0.01', '0.00'],
  [perYear('1.5'), '0.01', '0.02'],
  [chance('0.05', 1), '2000000', '100000.00'],
  [chance('0.05', 5), '2000000', '20000.00'],
  [chance('0.1', 3), '1000', '33.33'],
  [chance('0.2', 3), '1000', '66.67'],
  [chance('1', 4), '0.02', '0.00'],
  [chance('0.99999999', 1), '123456789012345.12345678', '123456787777777.23'],
  [perYear('0'), '5000', '0.00'],
])('RM1 the expected loss of %j at %s is %s, to the cent', (likelihood, likely, expected) => {
  expect(expectedLoss({ likelihood, impact: { likely } })).toBe(expected);
});

test('RM1 sums are exact, before and after the control', () => {
  const risks = [
    risk('a', { likelihood: perYear('0.1'), impact: { likely: '0.1' } }),
    risk('b', { likelihood: perYear('3'), impact: { likely: '0.1' } }),
    risk('c', {
      likelihood: chance('0.5', 2),
      impact: { likely: '40000' },
      residualLikelihood: chance('0.1', 2),
      residualImpact: { likely: '10000' },
    }),
    risk('d', { likelihood: perYear('4'), impact: { likely: '100' }, residualLikelihood: perYear('1') }),
  ];
  const judged = judgeRegister({ risks, frame, organisation: nobody });
  expect(judged.risks.map(({ before, after }) => [before?.likely, after?.likely])).toEqual([
    ['0.01', '0.01'],
    ['0.30', '0.30'],
    ['10000.00', '500.00'],
    ['400.00', '100.00'],
  ]);
  expect([judged.before?.likely, judged.after?.likely]).toEqual(['10400.31', '600.31']);
  // certain figures have no spread
  expect(judged.after).toMatchObject({ low: '600.31', high: '600.31' });
});

test('RM1 the bounds are the same for the same estimates, whatever the order of the list, and hold the likely value', () => {
  const risks = ['a', 'b', 'c'].map((id, index) =>
    risk(id, {
      likelihood: { kind: 'per_year', low: '0.5', likely: '1', high: `${index + 2}` },
      impact: { low: '500', likely: '1000', high: '4000' },
    }),
  );
  const judged = judgeRegister({ risks, frame, organisation: nobody });
  expect(judged.after).toEqual(judgeRegister({ risks: risks.toReversed(), frame, organisation: nobody }).after);
  const { low, likely, high } = judged.after ?? { low: '', likely: '', high: '' };
  expect(Number(low)).toBeGreaterThan(3 * 250);
  expect(Number(low)).toBeLessThan(Number(high));
  expect(Number(high)).toBeLessThan((2 + 3 + 4) * 4000);
  expect(Number(likely)).toBe(3000);
});

test('RM1 what remains is within the appetite, above it, or accepted up to what it was', () => {
  const standing = (given: Partial<typeof frame>, organisation: Parameters<typeof judgeRegister>[0]['organisation']) =>
    judgeRegister({ risks: [risk('a')], frame: { ...frame, ...given }, organisation }).standing;
  expect(standing({}, nobody)).toBe('no_appetite');
  expect(standing({ appetite: '1000.00' }, nobody)).toBe('within');
  expect(standing({ appetite: '999.99' }, usual('5000'))).toBe('above');
  expect(standing({}, usual('1000'))).toBe('within');
  expect(standing({}, usual('1000', 'USD'))).toBe('no_appetite');
  const accepted = { appetite: '1', acceptedBy: 'Eva' };
  expect(standing({ ...accepted, acceptedUpTo: '1000.00' }, nobody)).toBe('accepted');
  expect(standing({ ...accepted, acceptedUpTo: '999.99' }, nobody)).toBe('above');
  expect(standing({ ...accepted, acceptedUpTo: null }, nobody)).toBe('above');
  expect(judgeRegister({ risks: [], frame, organisation: nobody }).standing).toBe('empty');
  const unpriced = [risk('a'), risk('b', { impact: null })];
  expect(judgeRegister({ risks: unpriced, frame, organisation: usual('9999999') })).toMatchObject({
    standing: 'incomplete',
    after: null,
  });
});

test('RM1 a control that lowers likelihood or impact never raises what remains', () => {
  const decimal = fc.integer({ min: 0, max: 1_000_000 }).map((cents) => (cents / 100).toFixed(2));
  fc.assert(
    fc.property(decimal, decimal, fc.integer({ min: 1, max: 100 }), (times, impact, divisor) => {
      const [judged] = judgeRegister({
        risks: [
          risk('a', {
            likelihood: perYear(times),
            impact: { likely: impact },
            residualLikelihood: perYear((Number(times) / divisor).toFixed(8)),
          }),
        ],
        frame,
        organisation: nobody,
      }).risks;
      expect(Number(judged?.after?.likely)).toBeLessThanOrEqual(Number(judged?.before?.likely));
    }),
    { seed: 1, numRuns: 30 },
  );
});
