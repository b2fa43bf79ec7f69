import { change, quietly } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import { defineJob } from '../../platform/jobs/job-handler.ts';
import { toJson } from '../../platform/json.ts';
import { type ProfileOptions, type ProfileStep, profileTable, relateTable } from '../statistics/index.ts';
import { carrySegments } from './carry-segments.ts';
import { getDataset } from './dataset-queries.ts';
import { listSegmentsOf } from './declared-queries.ts';
import { findProfile } from './find-profile.ts';
import { describeJobName } from './import-job-name.ts';
import { getReadyVersion } from './ready-version.ts';
import { showDiff } from './show-diff.ts';
import { datasetDb } from './tables.ts';

interface Place {
  problemId: string;
  versionId: string;
}

/**
 * After an import: what the version looks like, kept as far as it has come, and what changed since the one before as soon
 * as the first look is done. What is whole already is only set against what is the outcome by now, and its segments.
 */
export const describeJob = defineJob<Place>({
  name: describeJobName,
  run: async (ctx, place, run) => {
    try {
      const version = await getReadyVersion(ctx, ctx.db, place);
      const { parquet, datasetId } = version;
      const query: Context['analytics']['query'] = (sql, params, options) => ctx.analytics.query(sql, params, options);
      const known = await findProfile(ctx.db, place.versionId);
      const isWhole = known?.profile.pass === 'complete';
      if (!isWhole) await carrySegments(ctx, version);
      const wanted = await findWanted(ctx.db, { ...place, datasetId });
      const source = { query, parquet, signal: run.signal };
      const steps = isWhole ? relateTable(source, known.profile, wanted) : profileTable(source, wanted);
      for await (const step of steps) {
        if (isWhole ? step.done === step.of : isWorthKeeping(step))
          await keepProfile(ctx, { ...place, datasetId }, step);
        run.progress(step.done / (step.of + 1), 'profile');
        if (step.part === 'first') await showDiff(ctx, place, run.signal);
      }
    } catch (error) {
      // Erased or removed meanwhile, or the problem was stopped: there is nothing to describe any more.
      if (!(error instanceof AppError) || ![404, 409, 423].includes(error.status)) throw error;
    }
  },
});

/** So many segments are counted apart. */
const mostSegments = 20;

/** Whoever says otherwise while it is computed asks for it once more. */
async function findWanted(
  db: AnyDb,
  { problemId, datasetId, versionId }: Place & { datasetId: string },
): Promise<ProfileOptions> {
  const { outcome } = await getDataset(db, { problemId, datasetId });
  const segments = (await listSegmentsOf(db, versionId)).slice(0, mostSegments);
  const target = outcome && {
    column: outcome.column,
    ...(outcome.positive !== null && { positive: outcome.positive }),
  };
  return { segments, ...(target && { target }) };
}

/** The first look, the last, and some between: of thousands of columns the profile is large, and its steps are many. */
const isWorthKeeping = ({ done, of }: ProfileStep): boolean =>
  done === 1 || Math.floor((10 * done) / of) > Math.floor((10 * (done - 1)) / of);

/** The first look and the whole are events; what lies between is the same profile, a little further. */
async function keepProfile(
  ctx: Context,
  place: Place & { datasetId: string },
  { profile, part }: Pick<ProfileStep, 'profile' | 'part'>,
): Promise<void> {
  const keep = async (db: AnyDb) => {
    // Not of what was erased meanwhile.
    await getReadyVersion(ctx, db, place);
    const made = { pass: profile.pass, profile: toJson(profile), made_at: ctx.clock.now() };
    await datasetDb(db)
      .insertInto('dataset_profile')
      .values({ version_id: place.versionId, ...made })
      .onConflict((conflict) => conflict.column('version_id').doUpdateSet(made))
      .execute();
  };
  if (part !== 'first' && profile.pass !== 'complete') return quietly(ctx, keep);
  await change(ctx, async (tx) => {
    await keep(tx.db);
    tx.record({
      type: 'dataset_version.profiled',
      subject: { kind: 'dataset_version', id: place.versionId },
      problemId: place.problemId,
      data: { datasetId: place.datasetId, pass: profile.pass },
    });
  });
}
