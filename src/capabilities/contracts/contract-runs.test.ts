import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import {
  flightRows,
  type FlightsContract,
  flightsContract,
  flightsHeader,
} from '../../../test/kit/flights-contract.ts';
import { eventsOf } from '../../../test/kit/people.ts';

const notNull = { kind: 'not_null', column: 'delay' };
const range = { kind: 'range', column: 'delay', min: 0, max: 100, severity: 'warn' };

describeEachDatabase('data is judged by its contract', (kit) => {
  let peil: TestPeil;
  let contract: FlightsContract;
  beforeAll(async () => {
    peil = await kit.openPeil();
  });
  beforeEach(async () => {
    contract = await flightsContract(peil);
  });
  afterAll(() => peil.close());

  test('PF7 a version of the data is judged by the contract in force, with rows that break it', async () => {
    const { send, path, publish, published, judged } = contract;
    await published(
      notNull,
      range,
      { kind: 'unique', column: 'id' },
      { kind: 'pattern', column: 'email', pattern: '^q' },
    );
    const current = (await send(`GET ${path}`)).body;
    await send(`PATCH ${path}`, { personal: ['email'] }, { version: current.version });
    await publish('Mail is personal');
    const { begun, results } = await judged();
    expect(begun).toMatchObject({
      status: 202,
      events: ['data_contract_run.begun'],
      body: { state: 'waiting', number: 2 },
    });
    expect(results).toMatchObject({ state: 'done', progress: 1, verdict: 'fail', datasetVersionNumber: 1 });
    expect(results.counts).toEqual({ pass: 3, warn: 0, fail: 1, notAssessed: 0 });
    expect(results.results.map(({ verdict }: { verdict: string }) => verdict)).toEqual([
      'pass',
      'pass',
      'pass',
      'fail',
    ]);
    expect(results.results[3]).toMatchObject({ failing: 300, sample: { columns: ['id', 'email'], masked: ['email'] } });
    expect(JSON.stringify(results.results)).not.toContain('x.org');
    expect((await send(`GET ${path}/runs/latest`)).body.id).toBe(results.id);
  });

  test('PF7 a new version of the data is judged by itself, against the one before', async () => {
    const { send, problemId, datasetId, path, load, published, judged } = contract;
    await published(
      notNull,
      { kind: 'row_count_change', min: -0.1, max: 0.1 },
      { kind: 'new_category', column: 'origin' },
    );
    expect((await send(`GET ${path}/runs`)).body.runs).toEqual([]);
    const happened = eventsOf(peil);
    await load(flightsHeader + flightRows(1, 100, (at) => (at < 5 ? '' : '1')) + '100,1,LHR,a@b.org\n');
    await peil.services.jobs.runDue();
    expect(happened()).toContain('data_contract_run.finished');
    const [run] = (await send(`GET ${path}/runs`)).body.runs;
    expect(run).toMatchObject({
      trigger: 'import',
      state: 'done',
      verdict: 'fail',
      datasetVersionNumber: 2,
      number: 1,
    });
    const { results } = (await send(`GET ${path}/runs/${run.id}`)).body;
    expect(results).toMatchObject([
      { verdict: 'fail', rows: 100, failing: 5 },
      { verdict: 'fail', found: ['300'] },
      { verdict: 'fail', found: ['LHR'] },
    ]);
    const { versions } = (await send(`GET /api/problems/${problemId}/datasets/${datasetId}/versions`)).body;
    const first = await judged({ versionId: versions[1].id });
    expect(first.results.results[1]).toMatchObject({ verdict: 'not_assessed', reason: { code: 'no_reference' } });
    expect(first.results.verdict).toBe('not_assessed');
  });

  test('PF7 runs that were asked for together are all judged, one after the other', async () => {
    const { send, path, published } = contract;
    await published(notNull);
    for (const _ of [1, 2, 3]) expect((await send(`POST ${path}/runs`, {})).status).toBe(202);
    await peil.services.jobs.runDue();
    const { runs } = (await send(`GET ${path}/runs`)).body;
    expect(runs.map(({ state }: { state: string }) => state)).toEqual(['done', 'done', 'done']);
  });

  test('PF7 nothing is judged before a contract is published, nor data that is not there', async () => {
    const { send, problemId, datasetId, path, published } = contract;
    expect((await send(`POST ${path}/runs`, {})).body.error.code).toBe('contract.not_published');
    await published(notNull);
    expect((await send(`POST ${path}/runs`, { versionId: 'no-such' })).body.error.code).toBe(
      'contract.data_version_not_found',
    );
    const empty = (await send(`POST /api/problems/${problemId}/datasets`, { name: 'Empty' })).body;
    const run = await send(`POST ${path.replace(datasetId, empty.id)}/runs`, {});
    expect([run.status, run.body.error.code]).toEqual([409, 'contract.no_data']);
    expect((await send(`GET ${path}/runs/latest`)).body.error.code).toBe('contract.run_not_found');
  });
});
