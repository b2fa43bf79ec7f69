import { change } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { checkExperiment, insertExperiment } from '../create-experiment.ts';
import type { ExperimentRow } from '../experiment-queries.ts';
import { freeExperimentName } from '../free-experiment-name.ts';
import { problemOfNew } from '../naming/problem-of-new.ts';
import { deletedThereTag } from '../refuse-deleted.ts';
import type { KeyValue } from '../run.ts';
import { demandTracking } from '../standing.ts';
import { trackingDb } from '../tables.ts';
import { type Brought, importedTag } from './bring-run.ts';

interface GivenExperiment {
  /** there; with its name it is found again */
  id: string;
  name: string;
  tags: readonly KeyValue[];
}

/**
 * An experiment that was deleted elsewhere, deleted here from its first moment: nobody can log to it by its name while it is filled. One
 * of its name that is here stays as it is, and this one gets another name.
 */
export async function bringDeletedExperiment(ctx: Context, given: GivenExperiment): Promise<Brought> {
  const tags = [...given.tags, { key: deletedThereTag, value: given.name }, { key: importedTag, value: given.id }];
  checkExperiment({ name: given.name, tags });
  const known = await findBrought(ctx.db, given);
  if (known) {
    await demandTracking(ctx, 'write', known.problem_id);
    return { id: String(known.id), isNew: false, isDeleted: known.deleted_at !== null };
  }
  const belongs = await problemOfNew(ctx, { name: given.name, tags });
  const id = await change(ctx, async (tx) => {
    const name = await freeExperimentName(tx.db, given.name, deletedThere);
    const made = await insertExperiment(tx, ctx, { name, artifactRoot: null, ...belongs });
    await trackingDb(tx.db).updateTable('experiment').set({ deleted_at: tx.now }).where('id', '=', made).execute();
    const subject = { kind: 'experiment', id: String(made) };
    tx.record({ type: 'experiment.deleted', subject, problemId: belongs.problemId });
    return made;
  });
  return { id: String(id), isNew: true, isDeleted: true };
}

const deletedThere = (count: number): string => (count === 2 ? ' (deleted)' : ` (deleted ${count - 1})`);

function findBrought(db: AnyDb, { id, name }: GivenExperiment): Promise<ExperimentRow | undefined> {
  return trackingDb(db)
    .selectFrom('experiment')
    .innerJoin('experiment_tag as there', 'there.experiment_id', 'experiment.id')
    .innerJoin('experiment_tag as called', 'called.experiment_id', 'experiment.id')
    .selectAll('experiment')
    .where('there.key', '=', importedTag)
    .where('there.value', '=', id)
    .where('called.key', '=', deletedThereTag)
    .where('called.value', '=', name)
    .executeTakeFirst();
}
