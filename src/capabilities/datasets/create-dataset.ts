import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { searchable } from '../../platform/text/searchable.ts';
import { refuseUnknownProblem } from '../identity/index.ts';
import type { Dataset } from './dataset-contract.ts';
import { getDataset } from './dataset-queries.ts';
import { datasetErrors } from './errors.ts';
import { datasetDb } from './tables.ts';

const most = 200;

interface Given {
  problemId: string;
  name: string;
  description: string;
}

export async function createDataset(ctx: Context, given: Given): Promise<Dataset> {
  await refuseUnknownProblem(ctx, given.problemId);
  const datasetId = await change(ctx, (tx) => insertDataset(tx, ctx, given));
  return getDataset(ctx.db, { problemId: given.problemId, datasetId });
}

export async function insertDataset(tx: Tx, { actor }: Context, given: Given): Promise<string> {
  const { problemId, name, description } = given;
  await refuseTakenName(tx, { problemId, name });
  const present = await datasetDb(tx.db)
    .selectFrom('dataset')
    .select('id')
    .where('problem_id', '=', problemId)
    .where('removed_at', 'is', null)
    .execute();
  if (present.length >= most) throw datasetErrors.tooMany({ limit: most });
  const id = newId(tx.now);
  await datasetDb(tx.db)
    .insertInto('dataset')
    .values({
      id,
      problem_id: problemId,
      name,
      name_key: searchable(name),
      description,
      outcome_column: null,
      outcome_positive: null,
      created_by: actor.userId,
      created_at: tx.now,
      version: 1,
      removed_at: null,
    })
    .execute();
  tx.record({ type: 'dataset.created', subject: { kind: 'dataset', id }, problemId });
  return id;
}

/** Of two who give one name at the same instant, the index of the database refuses one; this is the sentence before that. */
export async function refuseTakenName(
  tx: Pick<Tx, 'db'>,
  { problemId, name, except }: { problemId: string; name: string; except?: string },
): Promise<void> {
  const taken = await findByName(tx, { problemId, name });
  if (taken && taken.id !== except) throw datasetErrors.nameTaken({ name });
}

export function findByName(
  tx: Pick<Tx, 'db'>,
  { problemId, name }: { problemId: string; name: string },
): Promise<{ id: string } | undefined> {
  return datasetDb(tx.db)
    .selectFrom('dataset')
    .select('id')
    .where('problem_id', '=', problemId)
    .where('name_key', '=', searchable(name))
    .where('removed_at', 'is', null)
    .executeTakeFirst();
}
