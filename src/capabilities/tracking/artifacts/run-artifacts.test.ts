import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../../test/kit/databases.ts';
import { openParquetKit } from '../../../../test/kit/parquet.ts';
import { type Sending, sendingTo } from '../../../../test/kit/sending.ts';
import { wireTo } from '../../../../test/kit/wire.ts';

describeEachDatabase('the files of a run', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let run_id: string;
  let model_id: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
    const wire = wireTo(peil);
    const info = (await wire('POST runs/create', { experiment_id: '0' })).body.run.info;
    run_id = info.run_id;
    const model = (await wire('POST logged-models', { experiment_id: '0', name: 'tree', source_run_id: run_id })).body;
    model_id = model.model.info.model_id;
    await wire('POST runs/outputs', { run_id, models: [{ model_id, step: 0 }] });
    const put = async (uri: string, payload: string | Buffer) => {
      const url = `/api/2.0/mlflow-artifacts/artifacts/${uri.replace('mlflow-artifacts:/', '')}`;
      await peil.app.inject({ method: 'PUT', url, payload, headers: { 'content-type': 'application/octet-stream' } });
    };
    await put(`${info.artifact_uri}/plots/calibration%20curve.txt`, 'low and high');
    const parquet = await openParquetKit();
    const made = await parquet.write("select range as id, 'a' || range as label, null::date as day from range(70)");
    await put(`${info.artifact_uri}/rows.parquet`, await readFile(made.parquet[0] ?? ''));
    await parquet.close();
    await put(`${info.artifact_uri}/fake.parquet`, 'no parquet at all');
    await put(`${model.model.info.artifact_uri}/MLmodel`, 'flavors: {}');
  });
  afterAll(() => peil.close());

  const list = (query = '') => send(`GET /api/runs/${run_id}/artifacts${query}`);

  test('DS1 the files of a run are listed by folder, each with an address that gives it', async () => {
    const { body } = await list();
    expect(body.isHere).toBe(true);
    expect(
      body.entries.map(({ path, size_bytes }: { path: string; size_bytes: number }) => [path, size_bytes]),
    ).toEqual([
      ['fake.parquet', 17],
      ['plots', null],
      ['rows.parquet', expect.any(Number)],
    ]);
    const [file] = (await list('?path=plots')).body.entries;
    expect(file).toMatchObject({ name: 'calibration curve.txt', path: 'plots/calibration curve.txt' });
    const given = await peil.app.inject({ method: 'GET', url: file.download, headers: { range: 'bytes=0-2' } });
    expect([given.statusCode, given.body]).toEqual([206, 'low']);
    expect(given.headers['content-security-policy']).toContain('sandbox');
    expect((await list(`?modelId=${model_id}`)).body.entries).toMatchObject([{ path: 'MLmodel', size_bytes: 11 }]);
  });

  test('DS1 no path leads to what is not of the run', async () => {
    for (const path of ['../x', '%2e%2e/x', 'a//b', 'a%5cb'])
      expect((await list(`?path=${encodeURIComponent(path)}`)).status, path).toBe(400);
    const other = (await wireTo(peil)('POST logged-models', { experiment_id: '0', name: 'other' })).body.model.info;
    expect((await list(`?modelId=${other.model_id}`)).status).toBe(404);
  });

  test('DS1 a table in Parquet is shown by its first rows, and what is none is refused', async () => {
    const { status, body } = await send(`GET /api/runs/${run_id}/artifacts/table?path=rows.parquet`);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({ columns: ['id', 'label', 'day'], isCut: true });
    expect(body.rows).toHaveLength(50);
    expect(body.rows[1]).toEqual(['1', 'a1', null]);
    const refused = await send(`GET /api/runs/${run_id}/artifacts/table?path=fake.parquet`);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.status).toBeLessThan(500);
    const text = await send(`GET /api/runs/${run_id}/artifacts/table?path=plots/calibration%20curve.txt`);
    expect([text.status, text.body.error.code]).toEqual([400, 'tracking.no_table']);
  });
});
