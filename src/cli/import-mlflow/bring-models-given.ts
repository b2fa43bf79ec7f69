import type { Bringing } from './bringing.ts';
import { goOn } from './go-on.ts';
import { speak } from './speak.ts';

const api = 'api/2.0/mlflow';

/** Which models runs were given. After all runs: another may have made the model. What is linked already is passed over. */
export async function bringModelsGiven(bringing: Bringing): Promise<void> {
  for (const [there, models] of bringing.modelsGiven)
    await goOn(bringing.brought, `run ${there}`, () => bringOf(bringing, there, models));
}

async function bringOf({ to, brought, ...here }: Bringing, there: string, given: readonly string[]): Promise<void> {
  const run_id = here.runs.get(there);
  if (run_id === undefined) return;
  const wanted = given.flatMap((id) => here.models.get(id)?.id ?? []);
  const missing = given.length - wanted.length;
  if (missing > 0) brought.leftOut.push(`run ${there}: models given ${missing} that were not brought`);
  const read = () => speak(to, { method: 'GET', path: `${api}/runs/get`, query: { run_id } });
  const linkedOf = ({ inputs }: Awaited<ReturnType<typeof read>>['run']): string[] =>
    (inputs?.model_inputs ?? []).map(({ model_id }: { model_id: string }) => model_id);
  const { run } = await read();
  const linked = linkedOf(run);
  const ask = (path: string, body: object = {}) =>
    speak(to, { method: 'POST', path: `${api}/runs/${path}`, body: { run_id, ...body } });
  const models = wanted.filter((id) => !linked.includes(id)).map((model_id) => ({ model_id }));
  if (models.length > 0) {
    const isDeleted = run.info.lifecycle_stage === 'deleted';
    if (isDeleted) await ask('restore');
    await ask('log-inputs', { models });
    if (isDeleted) await ask('delete');
  }
  const found = models.length > 0 ? linkedOf((await read()).run) : linked;
  const kept = wanted.filter((id) => found.includes(id)).length;
  brought.modelsGiven += kept;
  if (kept < wanted.length) brought.differences.push(`run ${there}: models given ${wanted.length} there, ${kept} here`);
}
