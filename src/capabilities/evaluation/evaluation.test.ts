import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type Evaluating, evaluatingIn, toTenDigits } from '../../../test/kit/evaluating.ts';
import {
  evaluationData,
  logArtifact,
  loggedRun,
  type LoggedRun,
  predictedStops,
} from '../../../test/kit/logged-predictions.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { workedValueModel, writtenProblem } from '../../../test/kit/written-problem.ts';
import { evaluationDb } from './tables.ts';

const stops = predictedStops();

describeEachDatabase('evaluations', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let problemId: string;
  let versionId: string;
  let run: LoggedRun;
  let all: Evaluating;
  let isTouched = true;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    if (isTouched) await beginAnew();
    run = await logged('forest', stops);
  });
  afterAll(() => peil.close());

  /** A problem of its own, for what changes it or looks at all of it; the others share one. */
  async function beginAnew(): Promise<void> {
    ({ problemId } = await writtenProblem(peil));
    versionId = await evaluationData(peil, problemId);
    all = evaluatingIn(peil, { problemId, versionId }, send);
    isTouched = false;
  }
  const begin = (body: object, of = run) => all.begin(of, body);
  const evaluated = (body: object = {}, of = run) => all.evaluated(of, body);
  const { logged, show }: Pick<Evaluating, 'logged' | 'show'> = {
    logged: (...given) => all.logged(...given),
    show: (...given) => all.show(...given),
  };
  const withTable = async (data: unknown[][], body: object = {}, columns = stops.columns) =>
    evaluated(body, await logged('other', { columns, data }));
  async function priceBy(values: object) {
    isTouched = true;
    const url = `/api/problems/${problemId}/value`;
    const { version } = (await send(`GET ${url}`)).body;
    const sent = await send(`PUT ${url}`, { model: { ...workedValueModel, ...values } }, { version });
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
  }

  test('PF8 predictions of log_table become a confusion matrix, metrics and euros, in a sentence', async () => {
    const begun = await begin({ artifact: 'eval.json', datasetVersionId: versionId });
    expect([begun.status, begun.events]).toEqual([201, ['evaluation.begun']]);
    expect(begun.body).toMatchObject({ state: 'waiting', judged: null, sentence: null, pricedBy: { source: 'draft' } });
    await peil.services.jobs.runDue();
    const { judged, ...evaluation } = await show(begun.body.id);
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
    expect((await show(begun.body.id, 'nl')).sentence).toMatch(/^Vindt \d+ van de 100 .* boven de huidige praktijk/);
    expect(evaluation.warnings).toEqual([expect.stringContaining('the value model counts on 4%')]);
  });

  test('PF8 a segment of the value model is priced by its own share of the cases', async () => {
    const whole = await evaluated({ segment: 'Elsewhere' });
    await priceBy({
      segments: [
        { name: 'Hall 1', share: { likely: 0.25 }, baseRate: { likely: 0.1 } },
        { name: 'Hall 2', share: { likely: 0.75 } },
      ],
    });
    const part = await evaluated({ segment: 'hall 1' });
    const [of, other] = [whole.judged.euros, part.judged.euros];
    expect(other.perCase).toBeCloseTo(of.perCase, 9);
    expect([other.perMonth * 4, other.high * 4]).toEqual([expect.closeTo(of.perMonth, 6), expect.closeTo(of.high, 6)]);
    for (const [index, { kind, perMonth }] of other.against.entries())
      expect([kind, perMonth * 4]).toEqual([of.against[index].kind, expect.closeTo(of.against[index].perMonth, 6)]);
    expect([of.expectedBaseRate, other.expectedBaseRate]).toEqual([0.04, 0.1]);
    expect(part.warnings).toEqual([]);
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

  test('PF8 a new value model is a new evaluation from what was counted; the old one stays, and nothing changes it', async () => {
    await beginAnew();
    run = await logged('forest', stops);
    const old = await evaluated();
    await priceBy({
      values: {
        ...(workedValueModel.task === 'binary' ? workedValueModel.values : {}),
        fn: { kind: 'constant', value: { likely: '-1800' } },
      },
    });
    const rescored = await send(`POST /api/problems/${problemId}/evaluations/rescore`);
    expect(rescored).toMatchObject({ status: 200, events: ['evaluation.begun'] });
    await peil.services.jobs.runDue();
    const anew = await show(rescored.body.begun[0]);
    expect(anew).toMatchObject({
      state: 'done',
      rescoredFrom: old.id,
      judged: { quality: { cells: old.judged.quality.cells } },
    });
    expect(anew.judged.euros.perCase).toBeCloseTo(
      old.judged.euros.perCase - (900 * old.judged.quality.cells[0][1]) / 200,
      9,
    );
    expect(await show(old.id)).toEqual({ ...old, newerValue: { source: 'draft', number: 2 } });
    expect((await send(`POST /api/problems/${problemId}/evaluations/rescore`)).body.begun).toEqual([]);
    const change = evaluationDb(peil.services.database.writer)
      .updateTable('evaluation')
      .set({ judged: '{}' })
      .where('id', '=', old.id)
      .execute();
    await expect(change).rejects.toThrow(/never changed/);
  });

  test('PF8 amounts by row: the mean of the rows, what perfect decisions bring, and cases drawn anew', async () => {
    const byRow = (rate: string) => ({ kind: 'per-row', column: 'minutes', rate, plus: '0', mean: { likely: 30 } });
    await priceBy({
      values: {
        tp: { kind: 'constant', value: { likely: '-100' } },
        fn: byRow('-10'),
        fp: { kind: 'constant', value: { likely: '-60' } },
        tn: { kind: 'constant', value: { likely: '0' } },
      },
    });
    const { judged } = await evaluated();
    const worth = stops.data.map(([, truth, score, , minutes]) => {
      const acts = Number(score) >= 0.5;
      if (truth === 0) return acts ? -60 : 0;
      return acts ? -100 : -10 * Number(minutes);
    });
    expect(judged.euros.perCase).toBeCloseTo(worth.reduce<number>((sum, each) => sum + each, 0) / 200, 9);
    const best = stops.data.map(([, truth, , , minutes]) => (truth === 0 ? 0 : Math.max(-100, -10 * Number(minutes))));
    const perfect = judged.euros.against.find(({ kind }: { kind: string }) => kind === 'perfect');
    expect(perfect.perMonth).toBeCloseTo((best.reduce((sum, each) => sum + each, 0) / 200) * (50_000 / 12), 6);
    expect(judged.euros).toMatchObject({ interval: { method: 'bootstrap' } });
    expect(judged.euros.low).toBeLessThan(judged.euros.perMonth);
    expect(judged.euros.high).toBeGreaterThan(judged.euros.perMonth);
  });

  test('PF8 a champion is met on the very cases that both have', async () => {
    const champion = await evaluated();
    const challenger = await logged('boosted', predictedStops(0.05));
    const { judged } = await evaluated({ championId: champion.id }, challenger);
    expect(judged.euros.champion).toMatchObject({ evaluationId: champion.id, runName: 'forest', cases: 200 });
    expect(judged.euros.champion.difference).toBeCloseTo(judged.euros.perMonth - champion.judged.euros.perMonth, 6);
    const turned = {
      ...stops,
      data: stops.data.map((row, index) => (index < 3 ? row.with(1, 1 - Number(row[1])) : row)),
    };
    expect(await evaluated({ championId: champion.id }, await logged('turned', turned))).toMatchObject({
      state: 'failed',
      failure: { code: 'evaluation.other_truths', message: expect.stringMatching(/^3 cases /) },
    });
    const onNothing = await begin({ artifact: 'eval.json', championId: champion.id }, challenger);
    expect(onNothing).toMatchObject({ status: 409, body: { error: { code: 'evaluation.champion_elsewhere' } } });
    const nameless = await logged('nameless', {
      columns: ['truth', 'score'],
      data: stops.data.map(([, truth, score]) => [truth, score]),
    });
    expect(await evaluated({ championId: champion.id }, nameless)).toMatchObject({
      state: 'failed',
      failure: { code: 'evaluation.not_paired' },
    });
  });

  test('DS2 only what was measured alike is ranked; the rest says why, and what would make it comparable', async () => {
    await beginAnew();
    run = await logged('forest', stops);
    const first = await evaluated();
    const better = await evaluated({ threshold: first.judged.euros.threshold.best }, await logged('better', stops));
    const onOther = await evaluated({ split: 'test' }, await logged('split', stops));
    const unpriced = await evaluated({ value: 'none' }, await logged('unpriced', stops));
    const nowhere = await evaluated({ datasetVersionId: null }, await logged('nowhere', stops));
    const fewer = await withTable(stops.data.slice(10));
    const { groups, apart, alone } = (await send(`GET /api/problems/${problemId}/evaluations/ranking`)).body;
    expect(groups[0]).toMatchObject({ bestId: better.id, isInEuros: true, metric: 'euros a month' });
    expect(groups[0].evaluations.map(({ id }: { id: string }) => id)).toEqual([better.id, first.id]);
    expect(alone.map(({ id }: { id: string }) => id)).toEqual([nowhere.id]);
    const why = Object.fromEntries(apart.map((each: { evaluationId: string }) => [each.evaluationId, each]));
    expect(why[onOther.id]).toMatchObject({ differences: [{ what: 'split' }], repair: { kind: 'evaluate' } });
    expect(why[unpriced.id]).toMatchObject({ differences: [{ what: 'value' }], repair: { kind: 'rescore' } });
    expect(why[nowhere.id]).toMatchObject({ differences: [{ what: 'data' }] });
    expect(why[fewer.id]).toMatchObject({ differences: [{ what: 'cases' }], repair: { kind: 'log' } });
    const rescored = await send(`POST /api/problems/${problemId}/evaluations/${unpriced.id}/rescore`, {});
    expect(rescored.status).toBe(201);
    await peil.services.jobs.runDue();
    const after = (await send(`GET /api/problems/${problemId}/evaluations/ranking`)).body;
    expect(after.groups[0].evaluations).toHaveLength(3);
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
