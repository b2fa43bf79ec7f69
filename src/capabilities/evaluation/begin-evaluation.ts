import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import type { Request } from '../../platform/endpoint/define-endpoint.ts';
import { toJson } from '../../platform/json.ts';
import { demandChampion } from './compare-champion.ts';
import { demandData } from './demand-data.ts';
import { takeBlobTurn } from '../datasets/index.ts';
import { findTask } from '../formulation/index.ts';
import { type Run, standOn, trackingErrors } from '../tracking/index.ts';
import { evaluationErrors } from './errors.ts';
import {
  type Asked,
  type beginEvaluation as beginEvaluationEndpoint,
  type Evaluation,
  type EvaluationTask,
  evaluationTasks,
  type PredictionColumns,
} from './evaluation-contract.ts';
import { evaluationJobName } from './evaluation-job-name.ts';
import { getEvaluation, type NewEvaluation } from './evaluation-queries.ts';
import { findValue, type KeptValue } from './find-value.ts';
import { pricedBy } from './judge-evaluation.ts';
import { demandPredictions, findPredictions, getRunOfProblem } from './predictions/find-predictions.ts';
import { guessColumns, type GuessedColumns } from './predictions/guess-columns.ts';
import { readColumns } from './predictions/read-columns.ts';
import { evaluationDb } from './tables.ts';

type Given = Request<typeof beginEvaluationEndpoint>['body'] & { problemId: string; runId: string };

/** What can be seen to be wrong before it is measured is refused at once; the rest the evaluation tells. */
export async function beginEvaluation(ctx: Context, given: Given): Promise<Evaluation> {
  const { problemId } = given;
  const run = await getRunOfProblem(ctx, given);
  const task = await getTask(ctx, problemId);
  const { file, sha256 } = await findPredictions(ctx, run, given.artifact);
  const value = await findValue(ctx.db, { problemId, source: given.value, task });
  const names = await readColumns(ctx.analytics, file);
  const columns = chooseColumns(names, { given, task, value });
  const asked: Asked = {
    artifact: given.artifact,
    format: file.format,
    columns,
    positiveClass: given.positiveClass ?? null,
    threshold: task === 'binary' && columns.score !== undefined ? (given.threshold ?? 0.5) : null,
    split: given.split ?? null,
    segment: given.segment ?? null,
    bins: given.bins,
    championId: given.championId ?? null,
  };
  const row: NewEvaluation = {
    problem_id: problemId,
    run_id: run.id,
    run_name: run.name,
    model_id: findModel(run, given.modelId),
    task,
    predictions_sha256: sha256,
    dataset_version_id: await findData(ctx, run, given),
    rescored_from: null,
  };
  await demandChampion(ctx, { problemId, championId: given.championId, of: row });
  const id = await change(ctx, async (tx) => {
    // They were there a moment ago: whoever erases them now is waited for, and waits in turn.
    await standOn(tx, { runId: run.id, modelId: row.model_id });
    await takeBlobTurn(tx.db);
    await demandPredictions(tx, ctx, { run, artifact: given.artifact, sha256 });
    return insertIn(tx, ctx, { row, asked, value });
  });
  return getEvaluation(ctx, { problemId, evaluationId: id });
}

export async function getTask(ctx: Context, problemId: string): Promise<EvaluationTask> {
  const task = await findTask(ctx.db, problemId);
  const found = evaluationTasks.find((each) => each === task);
  if (!found) throw evaluationErrors.noTask({ task });
  return found;
}

function findModel(run: Run, modelId: string | undefined): string | null {
  if (modelId === undefined) return run.modelsOut.length === 1 ? (run.modelsOut[0]?.modelId ?? null) : null;
  if (![...run.modelsIn, ...run.modelsOut].some((each) => each.modelId === modelId))
    throw trackingErrors.modelNotFound({ id: modelId });
  return modelId;
}

/** What the run was given to be evaluated on, where it says so; else the only data that it was given. */
async function findData(ctx: Context, run: Run, { problemId, datasetVersionId }: Given): Promise<string | null> {
  if (datasetVersionId === null) return null;
  if (datasetVersionId !== undefined) {
    await demandData(ctx, { problemId, versionId: datasetVersionId });
    return datasetVersionId;
  }
  const known = run.datasets.filter(({ version }) => version !== null);
  const forTest = known.filter(({ tags }) =>
    tags.some(({ key, value }) => key === 'mlflow.data.context' && /^(eval|test|valid)/i.test(value)),
  );
  const [only, ...others] = forTest.length > 0 ? forTest : known;
  return only && others.every(({ version }) => version?.id === only.version?.id) ? (only.version?.id ?? null) : null;
}

/** What is told, and what is not by the usual names. Throws 422 for what is missing. */
function chooseColumns(
  names: readonly string[],
  { given, task, value }: { given: Given; task: EvaluationTask; value: KeptValue | null },
): PredictionColumns {
  const { truth, segments, ...others } = mergeColumns(guessColumns(names), { told: given.columns ?? {}, task });
  const { artifact } = given;
  const refuse = (what: string) => evaluationErrors.noColumn({ what, artifact, there: names });
  if (truth === null) throw refuse('truth');
  if (others.score === null && others.predicted === null) throw refuse(task === 'binary' ? 'score' : 'predicted');
  const amounts = value ? pricedBy(value.model, given.segment).prices.columns : [];
  const missing = [truth, ...Object.values(others), ...segments, ...amounts].find(
    (name) => name !== null && !names.includes(name),
  );
  if (typeof missing === 'string') throw refuse(missing);
  const known = Object.entries(others).filter(([, name]) => name !== null);
  return { truth, ...Object.fromEntries(known), segments };
}

function mergeColumns(
  guess: GuessedColumns,
  { told, task }: { told: NonNullable<Given['columns']>; task: EvaluationTask },
): GuessedColumns {
  // A class that is told is what was decided: a score that only seems one gives way to it.
  const score = told.score ?? (told.predicted === undefined ? guess.score : null);
  const own = Object.fromEntries(Object.entries(told).filter(([, name]) => name !== undefined));
  return { ...guess, ...own, score: task === 'multiclass' ? null : score };
}

interface Inserted {
  row: NewEvaluation;
  asked: Asked;
  value: KeptValue | null;
}

/** The evaluation and its job exist together, and keep the predictions from being removed. */
export async function insertIn(tx: Tx, ctx: Context, { row, asked, value }: Inserted): Promise<string> {
  const id = newId(tx.now);
  const actorId = ctx.actor.userId;
  const payload = { evaluationId: id };
  const job = await ctx.jobs.enqueue(tx, { name: evaluationJobName, payload, actorId, group: { key: 'evaluation' } });
  await evaluationDb(tx.db)
    .insertInto('evaluation')
    .values({
      ...row,
      id,
      asked: toJson(asked),
      priced_by: value && toJson(value),
      state: 'waiting',
      job_id: job.id,
      measured: null,
      judged: null,
      brief: null,
      protocol_key: null,
      euro_key: null,
      failure: null,
      begun_by: actorId,
      begun_at: tx.now,
      finished_at: null,
    })
    .execute();
  tx.record({
    type: 'evaluation.begun',
    subject: { kind: 'evaluation', id },
    problemId: row.problem_id,
    data: { runId: row.run_id, rescoredFrom: row.rescored_from, value: value && `${value.source} ${value.number}` },
  });
  return id;
}
