import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../../test/kit/databases.ts';
import { type Sending, sendingTo } from '../../../../test/kit/sending.ts';
import { type Wire, wireTo } from '../../../../test/kit/wire.ts';
import { variantOfRuns } from './variant-of-runs.ts';

describeEachDatabase('variants of the model', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let wire: Wire;
  let problemId: string;
  let path: string;
  let count = 0;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
    wire = wireTo(peil);
  });
  beforeEach(async () => {
    problemId = (await send('POST /api/problems', { title: 'Late flights' })).body.id;
    path = `/api/problems/${problemId}/model-variants`;
  });
  afterAll(() => peil.close());

  const add = async (given: object) => {
    peil.clock.advance(1000);
    return send(`POST ${path}`, given);
  };
  const list = async (query = '') => (await send(`GET ${path}${query}`)).body;
  const begin = async (tags: readonly object[] = []): Promise<string> =>
    (
      await wire('POST experiments/create', {
        name: `Variants ${count++}`,
        tags: [{ key: 'peil.problem', value: problemId }, ...tags],
      })
    ).body.experiment_id;
  const run = async (experiment_id: string, variant?: string): Promise<string> => {
    const tags = variant === undefined ? [] : [{ key: 'peil.variant', value: variant }];
    return (await wire('POST runs/create', { experiment_id, tags })).body.run.info.run_id;
  };
  const whole = {
    name: 'Whole',
    segment: null,
    windowFrom: '2001-01-01',
    windowTo: '2001-03-31',
    data: 'Flights@1',
    params: [{ key: 'depth', value: '3' }],
    note: 'All flights',
  };

  test('DS3 a variant says what makes it another than its parent, and has the rest from it', async () => {
    const parent = await add(whole);
    expect(parent).toMatchObject({ status: 201, events: ['model_variant.added'], body: { parentId: null, runs: 0 } });
    const parentId = parent.body.id;
    const child = await add({
      name: 'France',
      parentId,
      segment: 'France',
      params: [
        { key: 'depth', value: '5' },
        { key: 'trees', value: '100' },
      ],
    });
    expect(child.body).toMatchObject({
      own: { segment: 'France', windowFrom: null, windowTo: null, data: null },
      settings: {
        segment: 'France',
        windowFrom: '2001-01-01',
        windowTo: '2001-03-31',
        data: 'Flights@1',
        params: [
          { key: 'depth', value: '5' },
          { key: 'trees', value: '100' },
        ],
      },
      differences: [
        { what: 'segment', key: null, parent: null, own: 'France' },
        { what: 'param', key: 'depth', parent: '3', own: '5' },
        { what: 'param', key: 'trees', parent: null, own: '100' },
      ],
    });
    await add({ name: 'Spring in France', parentId: child.body.id, windowFrom: '2001-04-01', windowTo: null });
    const names = async (query: string) => (await list(query)).variants.map(({ name }: { name: string }) => name);
    expect(await names('')).toEqual(['Whole', 'France', 'Spring in France']);
    expect(await names('?segment=France')).toEqual(['France', 'Spring in France']);
    expect(await names('?from=2001-05-01')).toEqual(['Spring in France']);
    expect(await names('?to=2001-02-01')).toEqual(['Whole', 'France']);
    expect((await list()).variants[2].differences).toEqual([
      { what: 'window', key: null, parent: '2001-01-01/2001-03-31', own: '2001-04-01/..' },
    ]);
  });

  test('DS3 a run names its variant by a tag, else its experiment does; what is not declared is another', async () => {
    const { id } = (await add({ name: 'France' })).body;
    const plain = await begin();
    const tagged = await begin([{ key: 'peil.variant', value: 'FRANCE' }]);
    const runs = {
      byName: await run(plain, 'france'),
      byId: await run(plain, id),
      byExperiment: await run(tagged),
      undeclared: await run(tagged, 'Spain'),
      none: await run(plain),
    };
    const france = { id, name: 'France' };
    expect(await variantOfRuns(peil.services.database.reader, Object.values(runs))).toEqual(
      new Map<string, object>([
        [runs.byName, france],
        [runs.byId, france],
        [runs.byExperiment, france],
        [runs.undeclared, { id: null, name: 'Spain' }],
      ]),
    );
    expect(await variantOfRuns(peil.services.database.reader, [])).toEqual(new Map());
    expect(await list()).toMatchObject({
      variants: [{ name: 'France', runs: 3 }],
      undeclared: [{ name: 'Spain', runs: 1 }],
      withoutVariant: 1,
    });
    await wire('POST runs/delete', { run_id: runs.byName });
    expect((await list()).variants[0].runs).toBe(2);
  });

  test('DS3 runs are given to a variant, and taken back; only those of the problem', async () => {
    await add({ name: 'France' });
    const experiment = await begin();
    const [one, two] = [await run(experiment), await run(experiment, 'Spain')];
    const assign = (runIds: string[], variant: string | null) => send(`POST ${path}/runs`, { runIds, variant });
    const moved = await assign([one, two], 'france');
    expect(moved).toMatchObject({ status: 200, events: ['model_variant.runs_moved'] });
    expect(moved.body.moved.toSorted((a: { id: string }) => (a.id === one ? -1 : 1))).toEqual([
      { id: one, before: null },
      { id: two, before: 'Spain' },
    ]);
    const found = await wire('POST runs/search', {
      experiment_ids: [experiment],
      filter: "tags.`peil.variant` = 'France'",
    });
    expect(found.body.runs).toHaveLength(2);
    expect(await assign([one], 'France')).toMatchObject({ body: { moved: [] }, events: [] });
    expect((await assign([one], null)).body).toEqual({ moved: [{ id: one, before: 'France' }] });
    expect((await list()).withoutVariant).toBe(1);
    expect((await assign([one], 'Germany')).status).toBe(404);
    const stranger = (await wire('POST runs/create', { experiment_id: '0' })).body.run.info.run_id;
    expect((await assign([one, stranger], 'France')).body.error).toMatchObject({
      code: 'tracking.runs_elsewhere',
      params: { runs: [stranger] },
    });
  });

  test('DS3 with another name its runs are called so too; a stale change is told both', async () => {
    const { id, own: _own, ...made } = (await add(whole)).body;
    const experiment = await begin([{ key: 'peil.variant', value: 'whole' }]);
    await run(experiment);
    await run(experiment, 'WHOLE');
    const given = { ...whole, parentId: null, name: 'Everything' };
    expect(await send(`PUT ${path}/${id}`, given, { version: made.version })).toMatchObject({
      status: 200,
      events: ['model_variant.edited'],
      body: { name: 'Everything', runs: 2, version: 2 },
    });
    const stale = await send(`PUT ${path}/${id}`, { ...given, note: 'Mine' }, { version: 1 });
    expect(stale).toMatchObject({
      status: 409,
      body: { error: { params: { yours: { note: 'Mine' }, theirs: { note: 'All flights', name: 'Everything' } } } },
    });
  });

  test('DS3 what does not go together is refused', async () => {
    const { id } = (await add({ name: 'France' })).body;
    const child = (await add({ name: 'Paris', parentId: id })).body;
    const refused = async (given: object) => {
      const { status, body } = await add(given);
      return [status, body.error.code];
    };
    expect(await refused({ name: 'FRANCE' })).toEqual([409, 'tracking.variant_exists']);
    expect(await refused({ name: 'x', parentId: 'none' })).toEqual([404, 'tracking.variant_not_found']);
    expect(await refused({ name: 'x', windowFrom: '2001-02-01', windowTo: '2001-01-01' })).toEqual([
      422,
      'tracking.window_backwards',
    ]);
    expect(await refused({ name: 'x', windowFrom: '1 May' })).toEqual([400, 'request.malformed']);
    const turned = await send(`PUT ${path}/${id}`, { ...whole, name: 'France', parentId: child.id }, { version: 1 });
    expect(turned.body.error.code).toBe('tracking.variant_of_itself');
    expect((await send(`DELETE ${path}/${id}`)).body.error.code).toBe('tracking.variant_has_others');
  });

  test('DS3 a variant is removed and brought back, its runs stay', async () => {
    const { id } = (await add({ name: 'France' })).body;
    await run(await begin(), 'France');
    expect(await send(`DELETE ${path}/${id}`)).toMatchObject({ status: 200, events: ['model_variant.removed'] });
    expect(await list()).toMatchObject({ variants: [], undeclared: [{ name: 'France', runs: 1 }] });
    expect((await send(`DELETE ${path}/${id}`)).status).toBe(404);
    const restored = await send(`POST ${path}/${id}/restore`);
    expect(restored).toMatchObject({ status: 200, body: { runs: 1 }, events: ['model_variant.restored'] });
    expect((await send(`POST ${path}/${id}/restore`)).status).toBe(409);
    await send(`DELETE ${path}/${id}`);
    await add({ name: 'France' });
    expect((await send(`POST ${path}/${id}/restore`)).body.error.code).toBe('tracking.variant_exists');
  });

  test('DS3 versions of models are found by the variant, segment and window of their run', async () => {
    const { id } = (await add({ name: 'France', segment: 'France', windowFrom: '2001-01-01', windowTo: '2001-03-31' }))
      .body;
    const experiment = await begin();
    const name = `model of ${id}`;
    await wire('POST registered-models/create', { name, tags: [{ key: 'peil.problem', value: problemId }] });
    const runs = [await run(experiment, 'France'), await run(experiment)];
    for (const run_id of runs) {
      peil.clock.advance(1000);
      await wire('POST model-versions/create', { name, source: `runs:/${run_id}/model`, run_id });
    }
    const numbers = async (query: string) => {
      const { versions } = (await send(`GET ${path}/versions${query}`)).body;
      return versions.map(({ number }: { number: number }) => number);
    };
    expect((await send(`GET ${path}/versions`)).body.versions).toMatchObject([
      { model: name, number: 2, runId: runs[1], variant: null },
      { model: name, number: 1, runId: runs[0], variant: { id, name: 'France' } },
    ]);
    expect(await numbers(`?variantId=${id}`)).toEqual([1]);
    expect(await numbers('?segment=France')).toEqual([1]);
    expect(await numbers('?segment=Spain')).toEqual([]);
    expect(await numbers('?from=2001-02-01&to=2001-02-28')).toEqual([1]);
    expect(await numbers('?from=2001-04-01')).toEqual([]);
  });
});
