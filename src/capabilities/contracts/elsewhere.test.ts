import { createServer, type Server } from 'node:http';
import { readdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import type { ContractResults } from './contract.ts';

const january = 'id,origin\n1,AMS\n2,JFK\n3,amsterdam\n';
const rules = [
  { kind: 'pattern', column: 'origin', pattern: '^[A-Z]{3}$' },
  { kind: 'row_count', min: 3 },
  { kind: 'unique', column: 'id' },
  { kind: 'not_null', column: 'id' },
  { kind: 'column_type', column: 'id', type: 'integer' },
  { kind: 'row_count_change', min: -0.5 },
  { kind: 'new_category', column: 'origin' },
];

describeEachDatabase('the contract of data that is kept elsewhere', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let problem: string;
  let source: string;
  let datasetId: string;
  let path: string;
  let server: Server;
  let url: string;
  let place: { status: number; etag: string | null; content: string };
  beforeAll(async () => {
    server = createServer((_request, response) => {
      response.writeHead(place.status, place.etag === null ? {} : { etag: place.etag }).end(place.content);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/rows.csv`;
    peil = await kit.openPeil({ sourceAddresses: ['127.0.0.1'] });
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    place = { status: 200, etag: '"one"', content: january };
    problem = `/api/problems/${(await send('POST /api/problems', { title: 'Elsewhere' })).body.id}`;
    source = `${problem}/data-sources/${(await send(`POST ${problem}/data-sources`, { title: 'Rows' })).body.id}`;
    await send(`PUT ${source}/connection`, { connection: { kind: 'http', url } });
    datasetId = (await send(`POST ${problem}/datasets`, { name: 'Rows' })).body.id;
    path = `${problem}/datasets/${datasetId}/contract`;
    for (const rule of rules) await send(`POST ${path}/rules`, { rule });
    const { version } = (await send(`GET ${path}`)).body;
    await send(`POST ${path}/versions`, { note: 'As agreed' }, { version });
  });
  afterAll(async () => {
    await peil.close();
    server.closeAllConnections();
    server.close();
  });

  const fetched = async (): Promise<string> => {
    peil.clock.advance(1000);
    const begun = await send(`POST ${source}/fetch`, { datasetId, keep: 'place' });
    await peil.services.jobs.runDue();
    return (await send(`GET ${problem}/dataset-imports/${begun.body.id}`)).body.versionId;
  };
  const latest = async (): Promise<ContractResults> => (await send(`GET ${path}/runs/latest`)).body;
  const judged = async (body: object = {}): Promise<ContractResults> => {
    peil.clock.advance(1000);
    expect((await send(`POST ${path}/runs`, body)).status).toBe(202);
    await peil.services.jobs.runDue();
    return latest();
  };
  const alone = ['no_reference', 'no_reference'];
  const told = ({ results }: ContractResults) => results.map(({ verdict, reason }) => reason?.code ?? verdict);
  const left = async () => {
    const under = (...names: string[]) =>
      readdir(join(peil.services.config.dataFolder, ...names), { recursive: true }).catch(() => []);
    return [
      ...(await under('blobs', 'sha256')),
      ...(await under('temp', 'readings')),
      ...(await under('temp', 'imports')),
    ];
  };

  test('PF7 a reference is read again where it is and judged to the row, and nothing of it stays here', async () => {
    const before = await left();
    const versionId = await fetched();
    const run = await latest();
    expect(run).toMatchObject({ trigger: 'import', state: 'done', verdict: 'fail', datasetVersionId: versionId });
    expect(told(run)).toEqual(['fail', 'pass', 'pass', 'pass', 'pass', ...alone]);
    expect(run.results[0]).toMatchObject({
      rows: 3,
      failing: 1,
      sample: { columns: ['id', 'origin'], rows: [[3, 'amsterdam']] },
    });
    expect(await left()).toEqual(before);
  });

  test('PF7 of what is another now, what was counted is judged, and every rule of rows is not assessed', async () => {
    const versionId = await fetched();
    // The place says that it is the same: the hash says that it is not.
    place.content = january.replace('amsterdam', 'AMS');
    const run = await judged();
    expect(run).toMatchObject({ state: 'done', verdict: 'not_assessed', datasetVersionId: versionId });
    expect(told(run)).toEqual(['place_changed', 'pass', 'pass', 'pass', 'pass', ...alone]);
    expect(run.results[0]).toMatchObject({ verdict: 'not_assessed', rows: 0, failing: null, sample: null });
    const fromProfile = run.results.filter((result) => result.fromProfile).map(({ ruleId }) => ruleId);
    expect(fromProfile).toEqual(run.rules.slice(1, 4).map(({ id }) => id));
    place.content = january;
    expect(told(await judged({ versionId }))[0]).toBe('fail');
  });

  test('PF7 of what is gone, or does not let us in, the same is told with its reason', async () => {
    const versionId = await fetched();
    place.status = 404;
    expect(told(await judged({ versionId }))).toEqual(['place_gone', 'pass', 'pass', 'pass', 'pass', ...alone]);
    place.status = 403;
    expect(told(await judged({ versionId }))[0]).toBe('place_unreachable');
    place.status = 200;
    await send(`DELETE ${source}/connection`);
    expect(told(await judged({ versionId }))[0]).toBe('place_unreachable');
    await send(`DELETE ${source}`);
    expect(told(await judged({ versionId }))[0]).toBe('place_unreachable');
  });

  test('PF7 an observed version is judged while its place has it, and the newest is the one that is judged', async () => {
    place.etag = null;
    const first = await fetched();
    place.content = 'id,origin\n1,AMS\n';
    const second = await fetched();
    expect(await latest()).toMatchObject({ datasetVersionId: second, verdict: 'fail' });
    // How many rows the version before had is known; what they were is not.
    const shrunk = ['pass', 'fail', 'pass', 'pass', 'pass', 'fail', 'reference_elsewhere'];
    expect(told(await latest())).toEqual(shrunk);
    expect(told(await judged())).toEqual(shrunk);
    expect(told(await judged({ versionId: first }))).toEqual([
      'place_changed',
      'pass',
      'pass',
      'pass',
      'pass',
      ...alone,
    ]);
    place.content = january;
    expect(told(await judged({ versionId: second }))).toEqual(['place_changed', ...shrunk.slice(1)]);
  });

  test('PF7 an erased version is not judged, and nothing is suggested of rows that are not here', async () => {
    const versionId = await fetched();
    expect((await send(`POST ${path}/suggestions`, {})).body.error.code).toBe('contract.no_data');
    await send(`POST ${problem}/dataset-versions/${versionId}/erase`, { reason: 'Asked for' });
    const refused = await send(`POST ${path}/runs`, { versionId });
    expect([refused.status, refused.body.error.code]).toEqual([404, 'contract.data_version_not_found']);
  });
});
