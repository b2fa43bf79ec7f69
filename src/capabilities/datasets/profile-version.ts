import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import { defineJob } from '../../platform/jobs/job-handler.ts';
import { fromJson, toJson } from '../../platform/json.ts';
import type { TableProfile } from '../statistics/contract.ts';
import { profileFirst } from '../statistics/index.ts';
import { describeJobName } from './import-job-name.ts';
import { getReadyVersion } from './ready-version.ts';
import { showDiff } from './show-diff.ts';
import { datasetDb } from './tables.ts';

interface Place {
  problemId: string;
  versionId: string;
}

/** After an import: what the version looks like, and what changed since the one before. */
export const describeJob = defineJob<Place>({
  name: describeJobName,
  run: async (ctx, place, run) => {
    try {
      run.progress(0.1, 'profile');
      await profileVersion(ctx, place, run.signal);
      run.progress(0.7, 'diff');
      await showDiff(ctx, place, run.signal);
    } catch (error) {
      // Erased or removed meanwhile, or the problem was stopped: there is nothing to describe any more.
      if (!(error instanceof AppError) || ![404, 409, 423].includes(error.status)) throw error;
    }
  },
});

async function profileVersion(ctx: Context, place: Place, signal: AbortSignal): Promise<void> {
  const { parquet, datasetId } = await getReadyVersion(ctx, ctx.db, place);
  const query: Context['analytics']['query'] = (sql, params, options) => ctx.analytics.query(sql, params, options);
  const profile = await profileFirst({ query, parquet, signal });
  await change(ctx, async (tx) => {
    // Not of what was erased meanwhile.
    await getReadyVersion(ctx, tx.db, place);
    const made = { pass: profile.pass, profile: toJson(profile), made_at: tx.now };
    await datasetDb(tx.db)
      .insertInto('dataset_profile')
      .values({ version_id: place.versionId, ...made })
      .onConflict((conflict) => conflict.column('version_id').doUpdateSet(made))
      .execute();
    tx.record({
      type: 'dataset_version.profiled',
      subject: { kind: 'dataset_version', id: place.versionId },
      problemId: place.problemId,
      data: { datasetId, pass: profile.pass },
    });
  });
}

/** As far as it has come; null where nothing was computed yet. */
export async function findProfile(
  db: AnyDb,
  versionId: string,
): Promise<{ profile: TableProfile; madeAt: number } | null> {
  const row = await datasetDb(db)
    .selectFrom('dataset_profile')
    .select(['profile', 'made_at'])
    .where('version_id', '=', versionId)
    .executeTakeFirst();
  return row ? { profile: fromJson<TableProfile>(row.profile), madeAt: row.made_at } : null;
}
