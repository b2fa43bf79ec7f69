import type { Tx } from '../../platform/context/change.ts';
import { listDataRequirementIds } from '../formulation/index.ts';
import { datasetErrors } from './errors.ts';
import { datasetDb } from './tables.ts';

/** Which data requirements a source answers; throws 422 for one that the problem does not have. */
export async function writeAnswers(
  tx: Tx,
  { problemId, sourceId, answers }: { problemId: string; sourceId: string; answers: readonly string[] },
): Promise<void> {
  const known = answers.length === 0 ? [] : await listDataRequirementIds(tx.db, problemId);
  const stranger = answers.find((id) => !known.includes(id));
  if (stranger !== undefined) throw datasetErrors.unknownRequirement({ id: stranger });
  await datasetDb(tx.db).deleteFrom('data_source_requirement').where('source_id', '=', sourceId).execute();
  const rows = [...new Set(answers)].map((id) => ({ source_id: sourceId, data_requirement_id: id }));
  if (rows.length > 0) await datasetDb(tx.db).insertInto('data_source_requirement').values(rows).execute();
}
