import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type Evaluating, evaluatingIn, parquetOf, problemPricedBy } from '../../../test/kit/evaluating.ts';
import { evaluationData, logArtifact, loggedRun } from '../../../test/kit/logged-predictions.ts';
import type { ValueModel } from '../value/contract.ts';
import { delayModel, triageModel } from '../value/model-fixtures.ts';

/** Truth, decision, how many such cases, in which hall: every figure below is counted from these by hand. */
const triaged = [
  ['healthy', 'healthy', 60, 'a'],
  ['healthy', 'worn', 6, 'a'],
  ['healthy', 'ask', 4, 'b'],
  ['worn', 'worn', 12, 'a'],
  ['worn', 'healthy', 5, 'b'],
  ['worn', 'failing', 3, 'b'],
  ['failing', 'failing', 7, 'b'],
  ['failing', 'healthy', 2, 'b'],
  ['failing', 'worn', 1, 'a'],
] as const;
/** A predicted class stands for the decision that pays best for it: healthy 0 (leave), worn 40 (service), failing 120 (replace). */
const worth: Record<string, Record<string, number>> = {
  healthy: { healthy: 0, worn: -20, failing: -50, ask: -8 },
  worn: { healthy: -100, worn: 40, failing: -30, ask: -12 },
  failing: { healthy: -400, worn: -150, failing: 120, ask: -20 },
};
const total = triaged.reduce((sum, [truth, decision, many]) => sum + many * (worth[truth]?.[decision] ?? NaN), 0);

/** Minutes that turned out and that were predicted: errors of +4, -6, -20, 0 and +0.5, each forty times. */
const delays = [
  [10, 14],
  [30, 24],
  [40, 20],
  [5, 5],
  [8, 8.5],
] as const;
/** 2 by minute over and 5 by minute under, the first minute free, 40 beyond 15 too early: 3·2, 5·5, 19·5 + 40. */
const costOf = [6, 25, 135, 0, 0];

describeEachDatabase('predictions of classes and of numbers', (kit) => {
  let peil: TestPeil;
  beforeAll(async () => {
    peil = await kit.openPeil();
  });
  afterAll(() => peil.close());

  async function pricedBy(model: ValueModel): Promise<{ problemId: string; all: Evaluating }> {
    const problemId = await problemPricedBy(peil, model);
    const versionId = await evaluationData(peil, problemId);
    return { problemId, all: evaluatingIn(peil, { problemId, versionId }) };
  }

  test('SM1 PF8 classes of log_table become a matrix of every class, metrics, euros and a sentence', async () => {
    const { all } = await pricedBy(triageModel());
    const data = triaged.flatMap(([truth, predicted, many, hall]) =>
      Array.from({ length: many }, (_, index) => [`${truth}-${predicted}-${index}`, truth, predicted, hall]),
    );
    const run = await all.logged('triage', { columns: ['id', 'label', 'prediction', 'segment'], data });
    const { judged, sentence, asked, warnings } = await all.evaluated(run);
    expect(asked).toMatchObject({ threshold: null, columns: { truth: 'label', predicted: 'prediction' } });
    expect(judged.counts).toMatchObject({ rows: 100, cases: 100, withoutPrediction: 0, repeatedIds: 0 });
    expect(judged.quality.decisions).toEqual(['leave', 'service', 'replace', 'ask']);
    expect(judged.quality.cells).toEqual([
      [60, 6, 0, 4],
      [5, 12, 3, 0],
      [2, 1, 7, 0],
    ]);
    expect(judged.euros.perCase).toBeCloseTo(total / 100, 9);
    expect(judged.euros.perMonth).toBeCloseTo(((total / 100) * 10_000) / 12, 6);
    const other = Object.fromEntries(
      judged.euros.against.map((each: { kind: string; perMonth: number }) => [each.kind, each.perMonth]),
    );
    const aMonth = (sum: number) => expect.closeTo((sum / 100) * (10_000 / 12), 6);
    expect(other).toMatchObject({
      // Leaving all: 20 worn and 10 failing are missed; the best for each truth: 20 at 40 and 10 at 120.
      nothing: aMonth(20 * -100 + 10 * -400),
      perfect: aMonth(20 * 40 + 10 * 120),
      // At the rates of the value model, with its 5,000 a year beside.
      today: aMonth(
        70 * (0.05 * -20 + 0.05 * -8) +
          20 * (0.3 * -100 + 0.5 * 40 + 0.1 * -30 + 0.1 * -12) +
          10 * (0.2 * -400 + 0.1 * -150 + 0.5 * 120 + 0.2 * -20) -
          100 * 0.5,
      ),
    });
    const { low, high, perMonth } = judged.euros;
    expect(low < perMonth && perMonth < high).toBe(true);
    const [{ parts }] = judged.slices;
    expect(parts.map(({ value, cases }: { value: string; cases: number }) => [value, cases])).toEqual([
      ['a', 79],
      ['b', 21],
    ]);
    expect(parts.reduce((sum: number, part: { total: number }) => sum + part.total, 0)).toBeCloseTo(total, 6);
    expect(sentence).toMatch(/^Decides on 100 cases; .* a month .* today's practice/);
    expect(warnings).toEqual([]);
  });

  test('PF8 classes without a value model: accuracy, each class, and a class that was never predicted', async () => {
    const { all } = await pricedBy(triageModel());
    const data = [
      ['cat', 'cat'],
      ['cat', 'dog'],
      ['dog', 'dog'],
      ['dog', 'dog'],
      ['owl', 'cat'],
      ['owl', null],
    ];
    const run = await all.logged('animals', { columns: ['truth', 'predicted'], data });
    const { judged } = await all.evaluated(run, { value: 'none' });
    expect(judged.counts).toMatchObject({ rows: 6, cases: 5, withoutPrediction: 1, repeatedIds: null });
    expect(judged.quality).toMatchObject({
      truths: ['cat', 'dog', 'owl'],
      cells: [
        [1, 1, 0],
        [0, 2, 0],
        [1, 0, 0],
      ],
      accuracy: { count: 3, total: 5 },
      // cat: 2/(2+1+1), dog: 4/(4+0+1), owl: 0.
      macroF1: expect.closeTo((0.5 + 0.8 + 0) / 3, 9),
    });
    expect(judged.quality.classes[2]).toMatchObject({ name: 'owl', recall: { value: 0 }, precision: null, f1: 0 });
  });

  test('PF8 numbers of a Parquet file become errors and euros, each as counted by hand', async () => {
    const { problemId, all } = await pricedBy(delayModel());
    const run = await loggedRun(peil, { problemId, name: 'minutes' });
    const rows = delays.map(([truth, prediction]) => `(${truth}, ${prediction})`).join(', ');
    const content = await parquetOf(
      peil,
      `select 'f' || i || '-' || y as flight, y as actual, p::double as prediction, if(y > 20, 'far', 'near') as region
       from (values ${rows}) v(y, p), range(40) r(i)`,
    );
    await logArtifact(peil, run, { path: 'eval/predictions.parquet', content });
    const { judged, asked, sentence } = await all.evaluated(run, {
      artifact: 'eval/predictions.parquet',
      columns: { id: 'flight' },
    });
    expect(asked).toMatchObject({
      format: 'parquet',
      columns: { truth: 'actual', predicted: 'prediction', id: 'flight' },
    });
    expect(judged.counts).toMatchObject({ rows: 200, cases: 200, repeatedIds: 0 });
    const errors = delays.map(([y, p]) => p - y);
    const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
    expect(judged.quality).toMatchObject({
      unit: 'minutes',
      meanError: expect.closeTo(mean(errors), 9),
      meanSize: expect.closeTo(mean(errors.map(Math.abs)), 9),
      rootMeanSquare: expect.closeTo(Math.sqrt(mean(errors.map((e) => e * e))), 9),
    });
    const truths = delays.map(([y]) => y);
    const variance = mean(truths.map((y) => (y - mean(truths)) ** 2));
    expect(judged.quality.r2).toBeCloseTo(1 - mean(errors.map((e) => e * e)) / variance, 9);
    expect(judged.quality.quantiles.find(({ share }: { share: number }) => share === 0.5).error).toBe(0);
    const bars = judged.quality.histogram as { cases: number }[];
    expect(bars.reduce((sum, { cases }) => sum + cases, 0)).toBe(200);
    expect([bars[0]?.cases, bars.at(-1)?.cases]).toEqual([40, 40]);
    const perCase = -mean(costOf);
    expect(judged.euros.perCase).toBeCloseTo(perCase, 9);
    expect(judged.euros.perMonth).toBeCloseTo((perCase * 50_000) / 12, 6);
    expect(judged.euros).toMatchObject({ interval: { method: 'bootstrap' }, threshold: null });
    const other = Object.fromEntries(
      judged.euros.against.map((each: { kind: string; perMonth: number }) => [each.kind, each.perMonth]),
    );
    // One number for all, at the quantile 5/(5 + 2) of the truths, is 30 minutes: 19·2, 0, 9·5, 24·2, 21·2.
    expect(other['constant']).toBeCloseTo((-mean([38, 0, 45, 48, 42]) * 50_000) / 12, 6);
    expect(other['perfect']).toBe(0);
    const parts = judged.slices[0].parts as { value: string; cases: number; total: number; quality: number }[];
    expect(parts).toMatchObject([
      { value: 'near', cases: 120, total: expect.closeTo(-40 * 6, 6), quality: expect.closeTo(4.5 / 3, 9) },
      { value: 'far', cases: 80, total: expect.closeTo(-40 * 160, 6), quality: expect.closeTo(13, 9) },
    ]);
    expect(sentence).toMatch(/^Is 6.1 minutes off on average/);
  });

  test('PF8 what is no number in a table of numbers is counted and told', async () => {
    const { all } = await pricedBy(delayModel());
    const data = [
      ['a', 10, 12],
      ['a', 20, 18],
      ['b', null, 3],
      ['c', 'late', 3],
      ['d', 5, null],
      ['e', 5, 'Infinity'],
      ['f', 'NaN', 1],
    ];
    const run = await all.logged('rough', { columns: ['id', 'truth', 'predicted'], data });
    const { judged, state } = await all.evaluated(run);
    expect([state, judged.counts]).toEqual([
      'done',
      {
        rows: 7,
        cases: 2,
        withoutTruth: 1,
        unknownTruth: 2,
        withoutPrediction: 2,
        withoutAmount: 0,
        repeatedIds: 1,
      },
    ]);
  });
});
