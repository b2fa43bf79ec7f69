import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type EvaluatingAnew, evaluatingAnew } from '../../../test/kit/evaluating.ts';
import { type LoggedRun, predictedStops } from '../../../test/kit/logged-predictions.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { workedValueModel } from '../../../test/kit/written-problem.ts';
import { evaluationDb } from './tables.ts';

const stops = predictedStops();

describeEachDatabase('what evaluations are priced by', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let problemId: string;
  let run: LoggedRun;
  let all: EvaluatingAnew;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    all = await evaluatingAnew(peil);
    ({ problemId } = all);
    run = await all.logged('forest', stops);
  });
  afterAll(() => peil.close());

  const evaluated = (body: object = {}, of = run) => all.evaluated(of, body);
  async function priceBy(values: object) {
    const url = `/api/problems/${problemId}/value`;
    const { version } = (await send(`GET ${url}`)).body;
    const sent = await send(`PUT ${url}`, { model: { ...workedValueModel, ...values } }, { version });
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
  }

  test('PF8 a segment of the value model is priced by its own share of the cases', async () => {
    const whole = await evaluated({ segment: 'Elsewhere' });
    await priceBy({
      segments: [
        { name: 'Hall 1', share: { likely: 0.25 }, baseRate: { likely: 0.1 } },
        { name: 'Hall 2', share: { likely: 0.75 }, baseRate: { likely: 0.02 } },
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

  test('PF8 what a segment says of its own amounts prices it, and each other way to decide its cases', async () => {
    const whole = await evaluated({ segment: 'hall 1' });
    const dear = { kind: 'constant', value: { likely: '-1800' } };
    await priceBy({
      segments: [
        { name: 'Hall 1', share: { likely: 0.25 }, baseRate: { likely: 0.1 }, values: { fn: dear } },
        { name: 'Hall 2', share: { likely: 0.75 }, baseRate: { likely: 0.02 } },
      ],
    });
    const { judged } = await evaluated({ segment: 'hall 1' });
    const [[tp, fn], [fp]] = judged.quality.cells;
    expect(judged.euros.perCase).toBeCloseTo((tp * -330 + fn * -1800 + fp * -60) / 200, 9);
    const perCase = (kind: string, of = judged.euros) =>
      (of.against.find((each: { kind: string }) => each.kind === kind).perMonth * 12) / of.volumePerYear;
    expect(perCase('nothing')).toBeCloseTo(-1800 * 0.1, 9);
    // The rule of today catches 35 of 100 in every part; among all cases one of five alarms is right, at 4 % of both parts together.
    const falseAlarms = (0.35 * 0.04 * (1 - 0.2)) / (0.2 * (1 - 0.04));
    const today = (miss: number) => 0.1 * (0.35 * -330 + 0.65 * miss) + 0.9 * falseAlarms * -60;
    expect(perCase('today')).toBeCloseTo(today(-1800), 9);
    expect(perCase('today', whole.judged.euros)).toBeCloseTo(today(-900), 9);
  });

  test('PF8 a new value model is a new evaluation from what was counted; the old one stays, and nothing changes it', async () => {
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
    const anew = await all.show(rescored.body.begun[0]);
    expect(anew).toMatchObject({
      state: 'done',
      rescoredFrom: old.id,
      judged: { quality: { cells: old.judged.quality.cells } },
    });
    expect(anew.judged.euros.perCase).toBeCloseTo(
      old.judged.euros.perCase - (900 * old.judged.quality.cells[0][1]) / 200,
      9,
    );
    expect(await all.show(old.id)).toEqual({ ...old, newerValue: { source: 'draft', number: 2 } });
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
    const challenger = await all.logged('boosted', predictedStops(0.05));
    const { judged } = await evaluated({ championId: champion.id }, challenger);
    expect(judged.euros.champion).toMatchObject({ evaluationId: champion.id, runName: 'forest', cases: 200 });
    expect(judged.euros.champion.difference).toBeCloseTo(judged.euros.perMonth - champion.judged.euros.perMonth, 6);
    const turned = {
      ...stops,
      data: stops.data.map((row, index) => (index < 3 ? row.with(1, 1 - Number(row[1])) : row)),
    };
    expect(await evaluated({ championId: champion.id }, await all.logged('turned', turned))).toMatchObject({
      state: 'failed',
      failure: { code: 'evaluation.other_truths', message: expect.stringMatching(/^3 cases /) },
    });
    const onNothing = await all.begin(challenger, { artifact: 'eval.json', championId: champion.id });
    expect(onNothing).toMatchObject({ status: 409, body: { error: { code: 'evaluation.champion_elsewhere' } } });
    const nameless = await all.logged('nameless', {
      columns: ['truth', 'score'],
      data: stops.data.map(([, truth, score]) => [truth, score]),
    });
    expect(await evaluated({ championId: champion.id }, nameless)).toMatchObject({
      state: 'failed',
      failure: { code: 'evaluation.not_paired' },
    });
  });
});
