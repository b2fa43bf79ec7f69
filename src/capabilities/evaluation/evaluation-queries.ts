import type { Selectable } from 'kysely';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { lifeOfWork } from '../../platform/jobs/life-of-work.ts';
import { fromJson } from '../../platform/json.ts';
import { listPresentVersions } from '../datasets/index.ts';
import { type RunVariant, variantOfRuns } from '../tracking/index.ts';
import type { Brief } from './brief.ts';
import { evaluationErrors } from './errors.ts';
import type { Asked, Evaluation, EvaluationSummary } from './evaluation-contract.ts';
import { type KeptValue, listValues } from './find-value.ts';
import type { Judged } from './judged-contract.ts';
import { mainFigure, mainMetric } from './protocol.ts';
import { sayEvaluation } from './say-evaluation.ts';
import { sayWarnings } from './say-warnings.ts';
import { evaluationDb, type EvaluationTables } from './tables.ts';

export type StoredEvaluation = Selectable<EvaluationTables['evaluation']>;

/** What is known of an evaluation before anything is asked of it. */
export type NewEvaluation = Pick<
  StoredEvaluation,
  | 'problem_id'
  | 'run_id'
  | 'run_name'
  | 'model_id'
  | 'task'
  | 'predictions_sha256'
  | 'dataset_version_id'
  | 'rescored_from'
>;

/** Throws 404 for one that this problem does not have. */
export async function getStored(
  db: AnyDb,
  { problemId, evaluationId }: { problemId: string; evaluationId: string },
): Promise<StoredEvaluation> {
  const row = await evaluationDb(db)
    .selectFrom('evaluation')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('id', '=', evaluationId)
    .executeTakeFirst();
  if (!row) throw evaluationErrors.notFound({ id: evaluationId });
  return row;
}

/** Without what is large. */
export type ListedEvaluation = Omit<StoredEvaluation, 'measured' | 'judged'>;

/** The newest first. */
export async function listStored(db: AnyDb, problemId: string, runId?: string): Promise<ListedEvaluation[]> {
  let query = evaluationDb(db)
    .selectFrom('evaluation')
    .select(['id', 'problem_id', 'run_id', 'run_name', 'model_id', 'asked', 'task', 'predictions_sha256'])
    .select(['dataset_version_id', 'priced_by', 'rescored_from', 'state', 'job_id', 'brief', 'protocol_key'])
    .select(['euro_key', 'failure', 'begun_by', 'begun_at', 'finished_at'])
    .where('problem_id', '=', problemId);
  if (runId !== undefined) query = query.where('run_id', '=', runId);
  return query.orderBy('id', 'desc').execute();
}

type DataNames = ReadonlyMap<string, { versionId: string; name: string; number: number }>;

export async function dataNames(db: AnyDb, problemId: string): Promise<DataNames> {
  const versions = await listPresentVersions(db, problemId);
  return new Map(versions.map(({ id, datasetName, number }) => [id, { versionId: id, name: datasetName, number }]));
}

/** What stands around evaluations, and may change while they do not. */
interface Around {
  data: DataNames;
  variants: ReadonlyMap<string, RunVariant>;
}

export async function findAround(
  db: AnyDb,
  { problemId, runIds }: { problemId: string; runIds: readonly string[] },
): Promise<Around> {
  return { data: await dataNames(db, problemId), variants: await variantOfRuns(db, [...new Set(runIds)]) };
}

type Asker = Pick<Context, 'db' | 'locale'>;

export async function getEvaluation(
  ctx: Asker,
  place: { problemId: string; evaluationId: string },
): Promise<Evaluation> {
  const row = await getStored(ctx.db, place);
  const judged = judgedOf(row);
  const around = await findAround(ctx.db, { problemId: place.problemId, runIds: [row.run_id] });
  const summary = await summaryOf(ctx, row, around);
  const {
    quality: _quality,
    qualityOf: _of,
    perMonth: _month,
    low: _low,
    high: _high,
    levelPerMonth: _level,
    ...base
  } = summary;
  const warnings = judged ? sayWarnings(judged, { asked: base.asked, data: base.data }, ctx.locale) : [];
  return { ...base, warnings, judged, newerValue: await findNewer(ctx.db, row) };
}

/** The value model in force, where it prices this task and is another than the one that priced this. */
async function findNewer(db: AnyDb, row: StoredEvaluation): Promise<Evaluation['newerValue']> {
  const [value] = await listValues(db, row.problem_id);
  if (!value || value.model.task !== row.task || value.hash === pricedByOf(row)?.hash) return null;
  return { source: value.source, number: value.number };
}

const judgedOf = ({ judged }: Pick<StoredEvaluation, 'judged'>): Judged | null =>
  judged === null ? null : fromJson<Judged>(judged);

export const briefOfStored = ({ brief }: Pick<StoredEvaluation, 'brief'>): Brief | null =>
  brief === null ? null : fromJson<Brief>(brief);

export async function summaryOf(
  { db, locale }: Asker,
  row: ListedEvaluation,
  { data, variants }: Around,
): Promise<EvaluationSummary> {
  const { brokenDown } = evaluationErrors;
  const { state, progress, failure } = await lifeOfWork(db, row, { locale, brokenDown });
  const brief = briefOfStored(row);
  return {
    id: row.id,
    runId: row.run_id,
    runName: row.run_name,
    modelId: row.model_id,
    task: row.task,
    variant: variants.get(row.run_id) ?? null,
    data: data.get(row.dataset_version_id ?? '') ?? null,
    asked: fromJson<Asked>(row.asked),
    pricedBy: pricedByOf(row),
    rescoredFrom: row.rescored_from,
    state,
    progress,
    failure,
    sentence: brief && sayEvaluation(brief, locale),
    begunBy: row.begun_by,
    begunAt: row.begun_at,
    finishedAt: row.finished_at,
    quality: brief && mainFigure(brief.quality),
    qualityOf: brief && mainMetric(brief.quality),
    ...eurosOf(brief?.euros ?? null),
  };
}

function pricedByOf({ priced_by }: Pick<StoredEvaluation, 'priced_by'>): EvaluationSummary['pricedBy'] {
  if (priced_by === null) return null;
  const { source, number, hash } = fromJson<KeptValue>(priced_by);
  return { source, number, hash };
}

function eurosOf(euros: Brief['euros']): Pick<EvaluationSummary, 'perMonth' | 'low' | 'high' | 'levelPerMonth'> {
  if (!euros) return { perMonth: null, low: null, high: null, levelPerMonth: null };
  const { perMonth, low, high, against } = euros;
  return { perMonth, low, high, levelPerMonth: against.find(({ kind }) => kind === 'level')?.perMonth ?? null };
}

export async function listEvaluations(
  ctx: Asker,
  { problemId, runId }: { problemId: string; runId?: string },
): Promise<EvaluationSummary[]> {
  const rows = await listStored(ctx.db, problemId, runId);
  const around = await findAround(ctx.db, { problemId, runIds: rows.map((row) => row.run_id) });
  const summaries: EvaluationSummary[] = [];
  for (const row of rows) summaries.push(await summaryOf(ctx, row, around));
  return summaries;
}

/** For whoever removes blobs: predictions that were evaluated can be priced again. */
export async function isEvaluated(db: AnyDb, sha256: string): Promise<boolean> {
  const row = await evaluationDb(db)
    .selectFrom('evaluation')
    .select('id')
    .where('predictions_sha256', '=', sha256)
    .executeTakeFirst();
  return row !== undefined;
}
