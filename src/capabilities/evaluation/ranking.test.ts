import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type EvaluatingAnew, evaluatingAnew } from '../../../test/kit/evaluating.ts';
import { type LoggedRun, predictedStops } from '../../../test/kit/logged-predictions.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { type Wire, wireTo } from '../../../test/kit/wire.ts';
import { asking } from '../../../test/kit/written-problem.ts';
import { createProblem } from '../formulation/contract.ts';

const stops = predictedStops();

describeEachDatabase('what is ranked beside what', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let wire: Wire;
  let problemId: string;
  let all: EvaluatingAnew;
  beforeAll(async () => {
    peil = await kit.openPeil();
    [send, wire] = [sendingTo(peil), wireTo(peil)];
  });
  beforeEach(async () => {
    all = await evaluatingAnew(peil);
    ({ problemId } = all);
  });
  afterAll(() => peil.close());

  async function ofVariant(name: string, variant: string | null): Promise<{ run: LoggedRun; id: string }> {
    const run = await all.logged(name, stops);
    if (variant !== null) await wire('POST runs/set-tag', { run_id: run.runId, key: 'peil.variant', value: variant });
    return { run, id: (await all.evaluated(run)).id };
  }
  const declare = async (name: string): Promise<string> => {
    const settings = { segment: null, windowFrom: null, windowTo: null, data: null, params: [] };
    const body = { name, parentId: null, note: '', ...settings };
    const made = await send(`POST /api/problems/${problemId}/model-variants`, body);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return made.body.id;
  };
  const idsOf = ({ evaluations }: { evaluations: { id: string }[] }) => evaluations.map(({ id }) => id).toSorted();

  test('DS3 runs of different variants are in one ranking only when that is asked for, and then it says so', async () => {
    const france = await declare('France');
    const one = await ofVariant('one', 'France');
    const same = await ofVariant('same, by its id', france);
    const germany = await ofVariant('other', 'Germany');
    const plain = await ofVariant('plain', null);
    const { groups, apart } = await all.ranking();
    expect(groups.map(idsOf)).toEqual([[one.id, same.id].toSorted(), [plain.id], [germany.id]]);
    expect(groups[0]).toMatchObject({ variant: { id: france, name: 'France' }, note: null });
    expect(groups[0].title).toMatch(/, variant “France”$/);
    expect(groups[1]).toMatchObject({ variant: null });
    const why = Object.fromEntries(apart.map((each: { evaluationId: string }) => [each.evaluationId, each]));
    expect(why[germany.id]).toMatchObject({ differences: [{ what: 'variant' }], repair: { kind: 'together' } });
    expect(why[germany.id].differences[0].reason).toBe(
      'Its model is of variant “Germany”, which nobody has declared, those of the others of variant “France”.',
    );
    expect(why[plain.id].differences[0].reason).toMatch(/is of no variant, /);
    const together = await all.ranking('?variants=together');
    expect(together.apart).toEqual([]);
    expect(together.groups.map(idsOf)).toEqual([[one.id, same.id, germany.id, plain.id].toSorted()]);
    expect(together.groups[0].note).toContain('(France, Germany, no variant)');
    expect(together.groups[0].evaluations.map(({ variant }: { variant: object | null }) => variant)).toContainEqual({
      id: null,
      name: 'Germany',
    });
    expect((await send(`GET /api/problems/${problemId}/evaluations/ranking?variants=all`)).status).toBe(400);
    // What is told of a run later counts at once.
    await wire('POST runs/set-tag', { run_id: germany.run.runId, key: 'peil.variant', value: 'France' });
    expect((await all.ranking()).groups[0].evaluations).toHaveLength(3);
  });

  test('DS2 a run that was deleted, or is of this problem no more, is not ranked; it says what to do', async () => {
    const [stays, gone, waits, moved] = [
      await ofVariant('stays', null),
      await ofVariant('gone', null),
      await ofVariant('waits', null),
      await ofVariant('moved', null),
    ];
    await wire('POST runs/delete', { run_id: gone.run.runId });
    const { id: other } = await asking(peil, createProblem, { body: { title: 'Another problem' } });
    const assign = (run: LoggedRun, value: string | null) =>
      send('POST /api/experiments/assign', { experimentIds: [run.experimentId], problemId: value });
    expect((await assign(waits.run, null)).status).toBe(200);
    expect((await assign(moved.run, other)).status).toBe(200);
    const { groups, apart, elsewhere } = await all.ranking();
    expect([groups.map(idsOf), apart]).toEqual([[[stays.id]], []]);
    const why = Object.fromEntries(
      elsewhere.map(({ evaluation, reason }: { evaluation: { id: string }; reason: string }) => [
        evaluation.id,
        reason,
      ]),
    );
    expect(why).toEqual({
      [gone.id]: expect.stringContaining('Restore the run'),
      [waits.id]: expect.stringContaining('Assign the run'),
      [moved.id]: expect.stringContaining('another problem'),
    });
    await wire('POST runs/restore', { run_id: gone.run.runId });
    expect((await all.ranking()).groups.map(idsOf)).toEqual([[gone.id, stays.id].toSorted()]);
  });

  test('DS2 without euros, what has scores and what has only classes is ranked by another metric each', async () => {
    const scored = await all.evaluated(await all.logged('scored', stops), { value: 'none' });
    const data = stops.data.map((row) => row.with(2, Number(row[2]) >= 0.5 ? 1 : 0));
    const classes = { columns: stops.columns.with(2, 'predicted'), data };
    const decided = await all.evaluated(await all.logged('decided', classes), { value: 'none' });
    const { groups, apart } = await all.ranking();
    expect(groups.map(idsOf)).toEqual([[decided.id], [scored.id]]);
    expect(groups.map(({ metric }: { metric: string }) => metric)).toEqual(['F1', 'AUC']);
    expect(apart).toMatchObject([{ evaluationId: scored.id, differences: [{ what: 'metric' }] }]);
  });

  test('DS2 only what was measured alike is ranked; the rest says why, and what would make it comparable', async () => {
    const first = await all.evaluated(await all.logged('forest', stops));
    const better = await all.evaluated(await all.logged('better', stops), {
      threshold: first.judged.euros.threshold.best,
    });
    const onOther = await all.evaluated(await all.logged('split', stops), { split: 'test' });
    const unpriced = await all.evaluated(await all.logged('unpriced', stops), { value: 'none' });
    const nowhere = await all.evaluated(await all.logged('nowhere', stops), { datasetVersionId: null });
    const fewer = await all.evaluated(await all.logged('fewer', { ...stops, data: stops.data.slice(10) }));
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
});
