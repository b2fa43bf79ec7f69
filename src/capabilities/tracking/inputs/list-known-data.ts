import type { Context } from '../../../platform/context/context.ts';
import { trackingErrors } from '../errors.ts';
import { listReadable } from '../list-readable.ts';
import { trackingDb } from '../tables.ts';

export interface KnownData {
  experimentId: number;
  name: string;
  digest: string;
  context: string | null;
}

const experimentsAtOnce = 20;
const mostAnswered = 1000;

/** Which data the runs of these experiments were given, each once. */
export async function listKnownData(ctx: Context, experimentIds: readonly string[]): Promise<KnownData[]> {
  const given = experimentIds.length;
  if (given === 0) throw trackingErrors.missing({ field: 'experiment_ids' });
  if (given > experimentsAtOnce)
    throw trackingErrors.tooManyAtOnce({ what: 'experiment_ids', given, limit: experimentsAtOnce });
  const readable = await listReadable(ctx, experimentIds);
  if (readable.length === 0) return [];
  return trackingDb(ctx.db)
    .selectFrom('run_dataset')
    .innerJoin('run', 'run.id', 'run_dataset.run_id')
    .select(['run.experiment_id as experimentId', 'run_dataset.name', 'run_dataset.digest', 'run_dataset.context'])
    .distinct()
    .where('run.experiment_id', 'in', readable)
    .orderBy('run.experiment_id')
    .orderBy('run_dataset.name')
    .orderBy('run_dataset.digest')
    .orderBy('run_dataset.context')
    .limit(mostAnswered)
    .execute();
}
