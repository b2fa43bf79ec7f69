import type { Bringing } from './bringing.ts';
import type { KeyValue, SourceExperiment } from './source.ts';
import { type Answer, find, speak, type Speaker } from './speak.ts';

const api = 'api/2.0/mlflow';

/** The experiment here that takes the runs of one there. */
interface Home {
  id: string;
  isDeleted: boolean;
}

/** By its name, or made. Null where it was deleted here, which is told: whoever deleted it is not gone over. */
export async function findHome(
  { to, brought }: Bringing,
  experiment: SourceExperiment,
  runIds: readonly string[],
): Promise<Home | null> {
  const { name, tags } = experiment;
  const query = { experiment_name: name };
  const found = await find(to, { method: 'GET', path: `${api}/experiments/get-by-name`, query });
  if (experiment.isDeleted) return homeOfDeleted(to, { experiment, runIds, found });
  if (found?.experiment.lifecycle_stage === 'deleted') {
    brought.differences.push(`experiment ${name}: it was deleted here; restore it and give the command again`);
    return null;
  }
  if (found) {
    await setTags(to, found.experiment, tags);
    return { id: found.experiment.experiment_id, isDeleted: false };
  }
  const made = await speak(to, { method: 'POST', path: `${api}/experiments/create`, body: { name, tags } });
  return { id: made.experiment_id, isDeleted: false };
}

async function setTags(to: Speaker, experiment: Answer, tags: readonly KeyValue[]): Promise<void> {
  const known = new Map((experiment.tags ?? []).map(({ key, value }: Answer) => [key, value]));
  for (const { key, value } of tags)
    if (known.get(key) !== value)
      await speak(to, {
        method: 'POST',
        path: `${api}/experiments/set-experiment-tag`,
        body: { experiment_id: experiment.experiment_id, key, value },
      });
}

interface DeletedThere {
  experiment: SourceExperiment;
  runIds: readonly string[];
  /** what is here of its name */
  found: Answer;
}

/** How many of its runs are looked for: that it was brought before shows in the first ones, which were here first. */
const runsLookedFor = 10;

/** One that was brought before it was deleted there has its runs here already, and stays as it is; any other is brought as a deleted one. */
async function homeOfDeleted(to: Speaker, { experiment, runIds, found }: DeletedThere): Promise<Home> {
  const here = found?.experiment;
  for (const run_id of here ? runIds.slice(0, runsLookedFor) : []) {
    const known = await find(to, { method: 'GET', path: `${api}/runs/get`, query: { run_id } });
    if (known?.run.info.experiment_id === here.experiment_id)
      return { id: here.experiment_id, isDeleted: here.lifecycle_stage === 'deleted' };
  }
  const { id, name, tags } = experiment;
  return speak(to, { method: 'POST', path: 'api/imports/deleted-experiments', body: { id, name, tags } });
}
