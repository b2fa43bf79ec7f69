import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { evaluatingIn } from '../../../test/kit/evaluating.ts';
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
      {
        runIds: [runs['blind'], runs['keen']],
        protocol: expect.stringContaining('Nights, version 1, part “test”, '),
        isKnown: true,
      },
      { runIds: [runs['elsewhere']], reasons: [expect.stringContaining('part “validation”')] },
      { runIds: [runs['unseen']], isKnown: false, reasons: ['Peil has not evaluated it.'] },
    ]);
    expect(body.finding[0]).toContain('keen is the better of the two: the euros a month is');
    const unlike = (await send(`GET ${at}/runs/compare?runs=${runs['unseen']}&by=evaluation.euros`)).body;
    expect(unlike.finding).toEqual(['Which is best cannot be said: Peil has not evaluated them.']);
    await peil.close();
  });

  test('DS2 a run that was evaluated twice is compared by the protocol that most share, or by the one that is chosen', async () => {
    const peil = await kit.openPeil();
    const send = sendingTo(peil);
    const { problemId } = await writtenProblem(peil);
    const all = evaluatingIn(peil, { problemId, versionId: await evaluationData(peil, problemId) }, send);
    const [keen, blind] = [await all.logged('keen', predictedStops()), await all.logged('blind', predictedStops(0.4))];
    const first = await all.evaluated(keen, { split: 'test' });
    await all.evaluated(blind, { split: 'test' });
    const newest = await all.evaluated(keen, { split: 'train' });
    const compare = async (query = '') =>
      (await send(`GET /api/problems/${problemId}/runs/compare?runs=${keen.runId},${blind.runId}${query}`)).body;
    const { runs, groups, protocol, protocols } = await compare();
    expect(runs[0].evaluation).toMatchObject({ id: first.id, finishedAt: first.finishedAt, threshold: 0.5, others: 1 });
    expect(runs[0].evaluation.protocol).toMatch(/^Nights, version 1, part “test”, \S/);
    expect(groups).toMatchObject([{ runIds: [keen.runId, blind.runId], repair: null }]);
    expect(protocols).toEqual([
      { key: protocol, words: runs[0].evaluation.protocol, runs: 2 },
      { key: expect.any(String), words: expect.stringContaining('part “train”'), runs: 1 },
    ]);
    const held = await compare(`&protocol=${protocols[1].key}`);
    expect(held).toMatchObject({
      protocol: protocols[1].key,
      runs: [{ evaluation: { id: newest.id, others: 1 } }, {}],
    });
    expect(held.groups).toMatchObject([{ runIds: [keen.runId] }, { runIds: [blind.runId] }]);
    await peil.close();
  });
});
