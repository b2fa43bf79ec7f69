import { sql } from 'kysely';
import { oneOf } from '../../platform/db/one-of.ts';
import type { RunHolder } from '../tracking/index.ts';
import { registryDb } from './tables.ts';

/** A version that was not deleted stands on the run and the logged model that it comes from. */
export const versionsHoldRuns: RunHolder = async (db, { runIds, modelIds }) => {
  const isOf = sql<boolean>`(${oneOf(db, 'run_id', runIds)} or ${oneOf(db, 'logged_model_id', modelIds)})`;
  const rows = await registryDb(db)
    .selectFrom('model_version')
    .innerJoin('registered_model', 'registered_model.id', 'model_version.model_id')
    .select(['registered_model.name', 'number', 'run_id', 'logged_model_id', 'storage_uri', 'files_from'])
    .where('deleted_at', 'is', null)
    .where(isOf)
    .orderBy('registered_model.name')
    .orderBy('number')
    .execute();
  const [runs, models] = [new Set(runIds), new Set(modelIds)];
  return rows.flatMap(({ name, number, run_id, logged_model_id, storage_uri, files_from }) => {
    const keptAt = files_from === null ? null : storage_uri;
    const by = { en: `version ${number} of the model ${name}`, nl: `versie ${number} van het model ${name}` };
    const held = [
      run_id !== null && runs.has(run_id) && run_id,
      logged_model_id !== null && models.has(logged_model_id) && logged_model_id,
    ];
    return held.flatMap((id) => (id ? [{ id, by, keptAt }] : []));
  });
};
