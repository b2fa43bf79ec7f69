import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { importFiles } from '../../../test/kit/importing.ts';
import { type Wire, wireTo } from '../../../test/kit/wire.ts';
import { asking } from '../../../test/kit/written-problem.ts';
import { readVersion } from '../../capabilities/datasets/contract.ts';
import { createProblem } from '../../capabilities/formulation/contract.ts';

const contents = ['flight,delay\nKL1,3\n', 'flight,delay\nKL1,3\nKL2,9\n'] as const;

describeEachDatabase('which data a run was given', (kit) => {
  let peil: TestPeil;
  let wire: Wire;
  let problemId: string;
  const hashes: string[] = [];
  let firstId = '';
  beforeAll(async () => {
    peil = await kit.openPeil();
    wire = wireTo(peil);
    problemId = (await asking(peil, createProblem, { body: { title: 'Late flights' } })).id;
    let datasetId: string | undefined;
    for (const content of contents) {
      const files = [{ name: 'flights.csv', content }];
      const done = await importFiles(peil, { problemId, files, body: datasetId ? { datasetId } : { name: 'Flights' } });
      const params = { problemId, versionId: done.versionId ?? '' };
      const version = await asking(peil, readVersion, { params });
      datasetId = version.datasetId;
      hashes.push(version.sha256);
      firstId ||= version.id;
    }
  });
  afterAll(() => peil.close());

  let count = 0;
  const begin = async (tags: readonly object[]): Promise<{ experiment_id: string; run_id: string }> => {
    const { experiment_id } = (await wire('POST experiments/create', { name: `Data ${count++}`, tags })).body;
    return { experiment_id, run_id: (await wire('POST runs/create', { experiment_id })).body.run.info.run_id };
  };
  const ofProblem = () => begin([{ key: 'peil.problem', value: problemId }]);
  const give = async (run_id: string, described: { name: string; digest: string }) => {
    const datasets = [{ dataset: { source_type: 'code', source: '{}', ...described } }];
    expect((await wire('POST runs/log-inputs', { run_id, datasets })).status).toBe(200);
    return meant(run_id);
  };
  /** The digest of Peil that the answer holds, beside the client's own. */
  const meant = async (run_id: string): Promise<string | undefined> => {
    const [input] = (await wire('GET runs/get', { run_id })).body.run.inputs.dataset_inputs;
    return input.tags?.find(({ key }: { key: string }) => key === 'peil.digest')?.value;
  };
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

  test.each<[what: string, described: () => { name: string; digest: string }, version: number | null]>([
    ['the beginning of the hash of a version', () => ({ name: 'any', digest: hashes[0]?.slice(0, 36) ?? '' }), 0],
    ['the hash of a file that it came from', () => ({ name: 'any', digest: sha256(contents[0]).slice(0, 36) }), 0],
    ['the name of the data set: the newest version', () => ({ name: 'FLIGHTS', digest: '5a5c68bf' }), 1],
    ['the name and the number of a version', () => ({ name: 'flights@1', digest: '5a5c68bf' }), 0],
    ['a name that nobody knows', () => ({ name: 'dataset', digest: '5a5c68bf' }), null],
    ['a number that is not there', () => ({ name: 'flights@9', digest: '5a5c68bf' }), null],
    ['too few digits of a hash', () => ({ name: 'dataset', digest: hashes[0]?.slice(0, 8) ?? '' }), null],
  ])('DS1 data is known by %s', async (_what, described, version) => {
    const { run_id } = await ofProblem();
    expect(await give(run_id, described())).toBe(version === null ? undefined : hashes[version]);
  });

  test.each<[what: string, described: (id: string) => object, version: number | null]>([
    ['its tag with the id', (id) => ({ tags: [{ key: 'peil.version', value: id }] }), 0],
    ['its tag with name and number', () => ({ tags: [{ key: 'peil.version', value: 'Flights@1' }] }), 0],
    [
      'its tag, though its name says another',
      () => ({ name: 'Flights@2', tags: [{ key: 'peil.version', value: 'flights@1' }] }),
      0,
    ],
    [
      'a tag that says nothing known, whatever its name',
      () => ({ name: 'Flights', tags: [{ key: 'peil.version', value: 'x' }] }),
      null,
    ],
    [
      'the address that it came from',
      (id) => ({ source: `{"url": "http://peil/api/problems/p/dataset-versions/${id}/rows"}` }),
      0,
    ],
    ['the page that it came from', (id) => ({ source: `{"url": "http://peil/problems/p/data-versions/${id}"}` }), 0],
    [
      'an address of something else',
      () => ({ source: '{"url": "http://peil/api/problems/p/dataset-versions/x"}' }),
      null,
    ],
  ])('DS1 data whose digest is the client’s own is known by %s', async (_what, described, version) => {
    const { run_id } = await ofProblem();
    const { tags = [], ...more } = described(firstId) as { tags?: object[] };
    const dataset = { name: 'dataset', digest: '5a5c68bf', source_type: 'http', source: '{}', ...more };
    expect((await wire('POST runs/log-inputs', { run_id, datasets: [{ dataset, tags }] })).status).toBe(200);
    expect(await meant(run_id)).toBe(version === null ? undefined : hashes[version]);
  });

  test('DS1 what waits in the inbox knows its data once it belongs to a problem', async () => {
    const { experiment_id, run_id } = await begin([]);
    expect(await give(run_id, { name: 'Flights', digest: '5a5c68bf' })).toBeUndefined();
    const tag = { experiment_id, key: 'peil.problem', value: problemId };
    expect((await wire('POST experiments/set-experiment-tag', tag)).status).toBe(200);
    expect(await meant(run_id)).toBe(hashes[1]);
    expect((await wire('GET experiments/get', { experiment_id })).body.experiment.tags).toEqual([
      { key: 'peil.problem', value: problemId },
    ]);
  });
});
