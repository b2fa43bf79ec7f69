import type { Context } from '../../../platform/context/context.ts';
import { oneOf } from '../../../platform/db/one-of.ts';
import { datasetNames } from '../../datasets/index.ts';
import { readableOrInbox } from '../standing.ts';
import { trackingDb } from '../tables.ts';

export interface RunWithData {
  id: string;
  name: string;
  data: { name: string; versionId: string | null }[];
}

/** Runs with the data that they were given, by id; those that the actor may not see are absent. */
export async function dataOfRuns(ctx: Context, ids: readonly string[]): Promise<Map<string, RunWithData>> {
  if (ids.length === 0) return new Map();
  const rows = await trackingDb(ctx.db)
    .selectFrom('run')
    .innerJoin('experiment', 'experiment.id', 'run.experiment_id')
    .leftJoin('run_dataset', 'run_dataset.run_id', 'run.id')
    .select(['run.id', 'run.name', 'run_dataset.name as data', 'run_dataset.version_id'])
    .where(oneOf(ctx.db, 'run.id', ids))
    .where(await readableOrInbox(ctx, 'experiment.problem_id'))
    .orderBy('run_dataset.name')
    .execute();
  const versionIds = [...new Set(rows.flatMap(({ version_id }) => (version_id === null ? [] : [version_id])))];
  const asked = { kind: 'dataset_version', ids: versionIds, locale: ctx.locale };
  const named = versionIds.length === 0 ? [] : await datasetNames.listThings(ctx.db, asked);
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const runs = new Map<string, RunWithData>();
  for (const { id, name, data, version_id: versionId } of rows) {
    const run = runs.get(id) ?? { id, name, data: [] };
    runs.set(id, run);
    if (data !== null) run.data.push({ name: names.get(versionId ?? '') ?? data, versionId });
  }
  return runs;
}
