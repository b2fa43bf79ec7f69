import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../../test/kit/app.ts';
import { askTerminal } from '../../test/kit/ask-terminal.ts';
import { chartedRun } from '../../test/kit/charted-run.ts';
import { openListeningPeil } from '../../test/kit/listening.ts';
import { loggedRun } from '../../test/kit/logged-predictions.ts';
import { writtenProblem } from '../../test/kit/written-problem.ts';

let peil: TestPeil & { address: string };
beforeAll(async () => {
  peil = await openListeningPeil();
});
afterAll(() => peil.close());

const ask = (words: readonly string[]) => askTerminal(peil.address, words);

test('DS1 runs are laid side by side in the terminal: what differs, and which is best', async () => {
  const { problemId } = await writtenProblem(peil);
  const { runId, siblingId } = await chartedRun(peil, { problemId, data: 'Stops' });
  const found = await ask(['run', 'compare', runId, siblingId, '--by', 'metrics.log_loss']);
  expect([found.exitCode, found.told]).toEqual([0, '']);
  expect(found.said).toContain('depth 5 is the better of the two: log_loss is 0.21, and 0.26 for the other.');
  expect(found.said).toMatch(/max_depth +5 +3/);
  expect(found.said).not.toContain('learning_rate');
  expect((await ask(['run', 'list', problemId, '--columns', 'params.max_depth'])).said).toMatch(
    /params\.max_depth\n.+5/,
  );
  expect((await ask(['run', 'show', runId])).said).toMatch(/^log_loss .* 2026-\d\d-\d\dT/m);
  expect((await ask(['run', 'compare', runId, siblingId, '--all'])).said).toContain('learning_rate');
  const whole = JSON.parse((await ask(['run', 'compare', runId, siblingId, '--json'])).said);
  expect(whole.runs.map(({ id }: { id: string }) => id)).toEqual([runId, siblingId]);
  const code = await ask(['run', 'code', problemId, '--first', runId, '--second', siblingId]);
  expect([code.exitCode, code.said]).toEqual([0, expect.stringContaining('train.py')]);
  expect(await ask(['run', 'compare', runId])).toMatchObject({ exitCode: 2, told: expect.stringContaining('run-id') });
  const waiting = await loggedRun(peil, { problemId: null, name: 'nobody’s' });
  expect((await ask(['run', 'compare', waiting.runId, runId])).told).toContain('waits in the inbox');
});
