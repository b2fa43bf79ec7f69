import { AppError } from '../../platform/errors/app-error.ts';
import { asTags } from './as-kept.ts';
import type { Bringing, Brought } from './bringing.ts';
import type { KeyValue, SourceExperiment } from './source.ts';
import { type Answer, find, speak, type Speaker } from './speak.ts';

const api = 'api/2.0/mlflow';
/** characters that the tag of an experiment may have */
const longestTag = 5000;

/** The experiment here that takes the runs of one there. */
interface Home {
  id: string;
  isDeleted: boolean;
}

/** By its name, or made. Null where it was deleted here, which is told: whoever deleted it is not gone over. */
export async function findHome(
  bringing: Bringing,
  given: SourceExperiment,
  runIds: readonly string[],
): Promise<Home | null> {
  const { to, brought } = bringing;
  const experiment = { ...given, tags: asTags(given.tags, longestTag) };
  const { name } = experiment;
  const query = { experiment_name: name };
  const found = await find(to, { method: 'GET', path: `${api}/experiments/get-by-name`, query });
  if (experiment.isDeleted) return homeOfDeleted(bringing, { experiment, runIds, found });
  if (found?.experiment.lifecycle_stage === 'deleted') {
    brought.differences.push(`experiment ${name}: it was deleted here; restore it and give the command again`);
    return null;
  }
  if (found) {
    await setTags(to, found.experiment, experiment.tags);
    return { id: found.experiment.experiment_id, isDeleted: false };
  }
  const made = await orInInbox(brought, experiment, (tags) =>
    speak(to, { method: 'POST', path: `${api}/experiments/create`, body: { name, tags } }),
  );
  return { id: made.experiment_id, isDeleted: false };
}

/** Names the problem that an experiment belongs to. */
const problemTag = 'peil.problem';

/** But for its problem: where it is here already somebody may have given it to another. */
async function setTags(to: Speaker, experiment: Answer, tags: readonly KeyValue[]): Promise<void> {
  const known = new Map((experiment.tags ?? []).map(({ key, value }: Answer) => [key, value]));
  for (const { key, value } of tags)
    if (key !== problemTag && known.get(key) !== value)
      await speak(to, {
        method: 'POST',
        path: `${api}/experiments/set-experiment-tag`,
        body: { experiment_id: experiment.experiment_id, key, value },
      });
}

/** From another Peil it comes with a problem that this one may not know. */
async function orInInbox(
  { leftOut }: Brought,
  { name, tags }: SourceExperiment,
  make: (tags: readonly KeyValue[]) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await make(tags);
  } catch (error) {
    const problem = tags.find(({ key }) => key === problemTag)?.value;
    if (problem === undefined || !(error instanceof AppError) || error.params['status'] !== 404) throw error;
    leftOut.push(`experiment ${name}: its problem ${problem} is not here, so it waits in the inbox`);
    return make(tags.filter(({ key }) => key !== problemTag));
  }
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
async function homeOfDeleted({ to, brought }: Bringing, { experiment, runIds, found }: DeletedThere): Promise<Home> {
  const here = found?.experiment;
  for (const run_id of here ? runIds.slice(0, runsLookedFor) : []) {
    const known = await find(to, { method: 'GET', path: `${api}/runs/get`, query: { run_id } });
    if (known?.run.info.experiment_id === here.experiment_id)
      return { id: here.experiment_id, isDeleted: here.lifecycle_stage === 'deleted' };
  }
  const { id, name } = experiment;
  return orInInbox(brought, experiment, (tags) =>
    speak(to, { method: 'POST', path: 'api/imports/deleted-experiments', body: { id, name, tags } }),
  );
}
