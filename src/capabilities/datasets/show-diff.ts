import { quietly } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson, toJson } from '../../platform/json.ts';
import type { ColumnComparison } from '../statistics/contract.ts';
import { compareDistributions } from './diff/compare-distributions.ts';
import { compareVersions } from './diff/compare-versions.ts';
import { compareReadings } from './diff/compare-readings.ts';
import { type Change, type Diff, grades } from './diff-contract.ts';
import { datasetErrors } from './errors.ts';
import { findBefore } from './find-before.ts';
import { findProfile } from './find-profile.ts';
import { getReadyVersion, type ReadyVersion } from './ready-version.ts';
import { findReading } from './reading-queries.ts';
import { datasetDb } from './tables.ts';
import { getVersion } from './version-queries.ts';

interface Asked {
  problemId: string;
  versionId: string;
  /** id of the older version; the one before, unless told */
  with?: string;
}

/** Compared once: both never change. null where there is nothing to compare, or to compare with. */
export async function showDiff(ctx: Context, asked: Asked, signal?: AbortSignal): Promise<Diff | null> {
  const { problemId, versionId } = asked;
  const { erased } = await getVersion(ctx.db, { problemId, versionId });
  if (erased) return null;
  const version = await getReadyVersion(ctx, ctx.db, { problemId, versionId });
  const baseId = asked.with ?? (await findBefore(ctx.db, version));
  if (baseId === null) return null;
  const base = await getReadyVersion(ctx, ctx.db, { problemId, versionId: baseId });
  if (base.datasetId !== version.datasetId) throw datasetErrors.otherDataset({ id: baseId });
  const stored = await findStored(ctx.db, { versionId, baseId });
  const made = stored ?? (await compareAndKeep(ctx, { base, version, ...(signal === undefined ? {} : { signal }) }));
  const worst = grades.find((grade) => made.changes.some((change) => change.grade === grade)) ?? 'none';
  const sides = { baseNumber: base.number, rowsBefore: base.rows, rowsAfter: version.rows };
  const reading = compareReadings(await findReading(ctx.db, baseId), await findReading(ctx.db, versionId));
  return { versionId, baseId, ...sides, ...made, reading, worst };
}

interface Compared {
  changes: Change[];
  distributions: ColumnComparison[];
}
type Made = Compared & { madeAt: number };

interface Pair {
  versionId: string;
  baseId: string;
}

async function findStored(db: AnyDb, { versionId, baseId }: Pair): Promise<Made | null> {
  const row = await datasetDb(db)
    .selectFrom('dataset_diff')
    .select(['diff', 'made_at'])
    .where('version_id', '=', versionId)
    .where('base_id', '=', baseId)
    .executeTakeFirst();
  return row ? { ...fromJson<Compared>(row.diff), madeAt: row.made_at } : null;
}

async function compareAndKeep(
  ctx: Context,
  { base, version, signal }: { base: ReadyVersion; version: ReadyVersion; signal?: AbortSignal },
): Promise<Made> {
  const asked = { analytics: ctx.analytics, version, ...(signal === undefined ? {} : { signal }) };
  const changes = await compareVersions({ ...asked, base });
  const profiled = await findProfile(ctx.db, base.id);
  const distributions = profiled ? await compareDistributions({ ...asked, profile: profiled.profile }) : [];
  const madeAt = ctx.clock.now();
  await quietly(ctx, (db) =>
    datasetDb(db)
      .insertInto('dataset_diff')
      .values({ version_id: version.id, base_id: base.id, diff: toJson({ changes, distributions }), made_at: madeAt })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  return { changes, distributions, madeAt };
}
