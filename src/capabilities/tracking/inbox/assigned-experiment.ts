import type { Tx } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { listProblemTitles } from '../../formulation/index.ts';
import { insertExperiment } from '../create-experiment.ts';
import { defaultExperimentId } from '../default-experiment.ts';
import { freeExperimentName } from '../free-experiment-name.ts';
import { problemTag } from '../naming/problem-of-new.ts';
import { trackingDb } from '../tables.ts';

/** On an experiment of a problem that holds what was assigned to it out of everybody's: the id of everybody's. */
const fromTag = 'peil.from';

/** Whether what is in this experiment may have come out of everybody's. */
export async function holdsAssigned(db: AnyDb, experimentId: number): Promise<boolean> {
  const row = await trackingDb(db)
    .selectFrom('experiment_tag')
    .select('value')
    .where('experiment_id', '=', experimentId)
    .where('key', '=', fromTag)
    .where('value', '=', String(defaultExperimentId))
    .executeTakeFirst();
  return row !== undefined;
}

/** The experiment of this problem for what comes out of everybody's; made where it is the first. Whoever asks holds Default. */
export async function assignedExperimentOf(tx: Tx, ctx: Context, problemId: string): Promise<number> {
  const known = await trackingDb(tx.db)
    .selectFrom('experiment')
    .innerJoin('experiment_tag', 'experiment_tag.experiment_id', 'experiment.id')
    .select('experiment.id')
    .where('experiment.problem_id', '=', problemId)
    .where('experiment.deleted_at', 'is', null)
    .where('experiment_tag.key', '=', fromTag)
    .where('experiment_tag.value', '=', String(defaultExperimentId))
    .orderBy('experiment.id')
    .executeTakeFirst();
  if (known) return known.id;
  const title = (await listProblemTitles(tx.db, [problemId])).get(problemId) ?? '';
  const tags = [
    { key: problemTag, value: problemId },
    { key: fromTag, value: String(defaultExperimentId) },
  ];
  const wished = title.trim() === '' ? 'Default, assigned' : `Default: ${title.trim()}`;
  const name = await freeExperimentName(tx.db, wished, (count) => ` ${count}`);
  return insertExperiment(tx, ctx, { name, artifactRoot: null, tags, problemId });
}
