import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { priceAnew } from '../../../test/kit/evaluated-runs.ts';
import { type Evaluating, evaluatingIn } from '../../../test/kit/evaluating.ts';
import { evaluationData, predictedStops } from '../../../test/kit/logged-predictions.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { workedValueModel, writtenProblem } from '../../../test/kit/written-problem.ts';
import type { BinaryValueModel } from '../value/contract.ts';

const stops = predictedStops();
const sorted = (...ids: string[]) => ids.toSorted();
const worked = workedValueModel as BinaryValueModel;
const dearer = (likely: string): BinaryValueModel => ({
  ...worked,
  values: { ...worked.values, fn: { kind: 'constant', value: { likely } } },
});

describeEachDatabase('what is made to compare', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let problemId: string;
  let all: Evaluating;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    ({ problemId } = await writtenProblem(peil));
    all = evaluatingIn(peil, { problemId, versionId: await evaluationData(peil, problemId) }, send);
  });
  afterAll(() => peil.close());

  const alike = (id: string, like: string) =>
    send(`POST /api/problems/${problemId}/evaluations/${id}/evaluate-alike`, { like });
  async function madeAlike(id: string, like: string) {
    const begun = await alike(id, like);
    expect([begun.status, begun.events], JSON.stringify(begun.body)).toEqual([201, ['evaluation.begun']]);
    await peil.services.jobs.runDue();
    return all.show(begun.body.id);
  }
  const idsOf = ({ evaluations }: { evaluations: { id: string }[] }) => sorted(...evaluations.map(({ id }) => id));

  test('DS2 one request evaluates the same predictions as the others were; the old one stays, and is no open question', async () => {
    const forest = await all.evaluated(await all.logged('forest', stops), { split: 'test' });
    const better = await all.evaluated(await all.logged('better', predictedStops(0.02)), { split: 'test' });
    const own = await all.evaluated(await all.logged('own', predictedStops(0.05)), {
      datasetVersionId: null,
      value: 'none',
      threshold: 0.4,
    });
    const { groups, apart } = await all.ranking();
    expect(apart).toMatchObject([{ evaluationId: own.id, repair: { kind: 'evaluate' } }]);
    expect(apart[0].differences.map(({ what }: { what: string }) => what)).toEqual(['data', 'split', 'value']);
    expect(groups[0]).toMatchObject({ place: 'Nights, version 1, part “test”', currency: 'EUR' });
    const differences = `/api/problems/${problemId}/evaluations/${forest.id}/differences`;
    expect((await send(`GET ${differences}?of=${better.id},${own.id}`)).body).toEqual({
      place: groups[0].place,
      value: { source: forest.pricedBy.source, number: forest.pricedBy.number },
      apart,
    });
    const many = Array.from({ length: 101 }, (_, index) => `e${index}`).join(',');
    expect(await send(`GET ${differences}?of=${many}`)).toMatchObject({ status: 400 });
    expect(await send(`GET ${differences}?of=none`)).toMatchObject({ status: 404 });
    const made = await madeAlike(own.id, groups[0].bestId);
    expect(made).toMatchObject({
      state: 'done',
      rescoredFrom: own.id,
      data: forest.data,
      pricedBy: forest.pricedBy,
      asked: { ...own.asked, split: 'test', championId: groups[0].bestId },
      judged: { quality: { cells: own.judged.quality.cells } },
    });
    expect(made.judged.euros.champion).toMatchObject({ evaluationId: groups[0].bestId, cases: 200 });
    expect(await all.show(own.id)).toEqual(own);
    const after = await all.ranking();
    expect(after.groups.map(idsOf)).toEqual([sorted(forest.id, better.id, made.id)]);
    expect(after.apart).toEqual([]);
  });

  test('SM1 it is priced by the very value model of the others, also where that is in force no more', async () => {
    const old = await all.evaluated(await all.logged('old', stops));
    expect(old.newerValue).toBeNull();
    await priceAnew(peil, problemId, dearer('-1800'));
    const own = await all.evaluated(await all.logged('own', predictedStops(0.05)));
    const { source, number } = own.pricedBy;
    expect(await all.show(old.id)).toMatchObject({ newerValue: { source, number } });
    expect(await all.ranking()).toMatchObject({ behind: { value: { source, number }, evaluations: 1 } });
    const made = await madeAlike(own.id, old.id);
    expect(made).toMatchObject({ pricedBy: old.pricedBy, newerValue: { source, number } });
    const { groups } = await all.ranking();
    const group = groups.find((each: { bestId: string }) => [old.id, made.id].includes(each.bestId));
    expect(idsOf(group)).toEqual(sorted(old.id, made.id));
    // Held against the other group, what is in neither place is told from there.
    const other = groups.find((each: { key: string }) => each.key !== group.key);
    const held = await all.ranking(`?key=${other.key}`);
    expect(held.key).toBe(other.key);
    expect(held.apart).toMatchObject([{ evaluationId: old.id, repair: { kind: 'rescore' } }]);
  });

  test('DS2 other cases are never made to compare: neither where their number differs, nor where their ids do', async () => {
    const forest = await all.evaluated(await all.logged('forest', stops), { split: 'test' });
    const fewer = await all.evaluated(await all.logged('fewer', { ...stops, data: stops.data.slice(10) }));
    expect(await alike(fewer.id, forest.id)).toMatchObject({
      status: 409,
      body: { error: { code: 'evaluation.other_cases', message: expect.stringMatching(/\.$/) } },
    });
    const { apart } = await all.ranking();
    expect(apart).toMatchObject([{ repair: { kind: 'log' } }]);
    const named = { ...stops, data: stops.data.map(([id, ...rest]) => [`other ${String(id)}`, ...rest]) };
    const others = await all.evaluated(await all.logged('others', named));
    expect(await alike(others.id, forest.id)).toMatchObject({
      status: 409,
      body: { error: { code: 'evaluation.other_cases' } },
    });
    const nowhere = await all.evaluated(await all.logged('nowhere', stops), { datasetVersionId: null });
    expect(await alike(forest.id, nowhere.id)).toMatchObject({
      status: 409,
      body: { error: { code: 'evaluation.like_nothing' } },
    });
    const failed = await all.evaluated(await all.logged('failed', stops), { positiveClass: 'late' });
    expect(await alike(failed.id, forest.id)).toMatchObject({
      status: 409,
      body: { error: { code: 'evaluation.not_done' } },
    });
    expect(await alike(forest.id, 'none')).toMatchObject({ status: 404 });
  });
});
