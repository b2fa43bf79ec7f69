import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type EvaluatingAnew, evaluatingAnew } from '../../../test/kit/evaluating.ts';
import { predictedStops } from '../../../test/kit/logged-predictions.ts';

const stops = predictedStops();

describeEachDatabase('the best held against the others case by case', (kit) => {
  let peil: TestPeil;
  let all: EvaluatingAnew;
  beforeAll(async () => {
    peil = await kit.openPeil();
  });
  beforeEach(async () => {
    all = await evaluatingAnew(peil);
  });
  afterAll(() => peil.close());
  const evaluated = async (name: string, table = stops) => all.evaluated(await all.logged(name, table));

  test('DS2 what bounds leave open the very same cases may tell: the difference by case, with bounds of its own', async () => {
    const wide = await evaluated('wide', predictedStops(0.1));
    expect((await all.ranking()).groups[0].pairs).toEqual([]);
    const keen = await evaluated('keen');
    const blind = await evaluated('blind', predictedStops(0.4));
    const [group] = (await all.ranking()).groups;
    const [best, second, third] = group.evaluations;
    expect(new Set([best.id, second.id, third.id])).toEqual(new Set([wide.id, keen.id, blind.id]));
    expect(second.high).toBeGreaterThan(best.low);
    const pairs = new Map(group.pairs.map((pair: { evaluationId: string }) => [pair.evaluationId, pair]));
    expect(new Set(pairs.keys())).toEqual(new Set([second.id, third.id]));
    for (const other of [second, third]) {
      const pair = pairs.get(other.id) as { cases: number; difference: number; low: number; high: number };
      expect(pair.cases).toBe(200);
      expect(pair.difference).toBeCloseTo(best.perMonth - other.perMonth, 6);
      expect(pair.low).toBeLessThanOrEqual(pair.difference);
      expect(pair.high).toBeGreaterThanOrEqual(pair.difference);
      expect(pair.high - pair.low).toBeLessThan(best.high - best.low + other.high - other.low);
    }
  });

  test('DS2 what becomes the best is held against all; what decides alike brings the same in every case', async () => {
    const blind = await evaluated('blind', predictedStops(0.4));
    const wide = await evaluated('wide', predictedStops(0.1));
    const perfect = { ...stops, data: stops.data.map((row) => row.with(2, row[1])) };
    const best = await evaluated('perfect', perfect);
    const twin = await evaluated('twin', { ...perfect, data: perfect.data.toReversed() });
    const [group] = (await all.ranking()).groups;
    expect([best.id, twin.id]).toContain(group.bestId);
    const known = group.pairs.map(({ evaluationId }: { evaluationId: string }) => evaluationId);
    const other = [best.id, twin.id].find((id) => id !== group.bestId);
    expect(new Set(known)).toEqual(new Set([other, blind.id, wide.id]));
    expect(group.pairs.find(({ evaluationId }: { evaluationId: string }) => evaluationId === other)).toMatchObject({
      difference: 0,
      low: 0,
      high: 0,
    });
  });

  test('DS2 without ids no case is known to be the same, and nothing is held against each other', async () => {
    const nameless = (shift: number) => {
      const { columns, data } = predictedStops(shift);
      return { columns: columns.slice(1), data: data.map((row) => row.slice(1)) };
    };
    await evaluated('one', nameless(0));
    await evaluated('two', nameless(0.1));
    const [group] = (await all.ranking()).groups;
    expect([group.evaluations.length, group.pairs]).toEqual([2, []]);
  });
});
