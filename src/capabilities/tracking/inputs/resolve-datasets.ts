import type { AnyDb } from '../../../platform/db/database.ts';
import { type FoundVersion, findVersion } from '../../datasets/index.ts';
import { trackingDb } from '../tables.ts';

/** Which version of the problem's data is meant; none while the experiment waits in the inbox. */
export async function resolveDataset(
  db: AnyDb,
  problemId: string | null,
  { name, digest }: { name: string; digest: string },
): Promise<FoundVersion | null> {
  return problemId === null ? null : findVersion(db, { problemId, name, digest });
}

/** Of an experiment that was moved: what its runs were given is known by the data of the problem where it is now; in the inbox by none. */
export async function resolveDatasetsOf(db: AnyDb, experimentId: number, problemId: string | null): Promise<void> {
  const on = trackingDb(db);
  const rows = await on
    .selectFrom('run_dataset')
    .innerJoin('run', 'run.id', 'run_dataset.run_id')
    .select(['run_dataset.name', 'run_dataset.digest'])
    .distinct()
    .where('run.experiment_id', '=', experimentId)
    .execute();
  for (const { name, digest } of rows) {
    const found = await resolveDataset(db, problemId, { name, digest });
    await on
      .updateTable('run_dataset')
      .set({ version_id: found?.id ?? null, version_sha256: found?.sha256 ?? null })
      .where('name', '=', name)
      .where('digest', '=', digest)
      .where('run_id', 'in', (of) => of.selectFrom('run').select('id').where('experiment_id', '=', experimentId))
      .execute();
  }
}
