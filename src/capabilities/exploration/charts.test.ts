import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { bringFlights } from '../../../test/kit/late-flights.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { type ChartSpec, chartSpecSchema } from './contract.ts';
import { hashSpec } from './chart-spec.ts';

describeEachDatabase('charts of data', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let at: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
    const { id: problemId } = (await send('POST /api/problems', { title: 'Late flights' })).body;
    const { versionId } = await bringFlights(peil, problemId);
    at = `/api/problems/${problemId}/dataset-versions/${versionId}`;
  });
  afterAll(() => peil.close());

  test('PF7 a column against an outcome, with what it shows as a sentence', async () => {
    const { status, body, events } = await send(`GET ${at}/chart?column=carrier&target=late`);
    expect([status, events]).toEqual([200, []]);
    expect(body).toMatchObject({
      versionNumber: 1,
      kind: 'outcome',
      spec: { x: 'carrier', target: { column: 'late' } },
      sentence:
        '“late” is true in 50% of 300 rows where “carrier” is EV, and in 20% of 300 where “carrier” is WN: 2.5 times as often.',
      chart: { status: 'drawn', rows: 600, overall: { positives: 210, known: 600 } },
    });
    const dutch = await send(`GET ${at}/chart?column=carrier&target=late`, undefined, { language: 'nl' });
    expect(dutch.body.sentence).toContain('2,5 keer zo vaak');
  });

  test('PF7 over time, two columns, and only some rows', async () => {
    const time = (await send(`GET ${at}/chart?column=day&unit=month&target=late`)).body;
    expect(time).toMatchObject({ kind: 'over_time', chart: { x: { unit: 'month' } } });
    expect(time.chart.x.cells).toHaveLength(3);
    const two = (await send(`GET ${at}/chart?column=carrier&by=side&target=late`)).body;
    expect([two.kind, two.chart.cells.length]).toEqual(['two_columns', 6]);
    const only = (await send(`GET ${at}/chart?column=side&only=carrier&onlyValue=EV`)).body;
    expect(only.chart.rows).toBe(300);
    expect(only.sentence).toMatch(/^Of the rows where “carrier” is EV: /);
    expect((await send(`GET ${at}/chart?column=side&only=delay`)).body.chart.rows).toBe(30);
  });

  test('PF7 every column at once, what goes with the outcome most first', async () => {
    const { body } = await send(`GET ${at}/column-charts?target=late`);
    const columns = body.columns.map(({ column }: { column: string }) => column);
    expect(columns[0]).toBe('carrier');
    expect(columns.toSorted()).toEqual(['carrier', 'day', 'delay', 'side']);
    const [carrier] = body.columns;
    // phi of a table of 300 by 300 with shares of 0.5 and 0.2
    expect(carrier.strength).toBeCloseTo(0.15 / Math.sqrt(0.35 * 0.65), 2);
    const side = body.columns.find(({ column }: { column: string }) => column === 'side');
    expect([side.strength, side.sentence]).toEqual([
      0,
      'How often “late” is true hardly differs with “side”: from 35% to 35%, which may be chance (600 rows).',
    ]);
    const alone = (await send(`GET ${at}/column-charts`)).body;
    expect(alone).toMatchObject({ target: null, leftOut: [] });
    expect(alone.columns.map(({ strength }: { strength: unknown }) => strength)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(alone.columns.find(({ column }: { column: string }) => column === 'delay').sentence).toContain(
      '“delay” is missing in 30.',
    );
  });

  test('PF7 the same look costs nothing the second time', async () => {
    const asked = vi.spyOn(peil.services.analytics, 'query');
    const look = `GET ${at}/chart?column=delay&target=late&only=side&onlyValue=left`;
    const first = await send(look);
    expect(asked).toHaveBeenCalledTimes(1);
    expect((await send(look)).body).toEqual(first.body);
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockRestore();
  });

  test('PF7 a column or version that is not there is refused, with those that are', async () => {
    const unknown = await send(`GET ${at}/chart?column=gate&target=late&only=wind`);
    expect(unknown).toMatchObject({
      status: 422,
      body: { error: { code: 'exploration.unknown_columns', params: { columns: ['gate', 'wind'] } } },
    });
    expect(unknown.body.error.message).toContain('carrier');
    expect((await send(`GET ${at}/chart`)).status).toBe(400);
    expect((await send(`GET ${at.replace(/[^/]+$/, 'none')}/chart?column=day`)).status).toBe(404);
    expect((await send(`GET ${at}/chart?column=carrier&target=side`)).body).toMatchObject({
      chart: { status: 'not_computable', column: 'side' },
      sentence: expect.stringContaining('cannot be drawn'),
    });
  });
});

test('PF7 the same look has one hash, in whatever order it is written', () => {
  const one = chartSpecSchema.parse({
    x: 'a',
    where: [
      { column: 'b', value: '1' },
      { column: 'c', value: null },
    ],
  });
  const other = chartSpecSchema.parse({
    where: [
      { value: null, column: 'c' },
      { value: '1', column: 'b' },
    ],
    x: 'a',
  });
  expect(hashSpec(one)).toBe(hashSpec(other));
  const others: ChartSpec[] = [
    { x: 'b' },
    { x: 'a', y: 'b' },
    { x: 'a', target: { column: 'b' } },
    { x: 'a', target: { column: 'b', positive: '1' } },
    { x: 'a', where: [{ column: 'b', value: 'null' }] },
    { x: 'a', where: [{ column: 'b', value: null }] },
  ];
  for (const changed of others) expect(hashSpec(changed)).not.toBe(hashSpec({ x: 'a' }));
  expect(hashSpec({ x: 'a', where: [{ column: 'b', value: 'null' }] })).not.toBe(
    hashSpec({ x: 'a', where: [{ column: 'b', value: null }] }),
  );
});
