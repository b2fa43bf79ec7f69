import type { Context } from '../../platform/context/context.ts';
import { listVariantsOf, variantOfRuns } from '../tracking/index.ts';
import { registryDb } from './tables.ts';
import type { VariantVersion } from './variant-contract.ts';

interface Asked {
  variantId?: string;
  segment?: string;
  from?: string;
  to?: string;
}

/** So many of the newest: nobody compares more. */
const most = 1000;

/** Versions by what their run was trained on. */
export async function listVariantVersions(ctx: Context, problemId: string, asked: Asked): Promise<VariantVersion[]> {
  const rows = await registryDb(ctx.db)
    .selectFrom('model_version')
    .innerJoin('registered_model', 'registered_model.id', 'model_version.model_id')
    .select(['name as model', 'number', 'run_id', 'model_version.created_at as createdAt'])
    .where('problem_id', '=', problemId)
    .where('run_id', 'is not', null)
    .where('deleted_at', 'is', null)
    .orderBy('model_version.created_at', 'desc')
    .orderBy('name')
    .orderBy('number', 'desc')
    .limit(most)
    .execute();
  const versions = rows.flatMap(({ run_id: runId, ...row }) => (runId === null ? [] : [{ ...row, runId }]));
  const variants = await variantOfRuns(ctx.db, [...new Set(versions.map(({ runId }) => runId))]);
  const isAsked = await chosen(ctx, problemId, asked);
  return versions
    .map((version) => ({ ...version, variant: variants.get(version.runId) ?? null }))
    .filter(({ variant }) => isAsked(variant?.id ?? null));
}

async function chosen(
  ctx: Context,
  problemId: string,
  { variantId, ...trainedOn }: Asked,
): Promise<(id: string | null) => boolean> {
  if (Object.keys(trainedOn).length === 0) return (id) => variantId === undefined || id === variantId;
  const { variants } = await listVariantsOf(ctx.db, problemId, trainedOn);
  const ids = new Set(variants.map(({ id }) => id).filter((id) => variantId === undefined || id === variantId));
  return (id) => id !== null && ids.has(id);
}
