import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../../test/kit/databases.ts';
import { type Sending, sendingTo } from '../../../../test/kit/sending.ts';
import { type Wire, wireTo } from '../../../../test/kit/wire.ts';
import type { DrawnMetric } from '../chart-contract.ts';

/** More than are exported at a time. */
const many = 9_000;
/** Whose exponents each database writes in its own way. */
const farValues = [1e20, 1e21, 1.5e-7, -2e-5, -1e300, 0.1 + 0.2, 123_456_789_012_345_680];
const peak = 4_321;
/** A quiet line with one point that stands out, a value that is none, and an infinite one. */
const valueAt = (step: number): number | string => {
  if (step === peak) return 99;
  if (step === 17) return 'NaN';
  return step === 18 ? 'Infinity' : Math.sin(step / 50);
};

describeEachDatabase('points of a metric are drawn', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let run_id: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
    const wire: Wire = wireTo(peil);
    run_id = (await wire('POST runs/create', { experiment_id: '0' })).body.run.info.run_id;
    for (let start = 0; start < many; start += 1_000) {
      const metrics = Array.from({ length: 1_000 }, (_, offset) => {
        const step = start + offset;
        return { key: 'loss', value: valueAt(step), timestamp: 1_000_000 + step * 10, step };
      });
      await wire('POST runs/log-batch', { run_id, metrics });
    }
    const tied = [3, 1, 2].map((value) => ({ key: 'tied', value, timestamp: value * 100, step: 0 }));
    await wire('POST runs/log-batch', { run_id, metrics: tied });
    const far = farValues.map((value, step) => ({ key: 'far', value, timestamp: 1, step }));
    await wire('POST runs/log-batch', { run_id, metrics: far });
    const sparse = Array.from({ length: 60 }, (_, index) => {
      const step = index < 59 ? index - 7 : 1e9;
      return { key: 'sparse', value: index === 0 ? 0.1 + 0.2 : index + 0.1, timestamp: 1, step };
    });
    await wire('POST runs/log-batch', { run_id, metrics: sparse });
    const still = Array.from({ length: 300 }, (_, value) => ({
      key: 'still',
      value,
      timestamp: 1_000 + value,
      step: 0,
    }));
    await wire('POST runs/log-batch', { run_id, metrics: still });
    const wide = Array.from({ length: 101 }, (_, value) => {
      const step = value === 0 ? -Number.MAX_SAFE_INTEGER : value === 100 ? Number.MAX_SAFE_INTEGER : value - 50;
      return { key: 'wide', value, timestamp: 1, step };
    });
    await wire('POST runs/log-batch', { run_id, metrics: wide });
    // The first and the last step lie at one moment, the others around it.
    const mixed = Array.from({ length: 1_000 }, (_, step) => {
      const around = step === 0 || step === 999 ? 0 : ((step * 619) % 997) - 500;
      return { key: 'mixed', value: step, timestamp: 1_000_000 + around, step };
    });
    await wire('POST runs/log-batch', { run_id, metrics: mixed });
  });
  afterAll(() => peil.close());

  const draw = async (query: string): Promise<DrawnMetric> => {
    const { status, body } = await send(`GET /api/runs/${run_id}/metrics/chart?${query}`);
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };

  test('DS1 of many points the lowest and the highest of each place are drawn: one peak among them is seen', async () => {
    const drawn = await draw('key=loss&places=100');
    expect(drawn).toMatchObject({ count: many, isThinned: true, notNumbers: 1, infinite: 1, from: 0, to: many - 1 });
    expect(drawn.points.length).toBeLessThanOrEqual(200);
    expect(drawn.points.filter(([, value]) => value === 99)).toHaveLength(1);
    expect([drawn.highest, drawn.lowest]).toEqual([99, expect.closeTo(-1, 3)]);
    const places = drawn.points.map(([place]) => place);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('DS1 within bounds every point is drawn as it is, and what is no number is a gap', async () => {
    const drawn = await draw('key=loss&from=10&to=29');
    expect(drawn).toMatchObject({ count: 20, isThinned: false, notNumbers: 1, infinite: 1, from: 10, to: 29 });
    expect(drawn.points.map(([place]) => place)).toEqual(Array.from({ length: 20 }, (_, index) => index + 10));
    expect(drawn.points.slice(6, 10).map(([, value]) => value)).toEqual([
      Math.sin(16 / 50),
      null,
      null,
      Math.sin(19 / 50),
    ]);
    const nothing = await draw('key=loss&from=90000');
    expect(nothing).toMatchObject({ count: 0, points: [], from: null, to: null, lowest: null });
  });

  test('DS1 points are drawn by their moment too', async () => {
    const drawn = await draw('key=loss&by=time&from=1000100&to=1000200');
    expect(drawn).toMatchObject({ count: 11, from: 1_000_100, to: 1_000_200 });
    expect((await draw('key=tied&by=time')).points).toEqual([
      [100, 1],
      [200, 2],
      [300, 3],
    ]);
    expect((await draw('key=loss&by=time&places=50')).points.some(([, value]) => value === 99)).toBe(true);
  });

  test('DS1 by step and by moment the same places have the same points, and where there are none nothing is drawn', async () => {
    const [byStep, byTime] = [await draw('key=loss&places=100'), await draw('key=loss&by=time&places=100')];
    expect(byTime.points).toEqual(byStep.points.map(([step, value]) => [1_000_000 + step * 10, value]));
    expect({ ...byTime, by: 'step', from: 0, to: many - 1, points: byStep.points }).toEqual(byStep);
    const sparse = await draw('key=sparse&places=20');
    expect(sparse).toMatchObject({ count: 60, isThinned: true, from: -7, to: 1e9, lowest: 0.1 + 0.2, highest: 59.1 });
    expect(sparse.points.every(([, value]) => value !== null)).toBe(true);
    expect(sparse.points.at(-1)).toEqual([1e9, 59.1]);
    expect(sparse.points.length).toBeLessThan(6);
  });

  test('DS1 points whose moments are not in the order of their steps are drawn between their own first and last', async () => {
    const drawn = await draw('key=mixed&by=time&places=20');
    expect(drawn).toMatchObject({
      count: 1_000,
      isThinned: true,
      from: 999_500,
      to: 1_000_496,
      lowest: 0,
      highest: 999,
    });
    const places = Array.from({ length: 20 }, (_, place) => 999_500 + place * 50);
    expect(drawn.points.map(([moment]) => moment)).toEqual(
      places.flatMap((first) => [first, Math.min(first + 49, 1_000_496)]),
    );
  });

  test('DS1 of very many points at one step their lowest and highest are drawn, and nothing else is told', async () => {
    const drawn = await draw('key=still&places=10');
    const told = { count: 300, isThinned: true, notNumbers: 0, infinite: 0, lowest: 0, highest: 299 };
    expect(drawn).toEqual({ key: 'still', by: 'step', ...told, from: 0, to: 0, points: drawn.points });
    expect(drawn.points.map(([, value]) => value)).toEqual([0, 299]);
    const byTime = await draw('key=still&by=time&places=10');
    expect(byTime).toMatchObject({ ...told, from: 1_000, to: 1_299 });
    expect(byTime.points).toHaveLength(20);
  });

  test('DS1 points whose steps lie as far apart as steps can are told once each', async () => {
    const drawn = await draw('key=wide&places=10');
    expect(drawn).toMatchObject({ count: 101, isThinned: true, lowest: 0, highest: 100 });
    expect(drawn).toMatchObject({ from: -Number.MAX_SAFE_INTEGER, to: Number.MAX_SAFE_INTEGER });
  });

  test('DS1 what cannot be drawn is refused with a sentence', async () => {
    const unknown = await send(`GET /api/runs/${run_id}/metrics/chart?key=gain`, undefined, { language: 'nl' });
    expect([unknown.status, unknown.body.error.message]).toEqual([
      404,
      "Deze run heeft geen meting 'gain'. Bekijk de run om te zien wat gemeten is.",
    ]);
    for (const query of ['key=', 'key=loss&places=9', 'key=loss&places=5000', 'key=loss&from=1.5', 'key=loss&by=value'])
      expect((await send(`GET /api/runs/${run_id}/metrics/chart?${query}`)).status, query).toBe(400);
  });

  test('DS1 every point of a metric is exported, once and in order', async () => {
    const get = (query: string) =>
      peil.app.inject({ method: 'GET', url: `/api/runs/${run_id}/metrics/points?${query}` });
    const csv = await get('key=loss');
    expect(csv.headers['content-disposition']).toContain('loss.csv');
    const [head, ...lines] = csv.body.trimEnd().split('\n');
    expect(head).toBe('step,time_ms,value');
    expect(lines).toHaveLength(many);
    const word = (value: number | string) => String(value);
    expect(lines).toEqual(
      Array.from({ length: many }, (_, step) => `${step},${1_000_000 + step * 10},${word(valueAt(step))}`),
    );
    const tied = await get('key=tied&format=jsonl');
    expect(
      tied.body
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([1, 2, 3].map((value) => ({ step: 0, at: value * 100, value })));
    expect((await get('key=loss&format=jsonl')).body).toContain('{"step":17,"at":1000170,"value":"NaN"}');
    const far = farValues.map((value, step) => `${step},1,${value}`);
    expect((await get('key=far')).body.trimEnd().split('\n').slice(1)).toEqual(far);
    expect((await get('key=nothing')).statusCode).toBe(404);
  });
});
