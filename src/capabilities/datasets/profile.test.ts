import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { importFiles } from '../../../test/kit/importing.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';

/** A delay decides whether a flight is late; a carrier has something to do with it, the gate nothing. */
const flights = Array.from({ length: 600 }, (_, index) => {
  const carrier = index % 3 === 0 ? 'EV' : 'WN';
  const delay = (index * 37) % 100;
  const isLate = delay >= (carrier === 'EV' ? 40 : 80);
  return [index % 50 === 0 ? '' : delay, carrier, (index * 31) % 7, isLate ? 'yes' : 'no'].join(',');
});
const csvOf = (rows: readonly string[]) => ['delay,carrier,gate,late', ...rows].join('\n');

interface Told {
  column: string;
  strength: { status: string; value: number };
}

describeEachDatabase('what the columns have to do with the outcome', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let problemId: string;
  let datasetPath: string;
  let path: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    problemId = (await send('POST /api/problems', { title: 'Flights' })).body.id;
    path = await bring(flights);
    datasetPath = `/api/problems/${problemId}/datasets/${(await send(`GET ${path}`)).body.datasetId}`;
  });
  afterAll(() => peil.close());

  const bring = async (rows: readonly string[]) => {
    const files = [{ name: 'flights.csv', content: csvOf(rows) }];
    const { versionId } = await importFiles(peil, { problemId, files, body: { name: 'Flights' } });
    return `/api/problems/${problemId}/dataset-versions/${versionId}`;
  };
  const profile = async (of = path) => (await send(`GET ${of}/profile`)).body.profile;
  const tell = (column: string | null, positive: string | null = null) =>
    send(`PUT ${datasetPath}/outcome`, { column, positive });
  const strengths = ({ target }: { target: { columns: Told[] } }) =>
    Object.fromEntries(target.columns.map(({ column, strength }) => [column, strength.value]));

  test('PF7 until somebody says what the outcome is, nothing is set against it', async () => {
    expect((await send(`GET ${datasetPath}`)).body.outcome).toBeNull();
    expect(await profile()).toMatchObject({ pass: 'complete', target: null, segments: [] });
  });

  test('PF7 told after the import, the newest version is set against it, and nothing else is computed anew', async () => {
    const before = await profile();
    const told = await tell('late', 'yes');
    expect(told).toMatchObject({
      status: 200,
      events: ['dataset.outcome_told'],
      body: { outcome: { column: 'late', positive: 'yes' } },
    });
    await peil.services.jobs.runDue();
    const { target, ...after } = await profile();
    expect({ ...after, target: null }).toEqual(before);
    expect(target).toMatchObject({ column: 'late', kind: 'classes', positive: 'yes' });
    const { delay, carrier, gate } = strengths({ target });
    expect(delay).toBeGreaterThan(0.6);
    expect(carrier).toBeGreaterThan(0.3);
    expect(gate).toBeLessThan(0.1);
    expect((await tell('late', 'yes')).events).toEqual([]);
  });

  test('PF7 the next version is set against it by its import, and nothing of it is left when it is taken back', async () => {
    await tell('late');
    const next = await bring(flights.slice(0, 500));
    expect((await profile(next)).target).toMatchObject({ column: 'late', positive: 'yes' });
    await tell(null);
    await peil.services.jobs.runDue();
    expect((await profile(next)).target).toBeNull();
    expect((await send(`GET ${datasetPath}`)).body.outcome).toBeNull();
  });

  test('PF7 segments declared later have their counts in the profile, and stand beside the whole', async () => {
    await tell('late', 'yes');
    const declared = await send(`POST ${path}/segments`, { name: 'Carriers', rule: { column: 'carrier' } });
    // Of two in one instant neither is the first.
    peil.clock.advance(1000);
    const rule = { all: [{ column: 'delay', op: 'empty', values: [] }] };
    await send(`POST ${path}/segments`, { name: 'No delay known', rule });
    await peil.services.jobs.runDue();
    const { summary } = (await send(`GET ${path}/profile/segments?column=delay`)).body;
    const late = (carrier: string) => flights.filter((row) => row.includes(carrier) && row.endsWith('yes')).length;
    expect(summary.whole).toMatchObject({ rows: 600, missing: 12 / 600, outcome: { known: 600 } });
    expect(summary.segments).toMatchObject([
      {
        name: 'Carriers',
        column: 'carrier',
        parts: [
          { value: 'WN', rows: 400, outcome: { positives: late('WN'), known: 400 } },
          { value: 'EV', rows: 200, outcome: { positives: late('EV'), known: 200 } },
        ],
      },
      { name: 'No delay known', column: null, parts: [{ rows: 12, missing: 1 }] },
    ]);
    await send(`DELETE ${path}/segments/${declared.body.id}`);
    await peil.services.jobs.runDue();
    expect((await profile()).segments).toMatchObject([{ name: 'No delay known' }]);
  });

  test('PF7 segments of the version before hold for the next, but for one whose column is gone', async () => {
    await send(`POST ${path}/segments`, { name: 'Carriers', rule: { column: 'carrier' } });
    peil.clock.advance(1000);
    const far = { all: [{ column: 'delay', op: 'over', values: ['50'] }] };
    await send(`POST ${path}/segments`, { name: 'Late ones', rule: far });
    peil.clock.advance(1000);
    await send(`POST ${path}/segments`, { name: 'Gates', rule: { column: 'gate' } });
    const withoutGate = flights.slice(0, 300).map((row) => row.replace(/,\d,/, ','));
    const files = [{ name: 'flights.csv', content: ['delay,carrier,late', ...withoutGate].join('\n') }];
    const { versionId } = await importFiles(peil, { problemId, files, body: { name: 'Flights' } });
    const next = `/api/problems/${problemId}/dataset-versions/${versionId}`;
    const { segments } = (await send(`GET ${next}/segments`)).body;
    expect(segments).toMatchObject([
      {
        name: 'Carriers',
        rows: 300,
        parts: [
          { value: 'WN', rows: 200 },
          { value: 'EV', rows: 100 },
        ],
      },
      { name: 'Late ones', rule: far },
    ]);
    expect((await profile(next)).segments.map(({ name }: { name: string }) => name)).toEqual(['Carriers', 'Late ones']);
    await send(`DELETE ${next}/segments/${segments[0].id}`);
    await peil.services.jobs.runDue();
    expect((await send(`GET ${next}/segments`)).body.segments).toHaveLength(1);
  });

  test('PF7 who only looks is not sent what only adds up', async () => {
    await tell('late');
    await send(`POST ${path}/segments`, { name: 'Carriers', rule: { column: 'carrier' } });
    await peil.services.jobs.runDue();
    const [all, few] = [await profile(), (await send(`GET ${path}/profile?counts=none`)).body.profile];
    expect(few.columns).toEqual(all.columns);
    expect(few.target.columns).toEqual(all.target.columns);
    expect([few.frame.columns, few.counts.columns, few.segments[0].values[0].counts.columns]).toEqual([[], [], []]);
    expect(JSON.stringify(few).length).toBeLessThan(JSON.stringify(all).length / 2);
  });

  test('PF7 an outcome that no version has is refused with the columns there are', async () => {
    const refused = await tell('arrival');
    expect([refused.status, refused.body.error.code]).toEqual([422, 'dataset.unknown_column']);
    expect(refused.body.error.message).toContain('late');
    expect((await send(`PUT ${datasetPath}x/outcome`, { column: 'late', positive: null })).status).toBe(404);
  });
});
