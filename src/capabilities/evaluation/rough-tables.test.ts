import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestPeil, type TestPeil } from '../../../test/kit/app.ts';
import { type Evaluating, evaluatingIn, parquetOf, toTenDigits } from '../../../test/kit/evaluating.ts';
import {
  evaluationData,
  logArtifact,
  loggedRun,
  logTable,
  predictedStops,
} from '../../../test/kit/logged-predictions.ts';
import { writtenProblem } from '../../../test/kit/written-problem.ts';

const stops = predictedStops();
const scores = `select 'm' || i as id, i % 10 = 0 as truth, ((i * 37) % 100) / 100.0 as score from range(300) r(i)`;

// What a file holds is the same question on either database.
describe('tables that are not as they should be', () => {
  let peil: TestPeil;
  let problemId: string;
  let all: Evaluating;
  beforeAll(async () => {
    peil = await openTestPeil();
    ({ problemId } = await writtenProblem(peil));
    all = evaluatingIn(peil, { problemId, versionId: await evaluationData(peil, problemId) });
  });
  afterAll(() => peil.close());

  /** Begun and finished, if it is not refused at once: either way a sentence. */
  async function told(path: string, content: string | Buffer, body: object = {}) {
    const run = await loggedRun(peil, { problemId, name: 'rough' });
    await logArtifact(peil, run, { path, content });
    const begun = await all.begin(run, { artifact: path, ...body });
    if (begun.status !== 201) return { status: begun.status, ...begun.body.error };
    await peil.services.jobs.runDue();
    const { state, failure, judged } = await all.show(begun.body.id);
    return { status: 201, state, judged, ...failure };
  }

  const refused: readonly (readonly [string, () => Promise<Buffer | string> | Buffer | string, string, object?])[] = [
    ['p.parquet', () => '', 'evaluation.unreadable'],
    ['p.parquet', async () => (await parquetOf(peil, scores)).subarray(0, 400), 'evaluation.unreadable'],
    [
      'p.parquet',
      async () => {
        const whole = await parquetOf(peil, scores);
        return Buffer.concat([whole.subarray(0, 60), Buffer.alloc(900, 7), whole.subarray(960)]);
      },
      'evaluation.unreadable',
    ],
    ['p.parquet', () => 'PAR1 and no more', 'evaluation.unreadable'],
    ['p.csv', () => '', 'evaluation.no_column'],
    ['p.csv', () => 'truth,score', 'evaluation.no_cases'],
    ['p.csv', () => 'truth,score\n', 'evaluation.no_cases'],
    ['p.csv', () => 'a,b\n1,2\n', 'evaluation.no_column'],
    ['p.csv', () => 'truth,score\n1,0.5\n0,0.4,9,9\n', 'evaluation.no_column'],
    ['p.json', () => '', 'evaluation.unreadable'],
    ['p.json', () => '[1, 2]', 'evaluation.unreadable'],
    ['p.json', () => '{"columns": ["truth", "score"]}', 'evaluation.no_cases'],
    ['p.json', () => logTable(['truth', 'score'], []), 'evaluation.no_cases'],
    ['p.json', () => logTable(['truth', 'score'], [[1], [0]]), 'evaluation.no_cases'],
    ['p.json', () => logTable(['truth', 'score'], [[null, 0.1]]), 'evaluation.no_cases'],
    [
      'p.json',
      () =>
        logTable(
          stops.columns,
          stops.data.map((row) => row.with(2, 'NaN')),
        ),
      'evaluation.no_cases',
    ],
    ['p.json', () => logTable(stops.columns, stops.data), 'evaluation.no_column', { columns: { score: 'chance' } }],
  ];
  for (const [place, [path, content, code, body]] of refused.entries())
    test(`PF8 ${path} ${place + 1} is told in a sentence (${code})`, async () => {
      const answer = await told(path, await content(), body);
      expect(answer).toMatchObject({ code, message: expect.stringMatching(/[.?]$/) });
      expect([201, 422]).toContain(answer.status);
    });

  test('PF8 a Parquet file with truths of yes and no gives what the same table of log_table gives', async () => {
    const inParquet = await told('p.parquet', await parquetOf(peil, scores));
    const rows = Array.from({ length: 300 }, (_, i) => [`m${i}`, i % 10 === 0, ((i * 37) % 100) / 100]);
    const inJson = await told('p.json', logTable(['id', 'truth', 'score'], rows));
    expect(inParquet).toMatchObject({ state: 'done', judged: { counts: { rows: 300, cases: 300, repeatedIds: 0 } } });
    expect(toTenDigits(inParquet.judged)).toEqual(toTenDigits(inJson.judged));
  });

  test('PF8 NaN, infinities and nothing are no scores, and one score for all is one threshold', async () => {
    const rough = `select i % 10 = 0 as truth, case when i < 5 then 'NaN'::double when i < 9 then 'inf'::double
      when i < 12 then null else 0.25 end as score from range(100) r(i)`;
    const { judged, state } = await told('p.parquet', await parquetOf(peil, rough));
    expect([state, judged?.counts]).toMatchObject(['done', { rows: 100, cases: 88, withoutPrediction: 12 }]);
    expect(judged.quality.curve).toHaveLength(1);
    expect(judged.quality.metrics).toMatchObject({ auc: 0.5, recall: { value: 0 } });
  });

  test('PF8 a truth beside the positive class is negative, whatever it is called', async () => {
    const rows = [
      ['stop', 0.9],
      ['slow', 0.4],
      ['fine', 0.2],
      ['stop', 0.3],
    ];
    const body = { positiveClass: 'stop' };
    const { judged } = await told('p.json', logTable(['truth', 'score'], rows), body);
    expect(judged.quality).toMatchObject({
      truths: ['stop', 'fine / slow'],
      cells: [
        [1, 1],
        [0, 2],
      ],
    });
  });
});
