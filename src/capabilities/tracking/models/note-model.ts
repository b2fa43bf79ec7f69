import type { Context } from '../../../platform/context/context.ts';
import { fromJson, toJson } from '../../../platform/json.ts';
import { changeActiveRun } from '../change-run.ts';
import { trackingDb } from '../tables.ts';

/** Where clients before logged models look for what a run has logged: a list in a tag of the run. */
const historyTag = 'mlflow.log-model.history';

/** Notes in the run that it has logged a model, as the client describes it. Throws 404, and 409 for a deleted run. */
export async function noteModel(
  ctx: Context,
  { runId, described }: { runId: string; described: Readonly<Record<string, unknown>> },
): Promise<void> {
  // The run is held: of two at once the second adds to what the first has written.
  await changeActiveRun(ctx, runId, async (tx) => {
    const on = trackingDb(tx.db);
    const known = await on
      .selectFrom('run_tag')
      .select('value')
      .where('run_id', '=', runId)
      .where('key', '=', historyTag)
      .executeTakeFirst();
    const value = toJson([...(known ? fromJson<unknown[]>(known.value) : []), described]);
    await on
      .insertInto('run_tag')
      .values({ run_id: runId, key: historyTag, value })
      .onConflict((conflict) => conflict.columns(['run_id', 'key']).doUpdateSet({ value }))
      .execute();
    return { what: 'linked', data: { made: described['artifact_path'] ?? null } };
  });
}
