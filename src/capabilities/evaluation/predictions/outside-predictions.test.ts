import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { openTestPeil } from '../../../../test/kit/app.ts';
import { loggedRun, logTable, predictedStops } from '../../../../test/kit/logged-predictions.ts';
import { sendingTo } from '../../../../test/kit/sending.ts';
import { writtenProblem } from '../../../../test/kit/written-problem.ts';

test('PF8 predictions that clients keep in a folder of their own are found and evaluated, and kept as they were', async () => {
  const root = await mkdtemp(join(tmpdir(), 'peil-outside-'));
  const peil = await openTestPeil({ artifactRoot: pathToFileURL(root).href });
  onTestFinished(async () => {
    await peil.close();
    await rm(root, { recursive: true, force: true });
  });
  const send = sendingTo(peil);
  const { problemId } = await writtenProblem(peil);
  const { runId, experimentId } = await loggedRun(peil, { problemId, name: 'forest' });
  const folder = join(root, experimentId, runId, 'artifacts', 'eval');
  await mkdir(folder, { recursive: true });
  const { columns, data } = predictedStops();
  await writeFile(join(folder, 'test.json'), logTable(columns, data));
  const listed = await send(`GET /api/problems/${problemId}/runs/${runId}/predictions`);
  expect(listed.body.tables).toMatchObject([{ artifact: 'eval/test.json', columns }]);
  const begun = await send(`POST /api/problems/${problemId}/runs/${runId}/evaluations`, { artifact: 'eval/test.json' });
  expect(begun.status, JSON.stringify(begun.body)).toBe(201);
  await writeFile(join(folder, 'test.json'), 'another thing by now');
  // The copy is asked to go after a day, and stays since an evaluation stands on it.
  peil.clock.advance(25 * 3_600_000);
  await peil.services.jobs.runDue();
  const { state, judged } = (await send(`GET /api/problems/${problemId}/evaluations/${begun.body.id}`)).body;
  expect([state, judged.quality.cells.flat().reduce((sum: number, each: number) => sum + each, 0)]).toEqual([
    'done',
    200,
  ]);
});
