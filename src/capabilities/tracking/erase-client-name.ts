import { sql } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { markChanged, nextRevision } from './run-revision.ts';
import { trackingDb } from './tables.ts';

/** What stands where the name of a person stood that a client had sent. */
export const erasedClientName = 'erased';

/** The tag by which clients say who began something. */
const userTag = 'mlflow.user';

/**
 * Whoever a client said had begun a run is nobody any more, in all experiments; also where a tag says exactly that name. Answers in
 * how many places it stood. Called within the change of whoever erases.
 */
export async function eraseNameInTracking(db: AnyDb, name: string): Promise<{ runs: number; tags: number }> {
  const on = trackingDb(db);
  const { numUpdatedRows } = await on
    .updateTable('run')
    .set({ client_user: erasedClientName, revision: nextRevision })
    .where('client_user', '=', name)
    .executeTakeFirst();
  const told = await on
    .selectFrom('run_tag')
    .select('run_id')
    .where('key', '=', userTag)
    .where('value', '=', name)
    .execute();
  await markChanged(
    db,
    told.map(({ run_id }) => run_id),
  );
  let tags = 0n;
  for (const table of ['run_tag', 'logged_model_tag', 'experiment_tag'] as const) {
    const isAbout = table === 'experiment_tag' ? sql<boolean>`1 = 1` : sql<boolean>`key = ${userTag}`;
    const changed = await on
      .updateTable(table)
      .set({ value: erasedClientName })
      .where(isAbout)
      .where('value', '=', name)
      .executeTakeFirst();
    tags += changed.numUpdatedRows;
  }
  return { runs: Number(numUpdatedRows), tags: Number(tags) };
}
