import type { RunCounts } from '../../capabilities/tracking/contract.ts';
import { asName, asParams, asTags } from './as-kept.ts';
import { bringModels } from './bring-models.ts';
import type { Bringing, Brought, Place } from './bringing.ts';
import { findHome } from './find-home.ts';
import { goOn } from './go-on.ts';
import { figure, inParts, sendFiles, sizeOf } from './sending.ts';
import type { SourceExperiment, SourceRun } from './source.ts';
import { speak, type Speaker } from './speak.ts';

const api = 'api/2.0/mlflow';

/** All runs of the experiments that are asked for. What is here as it was there is passed over, so that it can go on. */
export async function bringRuns(bringing: Bringing, only: readonly string[]): Promise<void> {
  const { source, brought, withDeleted, progress } = bringing;
  const all = await source.experiments();
  const missing = only.filter((name) => !all.some((each) => each.name === name));
  for (const name of missing) brought.differences.push(`experiment ${name} is not there`);
  const asked = all.filter(({ name }) => only.length === 0 || only.includes(name));
  const wanted = asked.filter(({ isDeleted }) => withDeleted || !isDeleted);
  for (const experiment of asked)
    if (!wanted.includes(experiment)) brought.leftOut.push(`experiment ${experiment.name} (deleted)`);
  for (const [index, experiment] of wanted.entries())
    await goOn(brought, `experiment ${experiment.name}`, () =>
      bringExperiment(bringing, experiment, (share) => progress((index + share) / wanted.length)),
    );
}

async function bringExperiment(
  bringing: Bringing,
  experiment: SourceExperiment,
  progress: Bringing['progress'],
): Promise<void> {
  const { source, brought } = bringing;
  const [ids, loose] = [await source.runIds(experiment.id), await source.looseModels(experiment.id)];
  // Default is there in every place; without runs it is nothing to bring.
  if (ids.length + loose.length === 0 && experiment.name === 'Default') return;
  const home = await findHome(bringing, experiment, ids);
  if (home === null) return;
  brought.experiments += 1;
  if (home.isDeleted) brought.deletedExperiments += 1;
  const at = { experiment, experimentId: home.id };
  for (const [index, id] of ids.entries()) {
    await goOn(brought, `run ${id}`, async () =>
      bringRun(bringing, { ...at, run: await source.run(experiment.id, id) }),
    );
    progress((index + 1) / ids.length);
  }
  await bringModels(bringing, { ...at, runId: null, models: loose, keptBack: [] });
}

async function bringRun(bringing: Bringing, { run, ...at }: Place & { run: SourceRun }): Promise<void> {
  const { to, brought } = bringing;
  const body = aboutRun(run, at.experimentId);
  const { id, isNew, isDeleted, status } = await speak(to, { method: 'POST', path: 'api/imports/runs', body });
  bringing.runs.set(run.id, id);
  if (run.modelsGiven.length > 0) bringing.modelsGiven.set(run.id, run.modelsGiven);
  const wanted = countOf(run);
  // A run that holds nothing is not here before it has ended as it did there.
  const isHere = !isNew && status === lastStatus(run) && isSame(await counted(to, id), wanted);
  if (!isHere) {
    if (isDeleted) await speak(to, { method: 'POST', path: `${api}/runs/restore`, body: { run_id: id } });
    await sendRun(bringing, run, { id, experimentId: at.experimentId });
  }
  if (run.isDeleted && (isDeleted || !isHere)) brought.deletedRuns += 1;
  await bringModels(bringing, { ...at, runId: id, models: run.models, keptBack: run.modelsKeptBack });
  compare(brought, run.id, { wanted, found: await counted(to, id) });
}

const lastStatus = ({ status }: SourceRun): string => status || 'FINISHED';

function aboutRun({ id, name, clientUser, startedAt, tags }: SourceRun, experimentId: string): object {
  const plainTags = tags.filter(({ key }) => key !== 'mlflow.runName');
  const about = { name: asName(name) || id, clientUser: asName(clientUser), tags: asTags(plainTags) };
  return { experimentId, id, startedAt, ...about };
}

/** What it holds, and then how it ended. */
async function sendRun(bringing: Bringing, run: SourceRun, here: { id: string; experimentId: string }): Promise<void> {
  const { to } = bringing;
  const run_id = here.id;
  await sendFacts(to, run_id, run);
  await sendFiles(bringing, `${here.experimentId}/${run_id}/artifacts`, run.files);
  const end = run.endedAt === null ? {} : { end_time: run.endedAt };
  await speak(to, { method: 'POST', path: `${api}/runs/update`, body: { run_id, status: lastStatus(run), ...end } });
  if (run.isDeleted) await speak(to, { method: 'POST', path: `${api}/runs/delete`, body: { run_id } });
}

/** Tags may be more here: what Peil adds. */
type Compared = Omit<RunCounts, 'tags'>;
const compared = ['params', 'metrics', 'points', 'datasets', 'files', 'files_bytes'] as const;

function countOf({ params, points, datasets, files }: SourceRun): Compared {
  return {
    params: params.length,
    metrics: new Set(points.map(({ key }) => key)).size,
    points: new Set(points.map(({ key, value, at, step }) => `${key} ${value} ${at} ${step}`)).size,
    datasets: new Set(datasets.map(({ name, digest }) => `${name} ${digest}`)).size,
    files: files.length,
    files_bytes: sizeOf(files),
  };
}

const isSame = (found: RunCounts, wanted: Compared): boolean => compared.every((what) => found[what] === wanted[what]);

function counted(to: Speaker, id: string): Promise<RunCounts> {
  return speak(to, { method: 'GET', path: `api/imports/runs/${id}/counts` });
}

function compare(brought: Brought, id: string, { wanted, found }: { wanted: Compared; found: RunCounts }): void {
  brought.runs += 1;
  for (const what of ['params', 'points', 'datasets', 'files', 'files_bytes'] as const) brought[what] += found[what];
  for (const what of compared)
    if (found[what] !== wanted[what])
      brought.differences.push(`run ${id}: ${what} ${wanted[what]} there, ${found[what]} here`);
}

async function sendFacts(to: Speaker, run_id: string, { params, points, datasets }: SourceRun): Promise<void> {
  const log = (body: object) => speak(to, { method: 'POST', path: `${api}/runs/log-batch`, body: { run_id, ...body } });
  for (const some of inParts(asParams(params), 100)) await log({ params: some });
  for (const some of inParts(points, 1000))
    await log({
      metrics: some.map(({ key, value, at, step }) => ({ key, value: figure(value), timestamp: at, step })),
    });
  for (const some of inParts(datasets, 100))
    await speak(to, {
      method: 'POST',
      path: `${api}/runs/log-inputs`,
      body: {
        run_id,
        datasets: some.map(({ name, digest, sourceType, source, schema, profile, tags }) => ({
          tags,
          dataset: {
            name,
            digest,
            source_type: sourceType,
            source,
            ...(schema === null ? {} : { schema }),
            ...(profile === null ? {} : { profile }),
          },
        })),
      },
    });
}
