import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestPeil, type TestPeil } from '../../../test/kit/app.ts';
import { systemContext } from '../../../test/kit/audited.ts';
import { type DataGates, openDataGates } from '../../../test/kit/data-gates.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { workedValueModel, writtenProblem } from '../../../test/kit/written-problem.ts';
import type { MeasuredFigure } from './measured-contract.ts';
import { type MeasuredToPropose, proposeMeasuredFigures } from './propose-measured-figures.ts';
import { figureAt, putFigure } from './put-figure.ts';

const people = [{ name: 'Eva', role: 'sme', meaning: 'approves' }];
const go = { outcome: 'go', reasons: 'It pays.', people };
const dataset = { versionId: 'v-3', name: 'Nights', number: 3 };
const baseRate: MeasuredToPropose = {
  path: 'baseRate',
  value: { low: 0.048, likely: 0.051, high: 0.054 },
  how: '1,530 of 30,000 rows',
};
const volume: MeasuredToPropose = { path: 'volumePerYear', value: { likely: 30_000 }, how: '30,000 rows in a year' };

describeEachDatabase('with the data in hand', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let gates: DataGates;
  let path: string;
  let problemId: string;
  let keyResultId: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    gates = openDataGates(peil);
    gates.open.g2 = [];
    peil.clock.advance(1000);
    ({ problemId, keyResultId } = await writtenProblem(peil));
    path = `/api/problems/${problemId}`;
    await decide('g1');
  });
  afterAll(() => peil.close());

  const decide = async (gate: string) => {
    peil.clock.advance(1000);
    const { snapshotHash } = (await send(`GET ${path}/gates/${gate}`)).body;
    return send(`POST ${path}/gates/${gate}/decisions`, { ...go, snapshotHash });
  };
  const propose = (...figures: MeasuredToPropose[]) =>
    proposeMeasuredFigures(systemContext(peil.services), { problemId, dataset, figures });
  const item = async (id: string) =>
    (await send(`GET ${path}/gates/g2`)).body.items.find((each: { id: string }) => each.id === id);
  const waiting = async (): Promise<MeasuredFigure[]> =>
    (await send(`GET ${path}/value/measured`)).body.figures.filter(
      ({ state }: { state: string }) => state === 'proposed',
    );

  test('PF8 measured figures are put forward, taken over with the data as their source, and priced again', async () => {
    expect(await item('value.measured')).toBeUndefined();
    await propose(baseRate, volume);
    expect(await item('value.measured')).toMatchObject({ isDone: false, station: 'value', field: 'measured' });
    // Nothing was changed by measuring alone.
    expect((await send(`GET ${path}/value`)).body).toMatchObject({ version: 1, model: { ...workedValueModel } });
    const ids = (await waiting()).map(({ id }) => id);
    const taken = await send(`POST ${path}/value/measured/take`, { ids }, { version: 1 });
    expect([taken.status, taken.events]).toEqual([200, ['value_model.written', 'measured_figure.taken']]);
    const source = 'Measured in Nights (3), 2026-01-05: 1,530 of 30,000 rows';
    expect(taken.body).toMatchObject({
      version: 2,
      isComplete: true,
      model: { baseRate: { ...baseRate.value, source }, volumePerYear: { likely: 30_000 } },
    });
    const { figures } = (await send(`GET ${path}/value/measured`)).body;
    expect(figures.find((each: MeasuredFigure) => each.path === 'baseRate')).toMatchObject({
      state: 'taken',
      was: { likely: 0.04 },
      datasetVersionId: 'v-3',
      settledBy: 'owner',
    });
    expect(await item('value.measured')).toMatchObject({ isDone: true });
    const again = await send(`POST ${path}/value/measured/take`, { ids }, { version: 2 });
    expect([again.status, again.body.error.code]).toEqual([409, 'formulation.measured_settled']);
  });

  test('PF8 a figure is left with a reason, and one that is measured anew takes its place', async () => {
    await propose(baseRate);
    const [first] = await waiting();
    peil.clock.advance(1000);
    await propose({ ...baseRate, value: { likely: 0.06 } });
    const [second, ...more] = await waiting();
    expect([second?.value, more]).toEqual([{ likely: 0.06 }, []]);
    expect((await send(`POST ${path}/value/measured/${first?.id}/leave`, { reason: 'x' })).status).toBe(409);
    expect((await send(`POST ${path}/value/measured/nothing/leave`, { reason: 'x' })).status).toBe(404);
    expect((await send(`POST ${path}/value/measured/${second?.id}/leave`, { reason: '' })).status).toBe(400);
    const left = await send(`POST ${path}/value/measured/${second?.id}/leave`, { reason: 'A strange year.' });
    expect([left.status, left.events]).toEqual([200, ['measured_figure.left']]);
    expect(left.body.figures[0]).toMatchObject({ state: 'left', reason: 'A strange year.', was: null });
    expect((await send(`GET ${path}/value`)).body.version).toBe(1);
  });

  test('PF8 what the value model has no place for, or does not fit there, is refused with a sentence', async () => {
    for (const [figure, code, words] of [
      [{ ...baseRate, path: 'segments.0.share' }, 'formulation.measured_place', 'no place segments.0.share'],
      [{ ...baseRate, path: 'nonsense' }, 'formulation.measured_place', 'no place nonsense'],
      [{ ...baseRate, value: { likely: 4 } }, 'formulation.measured_unfit', 'runs from 0 to 1'],
      [{ ...baseRate, value: { low: 0.6, likely: 0.5, high: 0.7 } }, 'formulation.measured_unfit', 'baseRate'],
      [{ ...baseRate, value: { likely: '0.1' } }, 'formulation.measured_unfit', 'is a number'],
    ] as const)
      await expect(propose(volume, figure)).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
    expect(await waiting()).toEqual([]);
    await propose({ path: 'values.fn.value', value: { likely: '-1050.25' }, how: 'the mean of 1,530 rows' });
    expect(await waiting()).toHaveLength(1);
  });

  test('PF8 two people who take over at the same instant: one does, the other is told', async () => {
    await propose(baseRate);
    const ids = (await waiting()).map(({ id }) => id);
    const take = () => send(`POST ${path}/value/measured/take`, { ids }, { version: 1 });
    const both = await Promise.all([take(), take()]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await send(`GET ${path}/value`)).body.version).toBe(2);
  });

  test('PF8 each key result that a model moves gets the metric that answers it, with a reason where none does', async () => {
    const id = `metrics.keyResult.${keyResultId}`;
    expect(await item(id)).toMatchObject({ isDone: false, station: 'value', field: `metric-${keyResultId}` });
    const { links } = (await send(`GET ${path}/metrics`)).body;
    expect(links).toMatchObject([{ keyResultId, isAsked: true, metric: null, version: 0 }]);
    const url = `PUT ${path}/metrics/${keyResultId}`;
    expect((await send(url, { metric: 'none' }, { version: 0 })).status).toBe(400);
    const said = await send(url, { metric: 'recall', text: 'What is caught does not stop.' }, { version: 0 });
    expect([said.status, said.events]).toEqual([200, ['metric_link.written']]);
    expect((await send(url, { metric: 'auc' }, { version: 0 })).status).toBe(409);
    expect((await send(`PUT ${path}/metrics/other`, { metric: 'auc' }, { version: 0 })).status).toBe(404);
    expect(await item(id)).toMatchObject({ isDone: true });
  });

  test('PF8 a go at G2 freezes level 2 on the measured figures; level 1 stays beside it, and both are compared', async () => {
    await propose(baseRate);
    const ids = (await waiting()).map(({ id }) => id);
    await send(`POST ${path}/value/measured/take`, { ids }, { version: 1 });
    await send(`PUT ${path}/metrics/${keyResultId}`, { metric: 'recall', text: 'Caught.' }, { version: 0 });
    const before = (await send(`GET ${path}/level`)).body;
    expect(before.level).toMatchObject({ number: 1, gate: 'g1' });
    expect((await decide('g2')).status).toBe(201);
    const { levels } = (await send(`GET ${path}/levels`)).body;
    expect(levels[1]).toEqual(before.level);
    expect(levels[0]).toMatchObject({
      number: 2,
      gate: 'g2',
      snapshot: {
        valueModel: { baseRate: { likely: 0.051 } },
        measured: [{ id: 'baseRate', datasetVersionId: 'v-3', dataset: 'Nights (3)' }],
        metrics: [{ id: keyResultId, metric: 'recall', text: 'Caught.' }],
      },
    });
    expect(levels[0].snapshot.evaluation.netPerYear).not.toBe(levels[1].snapshot.evaluation.netPerYear);
    const compared = (await send(`GET ${path}/levels/differences`)).body;
    expect([compared.from, compared.to]).toEqual([1, 2]);
    expect(compared.differences).toContainEqual({ path: 'valueModel.baseRate.likely', before: 0.04, after: 0.051 });
    const back = (await send(`GET ${path}/levels/differences?from=2&to=1`)).body;
    expect(back.differences).toContainEqual({ path: 'valueModel.baseRate.likely', before: 0.051, after: 0.04 });
    expect((await send(`GET ${path}/levels/differences?to=9`)).status).toBe(404);
    // What is edited after it shows against level 2.
    expect((await send(`GET ${path}/level`)).body.changedSince).toEqual([]);
    await send(`PUT ${path}/metrics/${keyResultId}`, { metric: 'precision', text: 'Caught.' }, { version: 1 });
    expect((await send(`GET ${path}/level`)).body.changedSince).toEqual([
      { path: `metrics.${keyResultId}.metric`, before: 'recall', after: 'precision' },
    ]);
  });

  test('PF8 of a stopped problem nothing is measured into the value model any more', async () => {
    await propose(baseRate);
    const ids = (await waiting()).map(({ id }) => id);
    const { snapshotHash } = (await send(`GET ${path}/gates/g2`)).body;
    const stop = { outcome: 'no_go', reasons: 'No.', redirect: { kind: 'nothing', text: 'It stays.' }, people };
    await send(`POST ${path}/gates/g2/decisions`, { ...stop, snapshotHash });
    await expect(propose(volume)).rejects.toMatchObject({ status: 423 });
    expect((await send(`POST ${path}/value/measured/take`, { ids }, { version: 1 })).status).toBe(423);
    const link = await send(`PUT ${path}/metrics/${keyResultId}`, { metric: 'auc' }, { version: 0 });
    expect(link.status).toBe(423);
  });
});

test('PF8 before a go there is no level to compare', async () => {
  const peil = await openTestPeil();
  const send = sendingTo(peil);
  const { problemId } = await writtenProblem(peil);
  const { body } = await send(`GET /api/problems/${problemId}/levels/differences`);
  expect(body).toEqual({ from: null, to: null, differences: [] });
  await peil.close();
});

test('PF8 a measured figure is put where one stands, and nowhere else', () => {
  const draft = { baseRate: { likely: 0.1 }, values: [[{ kind: 'constant', value: { likely: '1' } }]] };
  expect(putFigure(draft, 'values.0.0.value', { likely: '2' })).toMatchObject({
    values: [[{ kind: 'constant', value: { likely: '2' } }]],
  });
  expect(figureAt(draft, 'values.0.0.value')).toEqual({ likely: '1' });
  expect(putFigure(draft, 'values.1.0.value', { likely: '2' })).toBeNull();
  expect(putFigure(draft, 'values.0.0.value.__proto__', {})).toBeNull();
  expect(draft.baseRate).toEqual({ likely: 0.1 });
});
