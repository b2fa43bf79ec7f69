import { sql } from 'kysely';
import { oneOf } from '../../platform/db/one-of.ts';
import type { RunHolder } from '../tracking/index.ts';
import { evaluationDb } from './tables.ts';

/** An evaluation stands on the run whose predictions it measured, and on the logged model, where one was named. */
export const evaluationsHoldRuns: RunHolder = async (db, { runIds, modelIds }) => {
  const isOf = sql<boolean>`(${oneOf(db, 'run_id', runIds)} or ${oneOf(db, 'model_id', modelIds)})`;
  const rows = await evaluationDb(db)
    .selectFrom('evaluation')
    .select(['run_id', 'model_id', 'run_name'])
    .distinct()
    .where(isOf)
    .execute();
  const asked = new Set([...runIds, ...modelIds]);
  return rows.flatMap(({ run_id, model_id, run_name }) => {
    const by = { en: `the evaluation of ${run_name}`, nl: `de evaluatie van ${run_name}` };
    return [run_id, model_id].flatMap((id) => (id !== null && asked.has(id) ? [{ id, by, keptAt: null }] : []));
  });
};
