import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import {
  evaluationData,
  logArtifact,
  loggedRun,
  logTable,
  predictedStops,
} from '../../../test/kit/logged-predictions.ts';
import { sendingTo } from '../../../test/kit/sending.ts';
import { writtenProblem } from '../../../test/kit/written-problem.ts';

describeEachDatabase('runs that were evaluated, side by side', (kit) => {
  test('DS2 they are judged by euros under equal protocols, and the thread says that there is something to judge by', async () => {
    const peil = await kit.openPeil();
    const send = sendingTo(peil);
    const { problemId } = await writtenProblem(peil);
    const at = `/api/problems/${problemId}`;
    const stateOfRuns = async () =>
      (await send(`GET ${at}/thread`)).body.stations.find(({ station }: { station: string }) => station === 'runs')
        .state;
    expect(await stateOfRuns()).toBe('not_yet');
    const datasetVersionId = await evaluationData(peil, problemId);
    const runs: Record<string, string> = {};
    for (const [name, shift, split] of [
      ['keen', 0, 'test'],
      ['blind', 0.4, 'test'],
      ['elsewhere', 0, 'validation'],
      ['unseen', 0, null],
    ] as const) {
      peil.clock.advance(1000);
      const run = await loggedRun(peil, { problemId, name });
      runs[name] = run.runId;
      if (split === null) continue;
      const { columns, data } = predictedStops(shift);
      await logArtifact(peil, run, { path: 'eval.json', content: logTable(columns, data) });
      const body = { artifact: 'eval.json', datasetVersionId, split };
      expect((await send(`POST ${at}/runs/${run.runId}/evaluations`, body)).status).toBe(201);
    }
    expect(await stateOfRuns()).toBe('open');
    await peil.services.jobs.runDue();
    expect(await stateOfRuns()).toBe('done');
    const ids = ['blind', 'keen', 'elsewhere', 'unseen'].map((name) => runs[name]).join(',');
    const { body } = await send(`GET ${at}/runs/compare?runs=${ids}`);
    expect(body).toMatchObject({ by: 'evaluation.euros', isLowBetter: false, bestId: runs['keen'] });
    expect(body.figures.map(({ key }: { key: string }) => key)).toEqual(['quality', 'euros']);
    expect(body.figures[1].values.at(-1)).toBeNull();
    expect(body.groups).toMatchObject([
      { runIds: [runs['blind'], runs['keen']], protocol: 'Nights, version 1, part “test”', isKnown: true },
      { runIds: [runs['elsewhere']], reasons: [expect.stringContaining('part “validation”')] },
      { runIds: [runs['unseen']], isKnown: false, reasons: ['Peil has not evaluated it.'] },
    ]);
    expect(body.finding[0]).toContain('keen is the better of the two: the euros a month is');
    await peil.close();
  });
});
