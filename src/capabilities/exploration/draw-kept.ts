import { quietly } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson, toJson } from '../../platform/json.ts';
import { findProfile, getReadyVersion, type ReadyVersion } from '../datasets/index.ts';
import type { Chart, TableProfile } from '../statistics/contract.ts';
import { drawChart } from '../statistics/index.ts';
import type { ChartSpec } from './chart-contract.ts';
import { hashSpec, refuseUnknownColumns } from './chart-spec.ts';
import { explorationErrors } from './errors.ts';
import { explorationDb } from './tables.ts';

/** Counts the ways in which charts were drawn: another way never answers with what the one before made. */
const method = 1;
const mostKept = 500;

/** A version with what is known of its columns: read once, for any number of charts. */
export interface Look {
  version: ReadyVersion;
  profile: TableProfile;
}

/** Throws 404 and 409 as `getReadyVersion` does, and 409 until the first look at the version is done. */
export async function openLook(ctx: Context, place: { problemId: string; versionId: string }): Promise<Look> {
  const version = await getReadyVersion(ctx, ctx.db, place);
  const found = await findProfile(ctx.db, version.id);
  if (!found) throw explorationErrors.notProfiled({ number: version.number });
  return { version, profile: found.profile };
}

/**
 * A chart of a version, from what was drawn before where somebody looked already. Until the profile is complete it may
 * still be laid out in another way, so it is not kept.
 */
export async function drawKept(ctx: Context, { version, profile }: Look, spec: ChartSpec): Promise<Chart> {
  refuseUnknownColumns(version, spec);
  const isFinal = profile.pass === 'complete';
  const key = { version_sha256: version.sha256, spec_hash: hashSpec(spec), method };
  const kept = isFinal ? await findKept(ctx.db, key) : undefined;
  if (kept) return kept;
  const query: Context['analytics']['query'] = (sql, params, options) => ctx.analytics.query(sql, params, options);
  const chart = await drawChart({ query, parquet: version.parquet }, profile, spec);
  if (isFinal) await keep(ctx, version, { ...key, version_id: version.id, chart: toJson(chart) });
  return chart;
}

interface Key {
  version_sha256: string;
  spec_hash: string;
  method: number;
}

async function findKept(db: AnyDb, key: Key): Promise<Chart | undefined> {
  const row = await explorationDb(db)
    .selectFrom('data_chart')
    .select('chart')
    .where('version_sha256', '=', key.version_sha256)
    .where('spec_hash', '=', key.spec_hash)
    .where('method', '=', key.method)
    .executeTakeFirst();
  return row && fromJson<Chart>(row.chart);
}

async function keep(
  ctx: Context,
  { id: versionId, problemId }: ReadyVersion,
  row: Key & { version_id: string; chart: string },
): Promise<void> {
  await quietly(ctx, async (db) => {
    // Not of what was erased meanwhile.
    await getReadyVersion(ctx, db, { problemId, versionId });
    await explorationDb(db)
      .insertInto('data_chart')
      .values({ ...row, made_at: ctx.clock.now() })
      .onConflict((conflict) => conflict.columns(['version_sha256', 'spec_hash', 'method']).doNothing())
      .execute();
    await forgetOldest(db, versionId);
  });
}

/** So that looking around never fills the disk. */
async function forgetOldest(db: AnyDb, versionId: string): Promise<void> {
  const oldest = await explorationDb(db)
    .selectFrom('data_chart')
    .select('made_at')
    .where('version_id', '=', versionId)
    .orderBy('made_at', 'desc')
    .offset(mostKept)
    .limit(1)
    .executeTakeFirst();
  if (!oldest) return;
  await explorationDb(db)
    .deleteFrom('data_chart')
    .where('version_id', '=', versionId)
    .where('made_at', '<=', oldest.made_at)
    .execute();
}
