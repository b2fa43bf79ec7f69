import * as evaluation from '../../src/capabilities/evaluation/contract.ts';
import type { Filling } from './filling.ts';
import { waitForWork } from './wait-until.ts';
import type { WrittenEvaluation, WrittenRuns } from './written-runs.ts';

/** Of the runs by their name. */
type Ids = ReadonlyMap<string, string>;

/** Asks Peil to measure and price what was predicted, all of it, and then waits until it has. */
export async function evaluateRuns(filling: Filling, written: WrittenRuns, ids: Ids): Promise<void> {
  const { ask, params } = filling;
  const { evaluations: known } = await ask(evaluation.listEvaluations, { params, query: {} });
  const begun = new Map<string, string>();
  for (const each of written.evaluations) {
    const runId = ids.get(each.run);
    const there = known.find(({ runId: of, asked }) => of === runId && asked.artifact === each.artifact);
    const championId = begun.get(`${each.champion} ${each.artifact}`);
    begun.set(`${each.run} ${each.artifact}`, there?.id ?? (await begin(filling, { written, each, ids, championId })));
  }
  for (const evaluationId of begun.values())
    await waitForWork(() => ask(evaluation.readEvaluation, { params: { ...params, evaluationId } }));
}

interface Beginning {
  written: WrittenRuns;
  each: WrittenEvaluation;
  ids: Ids;
  championId: string | undefined;
}

async function begin({ ask, params }: Filling, { written, each, ids, championId }: Beginning): Promise<string> {
  const learnt = await written.runs.find(({ name }) => name === each.run)?.learn();
  const threshold = learnt?.threshold ?? null;
  const body = {
    artifact: each.artifact,
    columns: written.columns,
    positiveClass: '1',
    split: written.part,
    value: 'level' as const,
    bins: 200,
    ...(threshold === null ? {} : { threshold }),
    ...(each.segment === undefined ? {} : { segment: each.segment }),
    ...(championId === undefined ? {} : { championId }),
  };
  return (await ask(evaluation.beginEvaluation, { params: { ...params, runId: ids.get(each.run) ?? '' }, body })).id;
}
