import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson, toJson } from '../../platform/json.ts';
import { placesOfRuns } from '../tracking/index.ts';
import { insertIn } from './begin-evaluation.ts';
import { demandChampion } from './compare-champion.ts';
import { evaluationErrors } from './errors.ts';
import type { Asked, Evaluation } from './evaluation-contract.ts';
import {
  getEvaluation,
  getStored,
  type ListedEvaluation,
  listStored,
  type NewEvaluation,
  type StoredEvaluation,
} from './evaluation-queries.ts';
import { findValue, type KeptValue, listValues } from './find-value.ts';

interface Given {
  problemId: string;
  evaluationId: string;
  value?: 'level' | 'draft';
  threshold?: number;
  championId?: string;
}

/** The same predictions by another value model or threshold. The evaluation that is there stays as it is. */
export async function rescoreEvaluation(ctx: Context, given: Given): Promise<Evaluation> {
  const { problemId } = given;
  const row = await getStored(ctx.db, given);
  if (row.state !== 'done') throw evaluationErrors.notDone({ id: row.id });
  await demandChampion(ctx, { problemId, championId: given.championId, of: anew(row) });
  const value = await findValue(ctx.db, { problemId, source: given.value, task: row.task });
  const before = fromJson<Asked>(row.asked);
  const asked: Asked = {
    ...before,
    threshold: before.threshold === null ? null : (given.threshold ?? before.threshold),
    championId: given.championId ?? before.championId,
  };
  // The evaluation that it comes from holds its run and its predictions.
  const id = await change(ctx, (tx) => insertIn(tx, ctx, { row: anew(row), asked, value }));
  return getEvaluation(ctx, { problemId, evaluationId: id });
}

export const anew = (row: ListedEvaluation): NewEvaluation => ({
  problem_id: row.problem_id,
  run_id: row.run_id,
  run_name: row.run_name,
  model_id: row.model_id,
  task: row.task,
  predictions_sha256: row.predictions_sha256,
  dataset_version_id: row.dataset_version_id,
  rescored_from: row.id,
});

/** Prices each evaluation that is behind. Answers the ids of the new ones. */
export async function rescoreEvaluations(ctx: Context, problemId: string): Promise<string[]> {
  const behind = await findBehind(ctx.db, problemId);
  if (!behind) throw evaluationErrors.noDraft();
  const { value, rows } = behind;
  if (rows.length === 0) return [];
  return change(ctx, async (tx) => {
    const ids: string[] = [];
    for (const row of rows)
      ids.push(await insertIn(tx, ctx, { row: anew(row), asked: fromJson<Asked>(row.asked), value }));
    return ids;
  });
}

interface Behind {
  value: KeptValue;
  rows: ListedEvaluation[];
}

/** Each run's newest evaluation of a protocol that the value model to use has not priced yet; null where there is none to use. */
export async function findBehind(db: AnyDb, problemId: string): Promise<Behind | null> {
  const [value] = await listValues(db, problemId);
  if (!value) return null;
  const all = (await listStored(db, problemId)).filter(({ state }) => state === 'done');
  const places = await placesOfRuns(db, [...new Set(all.map(({ run_id }) => run_id))]);
  // What was deleted, or is in the inbox or another problem now, is priced for nobody here.
  const done = all.filter(({ run_id }) => {
    const place = places.get(run_id);
    return place !== undefined && !place.isDeleted && place.problemId === problemId;
  });
  const priced = new Set(done.filter((row) => hashOf(row) === value.hash).map(placeOf));
  const behind = new Map<string, (typeof done)[number]>();
  for (const row of done)
    if (!priced.has(placeOf(row)) && row.task === value.model.task && !behind.has(placeOf(row)))
      behind.set(placeOf(row), row);
  return { value, rows: [...behind.values()] };
}

const hashOf = ({ priced_by }: Pick<StoredEvaluation, 'priced_by'>): string | null =>
  priced_by === null ? null : fromJson<KeptValue>(priced_by).hash;

/** The same predictions of the same data, part and segment, read and decided by in the same way. */
function placeOf({ id, run_id, predictions_sha256, dataset_version_id, asked }: ListedEvaluation): string {
  const { columns, positiveClass, threshold, split, segment } = fromJson<Asked>(asked);
  const of = dataset_version_id ?? id;
  return toJson([run_id, predictions_sha256, of, columns, positiveClass, threshold, split, segment]);
}
