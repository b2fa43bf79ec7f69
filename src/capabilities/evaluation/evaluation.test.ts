import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type EvaluatingAnew, evaluatingAnew, toTenDigits } from '../../../test/kit/evaluating.ts';
import { logArtifact, loggedRun, type LoggedRun, predictedStops } from '../../../test/kit/logged-predictions.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';

const stops = predictedStops();

describeEachDatabase('evaluations', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let problemId: string;
  let versionId: string;
  let run: LoggedRun;
  let all: EvaluatingAnew;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
    all = await evaluatingAnew(peil);
    ({ problemId, versionId } = all);
  });
  beforeEach(async () => {
    run = await all.logged('forest', stops);
  });
  afterAll(() => peil.close());

  const begin = (body: object, of = run) => all.begin(of, body);
  const evaluated = (body: object = {}, of = run) => all.evaluated(of, body);
  const withTable = async (data: unknown[][], body: object = {}) =>
    evaluated(body, await all.logged('other', { columns: stops.columns, data }));

  test('PF8 predictions of log_table become a confusion matrix, metrics and euros, in a sentence', async () => {
    const begun = await begin({ artifact: 'eval.json', datasetVersionId: versionId });
    expect([begun.status, begun.events]).toEqual([201, ['evaluation.begun']]);
    expect(begun.body).toMatchObject({ state: 'waiting', judged: null, sentence: null, pricedBy: { source: 'draft' } });
    await peil.services.jobs.runDue();
    const { judged, ...evaluation } = await all.show(begun.body.id);
    const acted = stops.data.filter(([, , score]) => Number(score) >= 0.5);
    const tp = acted.filter(([, truth]) => truth === 1).length;
    const fp = acted.length - tp;
    expect(evaluation).toMatchObject({ state: 'done', progress: 1, asked: { positiveClass: '1', threshold: 0.5 } });
    expect(judged.quality.cells).toEqual([
      [tp, 20 - tp],
      [fp, 180 - fp],
    ]);
    const perCase = (tp * -330 + (20 - tp) * -900 + fp * -60) / 200;
    expect(judged.euros.perCase).toBeCloseTo(perCase, 9);
    expect(judged.euros.perMonth).toBeCloseTo((perCase * 50_000) / 12, 6);
    const against = Object.fromEntries(judged.euros.against.map((each: { kind: string }) => [each.kind, each]));
    expect(against['nothing'].perMonth).toBeCloseTo((-90 * 50_000) / 12, 6);
    expect(against['all'].perMonth).toBeCloseTo(((20 * -330 + 180 * -60) / 200) * (50_000 / 12), 6);
    expect(against['perfect'].perMonth).toBeCloseTo((-33 * 50_000) / 12, 6);
    expect(against['level'].perMonth - against['today'].perMonth).toBeCloseTo(10_000, 6);
    expect(judged.euros).toMatchObject({ interval: { method: 'dirichlet' } });
    for (const { low, high, difference } of judged.euros.against) {
      expect(low).toBeLessThanOrEqual(difference);
      expect(high).toBeGreaterThanOrEqual(difference);
    }
    expect(evaluation.sentence).toMatch(
      /^Catches \d+ of 100 .* a month above today's practice, between .*; above the level\.$/,
    );
    expect((await all.show(begun.body.id, 'nl')).sentence).toMatch(
      /^Vindt \d+ van de 100 .* boven de huidige praktijk/,
    );
    expect(evaluation.warnings).toEqual([expect.stringContaining('the value model counts on 4%')]);
  });

  test('PF8 every point of the curve is the table that acting from there on gives, and the best one pays most', async () => {
    const { judged } = await evaluated();
    expect(judged.quality.isExact).toBe(true);
    for (const { threshold, tp, fp, fn, tn } of judged.quality.curve) {
      const acted = stops.data.filter(([, , score]) => Number(score) >= threshold);
      const hits = acted.filter(([, truth]) => truth === 1).length;
      expect([tp, fp, fn, tn]).toEqual([hits, acted.length - hits, 20 - hits, 180 - acted.length + hits]);
    }
    const { best, perMonth, regret } = judged.euros.threshold;
    expect(Math.max(...judged.quality.curve.map((each: { perMonth: number }) => each.perMonth))).toBe(perMonth);
    expect(regret).toBeCloseTo(perMonth - judged.euros.perMonth, 6);
    const at = await evaluated({ threshold: best });
    expect(at.judged.euros).toMatchObject({
      perMonth: expect.closeTo(perMonth, 6),
      threshold: { regret: expect.closeTo(0, 6) },
    });
    const pairs = stops.data
      .filter(([, t]) => t === 1)
      .flatMap(([, , p]) =>
        stops.data.filter(([, t]) => t === 0).map(([, , n]) => (Number(p) > Number(n) ? 1 : p === n ? 0.5 : 0)),
      );
    expect(judged.quality.metrics.auc).toBeCloseTo(
      pairs.reduce<number>((sum, each) => sum + each, 0) / pairs.length,
      9,
    );
  });

  test('PF8 the parts of a segment add up to the whole, and CSV gives what JSON gives', async () => {
    const json = await evaluated();
    const parts = json.judged.slices[0].parts;
    expect(parts.map(({ value }: { value: string }) => value)).toEqual(['hall 2', 'hall 1']);
    const total = (name: string) =>
      parts.reduce((sum: number, part: Record<string, number>) => sum + (part[name] ?? 0), 0);
    expect(total('cases')).toBe(200);
    expect(total('total')).toBeCloseTo(json.judged.euros.total, 6);
    const csv = [stops.columns, ...stops.data].map((row) => row.join(',')).join('\n');
    await logArtifact(peil, run, { path: 'eval.csv', content: csv });
    const other = await evaluated({ artifact: 'eval.csv' });
    expect(toTenDigits(other.judged)).toEqual(toTenDigits(json.judged));
  });

  test('PF8 what is missing is counted and told; ids that stand twice too', async () => {
    const data = stops.data.map((row) => [...row]);
    for (const [index, place, value] of [
      [1, 1, null],
      [2, 2, null],
      [3, 2, 'NaN'],
      [5, 0, 'm4'],
    ] as const)
      data[index]![place] = value;
    const { judged, warnings } = await withTable(data);
    expect(judged.counts).toEqual({
      rows: 200,
      cases: 197,
      withoutTruth: 1,
      unknownTruth: 0,
      withoutPrediction: 2,
      withoutAmount: 0,
      repeatedIds: 1,
    });
    expect(warnings.join(' ')).toMatch(/1 rows have no truth.*2 rows have no prediction.*1 rows have an id/);
  });

  const hopeless: readonly (readonly [string, unknown[][], string, object])[] = [
    ['no rows', [], 'no_cases', {}],
    ['one class', stops.data.filter(([, truth]) => truth === 0), 'one_class', {}],
    ['three classes', stops.data.map((row, index) => row.with(1, index % 3)), 'not_binary', {}],
    ['another class', stops.data, 'no_positive', { positiveClass: 'late' }],
    ['no predictions', stops.data.map((row) => row.with(2, null)), 'no_cases', {}],
  ];
  for (const [what, data, code, body] of hopeless)
    test(`PF8 ${what} are told in a sentence, never in a figure`, async () => {
      const failure = { code: `evaluation.${code}`, message: expect.stringMatching(/\.$/) };
      expect(await withTable(data, body)).toMatchObject({ state: 'failed', judged: null, failure });
    });

  test('PF8 what cannot be evaluated is refused with what to do', async () => {
    const table = { artifact: 'eval.json' };
    const inInbox = await loggedRun(peil, { problemId: null, name: 'nobody' });
    expect(await begin(table, inInbox)).toMatchObject({
      status: 404,
      body: { error: { code: 'evaluation.run_elsewhere' } },
    });
    expect(await begin({ artifact: 'none.json' })).toMatchObject({ status: 404 });
    expect(await begin({ artifact: 'model.pkl' })).toMatchObject({
      status: 422,
      body: { error: { code: 'evaluation.bad_format' } },
    });
    expect(await begin({ ...table, columns: { truth: 'x"; drop table run' } })).toMatchObject({
      status: 422,
      body: { error: { code: 'evaluation.no_column' } },
    });
    expect(await begin({ ...table, value: 'level' })).toMatchObject({
      status: 409,
      body: { error: { code: 'evaluation.no_level' } },
    });
    expect(await begin({ ...table, datasetVersionId: 'elsewhere' })).toMatchObject({
      status: 404,
      body: { error: { code: 'evaluation.no_data' } },
    });
    await logArtifact(peil, run, { path: 'broken.json', content: '{"columns": [' });
    expect(await begin({ artifact: 'broken.json' })).toMatchObject({
      status: 422,
      body: { error: { code: 'evaluation.unreadable' } },
    });
  });

  test('PF8 the tables of a run are offered with what their columns seem to be', async () => {
    await logArtifact(peil, run, { path: 'notes/params.json', content: '{"a": 1}' });
    const listed = (await send(`GET /api/problems/${problemId}/runs/${run.runId}/predictions`)).body;
    expect(listed.tables).toEqual([
      {
        artifact: 'eval.json',
        columns: stops.columns,
        guess: { truth: 'truth', score: 'score', predicted: null, id: 'id', segments: ['segment'] },
      },
    ]);
    expect(listed).toMatchObject({ task: 'binary', data: [{ versionId, number: 1 }], values: [{ source: 'draft' }] });
  });
});
