import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callsByYear, crossoverVolume, type RouteCosts, totalOf } from './compare-routes.ts';

const nothing: RouteCosts = { build: '0', data: '0', run: '0', maintain: '0', perCall: '0', exit: '0' };
const own: RouteCosts = {
  build: '60000',
  data: '20000',
  run: '6000',
  maintain: '12000',
  perCall: '0.001',
  exit: '5000',
};
const bought: RouteCosts = { ...nothing, build: '15000', perCall: '0.015', exit: '8000' };
const usage = { callsPerYear: 2_000_000, growth: '0.1', years: 3 };

test('PF9 three years of a route are what is paid once, each year, for each prediction, and for leaving', () => {
  expect(callsByYear(usage)).toEqual([2_000_000, 2_200_000, 2_420_000]);
  expect(totalOf(own, usage, 'EUR')).toEqual({
    once: '80000.00',
    fixed: '139000.00',
    calls: '6620.00',
    total: '145620.00',
    cumulative: ['100000.00', '120200.00', '145620.00'],
  });
  expect(totalOf(bought, usage, 'EUR')).toMatchObject({ fixed: '23000.00', calls: '99300.00', total: '122300.00' });
});

test('PF9 the crossover is where the price of calls has paid for what the own route costs more', () => {
  // fixed_own / (price_per_call - run_own_per_call)
  const plain = { own: { ...nothing, build: '139000', perCall: '0.001' }, other: { ...nothing, perCall: '0.015' } };
  expect(crossoverVolume(plain, usage, 'EUR')).toBe(Math.ceil(139_000 / 0.014));
  // with what the bought route costs whether it is used or not
  expect(crossoverVolume({ own, other: bought }, usage, 'EUR')).toBe(Math.ceil(116_000 / 0.014));
  expect(crossoverVolume({ own: bought, other: own }, usage, 'EUR')).toBeNull();
  expect(crossoverVolume({ own, other: { ...bought, perCall: '0.0005' } }, usage, 'EUR')).toBeNull();
});

test('PF9 at the crossover both cost the same to within one prediction', () => {
  const amount = fc.integer({ min: 0, max: 500_000 }).map(String);
  const price = fc.integer({ min: 1, max: 9999 }).map((parts) => (parts / 10_000).toFixed(4));
  fc.assert(
    fc.property(fc.tuple(amount, amount), fc.tuple(price, price), ([ownBuild, otherBuild], [ownPrice, otherPrice]) => {
      const routes = {
        own: { ...nothing, build: ownBuild, perCall: ownPrice },
        other: { ...nothing, build: otherBuild, perCall: otherPrice },
      };
      const volume = crossoverVolume(routes, usage, 'EUR');
      fc.pre(volume !== null);
      const at = (calls: number, costs: RouteCosts) =>
        Number(totalOf({ ...costs }, { callsPerYear: calls, growth: '0', years: 1 }, 'EUR').total);
      const calls = volume ?? 0;
      expect(at(calls, routes.own)).toBeLessThanOrEqual(at(calls, routes.other) + 0.011);
      expect(at(calls - 1, routes.own)).toBeGreaterThanOrEqual(at(calls - 1, routes.other) - 0.011);
    }),
    { seed: 5, numRuns: 200 },
  );
});
