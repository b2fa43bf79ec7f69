import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../../test/kit/databases.ts';
import { importFiles } from '../../../../test/kit/importing.ts';
import { type Sending, sendingTo } from '../../../../test/kit/sending.ts';
import { type Wire, wireTo } from '../../../../test/kit/wire.ts';

interface Given {
  params?: Readonly<Record<string, string>>;
  metrics?: Readonly<Record<string, number | string>>;
  tags?: Readonly<Record<string, string>>;
  /** number of the version of the data set Stops, and what it was used for */
  data?: readonly [version: number, context: string];
  files?: Readonly<Record<string, string>>;
}

describeEachDatabase('runs side by side', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let wire: Wire;
  let at: string;
  let experiment_id: string;
  const runs: Record<string, string> = {};
  const pairs = (given: Readonly<Record<string, string>> = {}) =>
    Object.entries(given).map(([key, value]) => ({ key, value }));

  async function log(name: string, { params, metrics, tags, data, files }: Given, experiment = experiment_id) {
    peil.clock.advance(1000);
    const asked = { experiment_id: experiment, run_name: name, start_time: peil.clock.now(), tags: pairs(tags) };
    const { run_id, artifact_uri } = (await wire('POST runs/create', asked)).body.run.info;
    const points = Object.entries(metrics ?? {}).map(([key, value]) => ({ key, value, timestamp: 1, step: 0 }));
    await wire('POST runs/log-batch', { run_id, metrics: points, params: pairs(params) });
    if (data) {
      const use = [{ key: 'mlflow.data.context', value: data[1] }];
      const dataset = { name: `Stops@${data[0]}`, digest: 'a1b2', source_type: 'code', source: '{}' };
      await wire('POST runs/log-inputs', { run_id, datasets: [{ tags: use, dataset }] });
    }
    for (const [path, payload] of Object.entries(files ?? {})) {
      const url = `/api/2.0/mlflow-artifacts/artifacts/${String(artifact_uri).replace('mlflow-artifacts:/', '')}/${path}`;
      await peil.app.inject({ method: 'PUT', url, payload, headers: { 'content-type': 'application/octet-stream' } });
    }
    runs[name] = run_id;
  }
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
    wire = wireTo(peil);
    const problemId: string = (await send('POST /api/problems', { title: 'Stops' })).body.id;
    at = `/api/problems/${problemId}`;
    for (const rows of ['a\n1\n', 'a\n1\n2\n'])
      await importFiles(peil, { problemId, files: [{ name: 'stops.csv', content: rows }], body: { name: 'Stops' } });
    const tags = [{ key: 'peil.problem', value: problemId }];
    experiment_id = (await wire('POST experiments/create', { name: 'trees', tags })).body.experiment_id;
    const code = (commit: string, dirty: string) => ({
      'mlflow.source.git.commit': commit,
      'mlflow.source.git.dirty': dirty,
    });
    await log('shallow', {
      params: { depth: '3', eta: '0.1' },
      metrics: { auc: 0.8, log_loss: 0.4 },
      data: [2, 'testing'],
      tags: code('a'.repeat(40), 'false'),
      files: { 'requirements.txt': 'numpy==2.1.0\nscikit-learn==1.7.2\n' },
    });
    await log('deep', {
      params: { depth: '8', eta: '0.1' },
      metrics: { auc: 0.9, log_loss: 0.5, lift: 'NaN' },
      data: [2, 'testing'],
      tags: code('b'.repeat(40), 'true'),
      files: {
        'requirements.txt': 'numpy==2.2.0\nscikit-learn==1.7.2\nxgboost==3\n',
        'git.diff': '-depth = 3\n+depth = 8\n',
      },
    });
    await log('old data', { params: { depth: '9' }, metrics: { auc: 0.99 }, data: [1, 'testing'] });
    await log('no data', { params: { depth: '2' }, metrics: { auc: 1 } });
    await log('another variant', {
      params: { depth: '1' },
      metrics: { auc: 0.95 },
      data: [2, 'testing'],
      tags: { 'peil.variant': 'Ghent' },
    });
    const other: string = (await send('POST /api/problems', { title: 'Churn' })).body.id;
    const elsewhere = await wire('POST experiments/create', {
      name: 'x',
      tags: [{ key: 'peil.problem', value: other }],
    });
    await log('elsewhere', { metrics: { auc: 1 } }, elsewhere.body.experiment_id);
  });
  afterAll(() => peil.close());

  const compare = async (given: Readonly<Record<string, string>>, language: 'en' | 'nl' = 'en') =>
    send(`GET ${at}/runs/compare?${new URLSearchParams(given)}`, undefined, { language });
  const ids = (...names: string[]) => names.map((name) => runs[name] ?? '').join(',');

  test('DS1 two runs stand side by side: parameters, metrics, data and code, in the order that was asked for', async () => {
    const { body } = await compare({ runs: ids('deep', 'shallow') });
    expect(body.runs).toMatchObject([
      {
        name: 'deep',
        commit: 'b'.repeat(40),
        isDirty: true,
        data: [{ context: 'testing', versionId: expect.any(String) }],
      },
      { name: 'shallow', isDirty: false, experiment: 'trees' },
    ]);
    expect(body.params).toEqual([
      { key: 'depth', differs: true, values: ['8', '3'] },
      { key: 'eta', differs: false, values: ['0.1', '0.1'] },
    ]);
    expect(body.metrics).toEqual([
      { key: 'auc', differs: true, values: [0.9, 0.8] },
      { key: 'lift', differs: true, values: ['NaN', null] },
      { key: 'log_loss', differs: true, values: [0.5, 0.4] },
    ]);
    expect(body).toMatchObject({ by: 'metrics.auc', isLowBetter: false, bestId: runs['deep'], total: 2, leftOut: 0 });
    expect(body.telling).toEqual(['depth']);
    expect(body.telling).toEqual(['depth']);
    expect(body.finding).toEqual([
      'deep is the better of the two: auc is 0.9, and 0.8 for the other.',
      'It differs most in depth, 8 against 3.',
    ]);
    const byLoss = (await compare({ runs: ids('deep', 'shallow'), by: 'metrics.log_loss' }, 'nl')).body;
    expect(byLoss).toMatchObject({ isLowBetter: true, bestId: runs['shallow'] });
    expect(byLoss.finding[0]).toBe('shallow is de betere van de twee: log_loss is 0,4, en bij de andere 0,5.');
    expect((await compare({ runs: ids('deep', 'shallow'), better: 'low' })).body.bestId).toBe(runs['shallow']);
  });

  test('DS2 what was measured on other data, on none that is known, or is of another variant stands apart with its reason', async () => {
    const { groups, bestId, finding } = (await compare({})).body;
    expect(groups.map(({ runIds }: { runIds: string[] }) => runIds)).toEqual([
      [runs['deep'], runs['shallow']],
      [runs['another variant']],
      [runs['old data']],
      [runs['no data']],
    ]);
    expect(bestId).toBe(runs['deep']);
    expect(finding.at(-1)).toBe('3 runs do not compare with these, and stand apart.');
    expect(groups[0]).toMatchObject({ reasons: [], repair: null, isKnown: true, variant: null });
    expect(groups[1].reasons).toEqual(['It is of Ghent, the others of no variant.']);
    expect(groups[2].reasons[0]).toMatch(
      /^It was measured on Stops.*1.* \(testing\), the others on Stops.*2.* \(testing\)\.$/,
    );
    expect(groups[2].repair).toContain('Measure it on Stops');
    expect(groups[3]).toMatchObject({ isKnown: false, reasons: ['Nobody said on which data it was measured.'] });
    const together = (await compare({ variants: 'together' })).body;
    expect(together.groups[0].runIds).toEqual([runs['another variant'], runs['deep'], runs['shallow']]);
    expect(together.bestId).toBe(runs['another variant']);
    expect((await compare({ runs: ids('no data') })).body).toMatchObject({
      bestId: null,
      finding: ['Which is best cannot be said: nobody said on which data they were measured.'],
    });
    expect((await compare({ runs: ids('deep', 'old data') })).body.finding[0]).toBe(
      'No two of them compare by auc, so none is called the best.',
    );
  });

  test('DS1 the runs of a search are compared, as many as are asked for, and no others', async () => {
    const found = (await compare({ filter: 'metrics.auc > 0.85', limit: '2' })).body;
    expect(found.total).toBe(4);
    expect(found.runs.map(({ name }: { name: string }) => name)).toEqual(['another variant', 'no data']);
    expect(await compare({ runs: ids('deep', 'elsewhere') })).toMatchObject({
      status: 422,
      body: { error: { code: 'tracking.runs_elsewhere' } },
    });
    expect(await compare({ filter: 'auc >' })).toMatchObject({ status: 400 });
    expect(await compare({ runs: Array.from({ length: 101 }, (_, n) => `r${n}`).join(',') })).toMatchObject({
      status: 400,
    });
    expect((await compare({ filter: 'metrics.auc > 7' })).body).toMatchObject({
      runs: [],
      groups: [],
      bestId: null,
      by: null,
    });
    expect((await compare({ runs: ids('deep'), by: 'metrics.nothing' })).body).toMatchObject({ bestId: null });
  });

  test('DS1 the code of two runs: commit, what was changed as it was logged, and packages', async () => {
    const query = `first=${runs['shallow']}&second=${runs['deep']}`;
    const { body } = await send(`GET ${at}/runs/compare/code?${query}`);
    expect(body).toMatchObject({
      first: { commit: 'a'.repeat(40), changes: { state: 'none', text: null }, environment: 'requirements.txt' },
      second: { changes: { state: 'kept', text: '-depth = 3\n+depth = 8\n', isCut: false } },
      packages: [
        { name: 'numpy', first: '2.1.0', second: '2.2.0' },
        { name: 'xgboost', first: null, second: '3' },
      ],
      samePackages: 1,
      sentences: [
        'The first ran commit aaaaaaaaaaaa, the second bbbbbbbbbbbb.',
        'What was changed since is not the same.',
        '2 packages differ.',
      ],
    });
    const unknown = (await send(`GET ${at}/runs/compare/code?first=${runs['no data']}&second=${runs['deep']}`)).body;
    expect(unknown).toMatchObject({ first: { commit: null, changes: { state: 'unknown' }, environment: null } });
    expect(unknown.packages).toEqual([]);
    expect(unknown.sentences.join(' ')).toContain('not known which packages');
    expect(await send(`GET ${at}/runs/compare/code?first=${runs['deep']}&second=${runs['elsewhere']}`)).toMatchObject({
      status: 422,
    });
  });
});
