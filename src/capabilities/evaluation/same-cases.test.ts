import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';

import {
  type EvaluatingAnew,
  evaluatingAnew,
  evaluatingIn,
  parquetOf,
  problemPricedBy,
} from '../../../test/kit/evaluating.ts';
import {
  evaluationData,
  logArtifact,
  loggedRun,
  logTable,
  predictedStops,
} from '../../../test/kit/logged-predictions.ts';
import { delayModel } from '../value/model-fixtures.ts';

const stops = predictedStops();
const sorted = (...ids: string[]) => ids.toSorted();
const idsOf = ({ evaluations }: { evaluations: { id: string }[] }) => sorted(...evaluations.map(({ id }) => id));

describeEachDatabase('which cases were measured', (kit) => {
  let peil: TestPeil;
  let all: EvaluatingAnew;
  beforeAll(async () => {
    peil = await kit.openPeil();
  });
  beforeEach(async () => {
    all = await evaluatingAnew(peil);
  });
  afterAll(() => peil.close());
  const evaluatedWith = async (name: string, data: unknown[][], columns = stops.columns) =>
    all.evaluated(await all.logged(name, { columns, data }));

  test('DS2 as many cases of each truth are other cases where ids or truths differ, and it says so', async () => {
    const own = await evaluatedWith('own', stops.data);
    const turned = await evaluatedWith('turned round', stops.data.toReversed());
    const named = await evaluatedWith(
      'named',
      stops.data.map(([id, ...rest]) => [`other ${String(id)}`, ...rest]),
    );
    // The first two cases change places: the ids are the same, and there are as many of each truth.
    const swapped = stops.data.with(0, stops.data[0]!.with(1, 0)).with(1, stops.data[1]!.with(1, 1));
    const other = await evaluatedWith('swapped', swapped);
    const { groups, apart } = await all.ranking();
    expect(groups.map(idsOf)).toEqual([sorted(own.id, turned.id), [other.id], [named.id]]);
    for (const { differences, repair } of apart) {
      expect(differences).toEqual([{ what: 'cases', reason: expect.stringContaining('they are other cases') }]);
      expect(repair.kind).toBe('log');
    }
    expect(own.judged.caseDigest).toMatch(/^\d+$/);
    expect([own.warnings, groups[0].note]).toEqual([turned.warnings, null]);
  });

  // Digests are kept: an engine that says another one for the same cases needs digests that tell which engine made them.
  test('DS2 the same cases have the same digest for as long as evaluations are kept', async () => {
    expect((await evaluatedWith('own', stops.data)).judged.caseDigest).toBe('1809307224246724252239');
  });

  test('DS2 cases without ids are told by their numbers only, which is said of each and of the ranking', async () => {
    const columns = stops.columns.slice(1);
    const nameless = stops.data.map((row) => row.slice(1));
    const one = await evaluatedWith('one', nameless, columns);
    const two = await evaluatedWith('two', nameless.toReversed(), columns);
    expect([one.judged.caseDigest, two.warnings]).toEqual([null, one.warnings]);
    expect(one.warnings.join(' ')).toContain('told by their numbers only');
    const named = await evaluatedWith('named', stops.data);
    const halfNamed = await evaluatedWith(
      'half',
      stops.data.map((row, index) => (index % 2 ? row : row.with(0, null))),
    );
    expect(halfNamed.judged.caseDigest).toBeNull();
    const { groups, apart } = await all.ranking();
    expect(groups.map(idsOf)).toEqual([sorted(one.id, two.id, halfNamed.id), [named.id]]);
    expect(groups[0].note).toContain('told by their numbers only');
    expect(apart).toMatchObject([
      { evaluationId: named.id, differences: [{ what: 'cases' }], repair: { kind: 'log' } },
    ]);
    expect(apart[0].differences[0].reason).toContain('those of the others only counted');
    const other = await all.ranking(`?key=${groups[1].key}`);
    expect(other.apart.find(({ evaluationId }: { evaluationId: string }) => evaluationId === one.id)).toMatchObject({
      differences: [{ reason: expect.stringMatching(/^Its cases are only counted/) }],
      repair: { kind: 'log' },
    });
  });

  test('DS2 the same numbers are the same cases from JSON, CSV and Parquet, of 32 and of 64 bits', async () => {
    const problemId = await problemPricedBy(peil, delayModel());
    const own = evaluatingIn(peil, { problemId, versionId: await evaluationData(peil, problemId) });
    const rows = Array.from({ length: 60 }, (_, index) => [index, index / 10 - 1, index / 8]);
    const columns = ['id', 'truth', 'predicted'];
    const select = (type: string) =>
      `select i::${type === 'float' ? 'int' : 'double'} as id, ((i - 10) / 10.0)::${type} as truth, i / 8 as predicted from range(60) t(i)`;
    const files = {
      'eval.json': logTable(columns, rows),
      'eval.csv': [columns, ...rows.map(([id, truth, predicted]) => [id, Number(truth).toFixed(3), predicted])].join(
        '\n',
      ),
      'float.parquet': await parquetOf(peil, select('float')),
      'double.parquet': await parquetOf(peil, select('double')),
    };
    const digests: unknown[] = [];
    for (const [path, content] of Object.entries(files)) {
      const run = await loggedRun(peil, { problemId, name: path });
      await logArtifact(peil, run, { path, content });
      digests.push((await own.evaluated(run, { artifact: path })).judged.caseDigest);
    }
    expect(new Set(digests).size, digests.join(' ')).toBe(1);
    expect((await own.ranking()).groups[0].evaluations).toHaveLength(4);
  });
});
