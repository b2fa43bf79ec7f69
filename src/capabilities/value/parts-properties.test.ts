import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cumulatedFlow, netPresentValue, paybackMonths } from './cash-flow.ts';
import { valueResultSchema } from './contract.ts';
import { describeValueModel, evaluateValueModel, findingSentences } from './index.ts';
import { churnModel, constant } from './model-fixtures.ts';
import { countRate } from './wilson.ts';

const seeded = { seed: 20_261_125, numRuns: 100 };
const share = fc.double({ min: 0, max: 1, noNaN: true });
const likely = <T>(value: T) => ({ likely: value });

describe('properties of the further parts', () => {
  test('PF11 a Wilson interval holds the rate that was counted, within 0 and 1, and narrows with more cases', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), share, (total, part) => {
        const count = Math.round(total * part);
        const [one, many] = [countRate(count, total), countRate(count * 10, total * 10)];
        if (!one || !many) throw new Error('counted cases have a rate');
        expect(one.low).toBeLessThanOrEqual(one.value);
        expect(one.high).toBeGreaterThanOrEqual(one.value);
        expect([one.low >= 0, one.high <= 1]).toEqual([true, true]);
        expect(many.high - many.low).toBeLessThan(one.high - one.low);
      }),
      seeded,
    );
  });

  test('PF11 at a rate of nothing the present value is the cash flow, and after the payback nothing is owed', () => {
    const amount = fc.double({ min: 0, max: 1e7, noNaN: true });
    const monthsToOutcome = fc.integer({ min: 0, max: 60 });
    const flows = fc.record({ buildCost: amount, runCost: amount, benefit: amount, monthsToOutcome });
    fc.assert(
      fc.property(flows, (flow) => {
        const { buildCost, runCost, benefit } = flow;
        const future = { ...flow, discountRate: 0 };
        const scale = 1e-9 * (buildCost + 10 * runCost + 10 * benefit + 1);
        expect(Math.abs(netPresentValue(future, 10) - cumulatedFlow(future, 120))).toBeLessThan(scale);
        const paid = paybackMonths(future);
        if (paid === undefined || paid > 1e6) return;
        expect(Math.abs(Math.min(0, cumulatedFlow(future, paid)))).toBeLessThan(scale * (1 + paid));
        if (paid > 1) expect(cumulatedFlow(future, paid - 1)).toBeLessThan(scale * (1 + paid));
      }),
      seeded,
    );
  });

  test('PF11 more room never makes perfect decisions worth less', () => {
    const room = fc.integer({ min: 0, max: 60_000 });
    fc.assert(
      fc.property(room, room, share, (one, other, baseRate) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)].map((cases) => {
          const model = churnModel({
            baseRate: likely(baseRate),
            capacity: { cases: likely(cases), per: 'year' },
            today: { kind: 'yearly-cost', costPerYear: { likely: '900000' } },
          });
          return describeValueModel(model).baselines.find(({ kind }) => kind === 'perfect')?.valuePerYear;
        });
        expect(Number(more)).toBeGreaterThanOrEqual(Number(less) - 0.02);
      }),
      seeded,
    );
  });

  test('PF11 the gains of the segments add up to the net value and the fixed cost', () => {
    const money = fc.integer({ min: -1000, max: 0 }).map((amount) => constant(String(amount)));
    const part = fc.record({ weight: fc.integer({ min: 1, max: 9 }), baseRate: share, fn: money, tp: money });
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 2, maxLength: 6 }),
        fc.record({ recall: share, alarms: share, adoption: share }),
        (parts, { recall, alarms, adoption }) => {
          const total = parts.reduce((sum, { weight }) => sum + weight, 0);
          const model = churnModel({
            adoption: likely(adoption),
            today: { kind: 'recall-and-false-positive-rate', recall: likely(0.3), falsePositiveRate: likely(0.1) },
            expected: { recall: likely(recall), falsePositiveRate: likely(alarms) },
            segments: parts.map(({ weight, baseRate, fn, tp }, index) => ({
              name: `part ${index}`,
              share: likely(weight / total),
              baseRate: likely(baseRate),
              values: { fn, tp },
            })),
          });
          const { segments, netPerYear, fixedCostPerYear } = describeValueModel(model);
          const gains = segments?.parts.reduce((sum, { gainPerYear }) => sum + Number(gainPerYear), 0) ?? 0;
          expect(Math.abs(gains - Number(fixedCostPerYear) - Number(netPerYear))).toBeLessThan(0.5);
          expect(Number(segments?.netWherePays)).toBeGreaterThanOrEqual(Number(netPerYear) - 0.5);
        },
      ),
      seeded,
    );
  });

  test('PF11 the most extreme parts the contract allows give an answer the contract allows, and sentences', () => {
    const rate = fc.constantFrom(0, 1e-9, 0.04, 0.5, 1).map(likely);
    const model = fc.record({
      volumePerYear: fc.constantFrom(0, 1, 50_000, 1e12).map(likely),
      baseRate: rate,
      adoption: rate,
      expected: fc.record({ recall: rate, falsePositiveRate: rate }),
      capacity: fc.record({
        cases: fc.constantFrom(0, 1e-6, 10, 1e12).map(likely),
        per: fc.constantFrom('day' as const, 'year' as const),
        precision: rate,
      }),
      timing: fc.record({
        horizonYears: fc.constantFrom(1, 30),
        discountRate: rate,
        monthsToOutcome: fc.constantFrom(0, 7.5, 360).map(likely),
      }),
      segments: fc.tuple(rate, rate).map(([one, other]) => [
        { name: 'none', share: likely(0), baseRate: one },
        { name: 'all', share: likely(1), baseRate: other },
      ]),
      pilot: fc.record({ cases: fc.constantFrom(0, 1, 10_000_000) }),
    });
    fc.assert(
      fc.property(model, (changes) => {
        const today = { kind: 'yearly-cost' as const, costPerYear: { likely: '1500000' } };
        const scenarios = [{ name: 'none', changes: { volumePerYear: likely(0) } }];
        const result = evaluateValueModel(churnModel({ ...changes, today, scenarios }), { draws: 1000, bins: 2 });
        expect(valueResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
        for (const sentence of [...findingSentences(result, 'en'), ...findingSentences(result, 'nl')])
          expect(sentence).not.toMatch(/NaN|undefined|Infinity/);
      }),
      { ...seeded, numRuns: 25 },
    );
  });
});
