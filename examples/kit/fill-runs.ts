import * as registry from '../../src/capabilities/registry/contract.ts';
import * as tracking from '../../src/capabilities/tracking/contract.ts';
import { evaluateRuns } from './evaluate-runs.ts';
import type { Filling } from './filling.ts';
import { logRun } from './log-run.ts';
import * as wire from './wire.ts';
import type { WrittenRuns } from './written-runs.ts';

type Place = Pick<Filling, 'ask' | 'params'>;

/** What was tried, as the client of a data scientist logs it, and what came of it as Peil measures it. */
export async function fillRuns(filling: Filling): Promise<void> {
  const { runs: written } = filling.written;
  if (!written) return;
  await declareVariants(filling, written);
  const ids = await logRuns(filling, written);
  await evaluateRuns(filling, written, ids);
  await register(filling, written, ids);
}

async function declareVariants({ ask, params }: Place, { variants }: WrittenRuns): Promise<void> {
  const { variants: known } = await ask(tracking.listVariants, { params });
  const ids = new Map(known.map(({ name, id }) => [name, id]));
  for (const { parent, ...fields } of variants) {
    if (ids.has(fields.name)) continue;
    const parentId = parent === null ? null : (ids.get(parent) ?? null);
    const { id } = await ask(tracking.addVariant, { params, body: { ...fields, parentId } });
    ids.set(fields.name, id);
  }
}

const everyRun = { filter: '', view: 'active', facts: 'any', order: '', columns: '', offset: 0, limit: 1000 } as const;

/** Answers the id of each run by its name. One that was broken off is deleted and done again, as its client would. */
async function logRuns(filling: Filling, written: WrittenRuns): Promise<Map<string, string>> {
  const { ask, params } = filling;
  const experimentId = await theExperiment(filling, written.experiment);
  const { runs: known } = await ask(tracking.listRuns, { params, query: { ...everyRun, experimentId } });
  const broken = known.filter(({ status }) => status === 'RUNNING').map(({ id }) => id);
  if (broken.length > 0) await ask(tracking.deleteRuns, { params, body: { runIds: broken } });
  const ids = new Map<string, string>();
  for (const run of written.runs) {
    const found = known.find(({ name, status }) => name === run.name && status === 'FINISHED');
    ids.set(run.name, found?.id ?? (await logRun(filling, { run, experimentId })));
  }
  return ids;
}

async function theExperiment({ ask, params }: Place, name: string): Promise<string> {
  const { experiments } = await ask(tracking.listExperiments, { params });
  const found = experiments.find((each) => each.name === name);
  if (found) return found.id;
  const tags = [{ key: 'peil.problem', value: params.problemId }];
  return (await ask(wire.createExperiment, { body: { name, tags } })).experiment_id;
}

/** Models by name, each version of a run that made one. */
async function register(
  { ask, params }: Place,
  { registered: { name, description, versions, aliases } }: WrittenRuns,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const { models } = await ask(registry.listRegisteredModels, { params });
  const tags = [{ key: 'peil.problem', value: params.problemId }];
  if (models.every((each) => each.name !== name)) await ask(wire.registerModel, { body: { name, description, tags } });
  let model = await ask(registry.showRegisteredModel, { params: { name } });
  const numberOf = (run: string) => model.versions.find((each) => each.run?.id === ids.get(run))?.number;
  for (const { run, description: said } of versions) {
    if (numberOf(run) !== undefined) continue;
    const run_id = ids.get(run) ?? '';
    const { modelsOut } = await ask(tracking.showRun, { params: { runId: run_id } });
    const model_id = modelsOut[0]?.id ?? '';
    const body = { name, source: `models:/${model_id}`, run_id, model_id, description: said };
    await ask(wire.registerVersion, { body });
  }
  model = await ask(registry.showRegisteredModel, { params: { name } });
  for (const [alias, run] of Object.entries(aliases)) {
    const number = numberOf(run);
    if (number === undefined || model.aliases.some((each) => each.alias === alias)) continue;
    await ask(registry.putModelAlias, { params: { name, alias }, body: { number } });
  }
}
