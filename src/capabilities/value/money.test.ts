import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMoney, compareMoney, roundMoney, scaleMoney } from './index.ts';
import { compareDecimals, decimalFromNumber, decimalToNumber } from './money.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 8 }))
  .map(([units, scale]) => {
    const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
    const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
    return units < 0n ? `-${text}` : text;
  });
const seeded = { seed: 11, numRuns: 300 };

describe('money', () => {
  test('PF11 amounts add and scale without a float', () => {
    expect(addMoney(eur('0.1'), eur('0.2'))).toEqual(eur('0.3'));
    expect(addMoney(eur('-0.05'), eur('0.050'))).toEqual(eur('0.000'));
    expect(scaleMoney(eur('19.99'), '0.21')).toEqual(eur('4.1979'));
    expect(scaleMoney(eur('-900'), 3)).toEqual(eur('-2700'));
  });

  test('PF11 amounts that are written differently compare as equal', () => {
    expect(compareMoney(eur('1.50'), eur('1.5'))).toBe(0);
    expect(compareMoney(eur('-2'), eur('1'))).toBeLessThan(0);
    expect(compareDecimals('0.30000001', '0.3')).toBeGreaterThan(0);
  });

  test.each([
    ['0.1', '0.10', 0],
    ['-5', '5', -1],
    ['-0.00000001', '0', -1],
    ['999999999999999.00000001', '999999999999999', 1],
    ['007', '7', 0],
    ['-1.5', '-1.25', -1],
  ])('PF4 decimals are compared exactly: %s and %s', (a, b, order) => {
    expect(compareDecimals(a, b)).toBe(order);
  });

  test('PF11 halves of a cent round to the even cent', () => {
    expect(['0.125', '0.135', '-0.125', '2.675', '1.005'].map((amount) => roundMoney(eur(amount)).amount)).toEqual([
      '0.12',
      '0.14',
      '-0.12',
      '2.68',
      '1.00',
    ]);
    expect(roundMoney(eur('7'), 0).amount).toBe('7');
    expect(roundMoney(eur('7')).amount).toBe('7.00');
  });

  test('PF11 a computed number becomes an amount in cents', () => {
    expect([1_569_000, 2.675, -0.004, 1e-9, 1e21, -1.5e22, 0].map(decimalFromNumber)).toEqual([
      '1569000.00',
      '2.68',
      '0.00',
      '0.00',
      '1000000000000000000000.00',
      '-15000000000000000000000.00',
      '0.00',
    ]);
    expect(() => decimalFromNumber(Number.NaN)).toThrow('NaN is not an amount');
  });

  test('PF11 a text that is no amount and a sum of two currencies fail with a sentence', () => {
    expect(() => addMoney(eur('1,234.50'), eur('1'))).toThrow(
      '"1,234.50" is not an amount. Expected is a number with a point',
    );
    expect(() => addMoney(eur('1'), { amount: '1', currency: 'USD' })).toThrow(
      'Amounts in EUR and USD cannot be taken together',
    );
  });

  test('PF11 sums commute, cancel and keep their order', () => {
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, c) => {
        expect(addMoney(eur(a), eur(b))).toEqual(addMoney(eur(b), eur(a)));
        expect(compareMoney(addMoney(addMoney(eur(a), eur(b)), scaleMoney(eur(b), -1)), eur(a))).toBe(0);
        expect(Math.sign(compareMoney(addMoney(eur(a), eur(c)), addMoney(eur(b), eur(c))))).toBe(
          Math.sign(compareDecimals(a, b)),
        );
      }),
      seeded,
    );
  });

  test('PF11 cents survive the way through a number and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), (cents) => {
        const amount = roundMoney(scaleMoney(eur(String(cents)), '0.01')).amount;
        expect(decimalFromNumber(decimalToNumber(amount))).toBe(amount);
      }),
      seeded,
    );
  });
});
