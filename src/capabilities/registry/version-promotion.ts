import type { Context } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import { getRunPlace, obstaclesToPromotion } from '../tracking/index.ts';
import type { VersionPromotion } from './model-contract.ts';
import { getModelRow, getModelVersion, getRegisteredModel } from './registry-queries.ts';
import type { ModelVersion } from './registered-model.ts';
import { registryDb } from './tables.ts';
import { promotionTexts } from './promotion-texts.ts';

type Obstacles = VersionPromotion['obstacles'];

/** Of so many of the newest. */
const mostVersions = 50;

/**
 * Why a version cannot be promoted yet: nobody knows what made it, or to which problem it belongs, or its run lacks a fact. Aliases and
 * stages are labels and ask nothing. Throws 404.
 */
async function obstaclesOfVersion(ctx: Context, which: { name: string; version: string }): Promise<Obstacles> {
  const { problem_id } = await getModelRow(ctx.db, which.name);
  return obstaclesOf(ctx, await getModelVersion(ctx, which), problem_id);
}

/** The same of the newest versions of a model, the newest first. Throws 404. */
export async function listPromotions(ctx: Context, name: string): Promise<VersionPromotion[]> {
  await getRegisteredModel(ctx, name);
  const { id } = await getModelRow(ctx.db, name);
  const rows = await registryDb(ctx.db)
    .selectFrom('model_version')
    .select('number')
    .where('model_id', '=', id)
    .where('deleted_at', 'is', null)
    .orderBy('number', 'desc')
    .limit(mostVersions)
    .execute();
  const promotions: VersionPromotion[] = [];
  for (const { number } of rows) {
    const obstacles = await obstaclesOfVersion(ctx, { name, version: String(number) });
    promotions.push({ number, mayBePromoted: obstacles.length === 0, obstacles });
  }
  return promotions;
}

async function obstaclesOf(ctx: Context, { runId }: ModelVersion, problemId: string | null): Promise<Obstacles> {
  const t = promotionTexts[ctx.locale];
  const own: Obstacles = problemId === null ? [{ obstacle: 'modelInInbox', sentence: t.modelInInbox }] : [];
  if (runId === null) return [...own, { obstacle: 'noRun', sentence: t.noRun }];
  try {
    const place = await getRunPlace(ctx, runId);
    const isElsewhere = problemId !== null && place.problemId !== null && place.problemId !== problemId;
    const elsewhere = isElsewhere ? [{ obstacle: 'runElsewhere', sentence: t.runElsewhere }] : [];
    return [...own, ...elsewhere, ...(await obstaclesToPromotion(ctx, runId))];
  } catch (error) {
    // Erased for good, or of a problem that the reader may not know of.
    if (error instanceof AppError && [403, 404].includes(error.status))
      return [...own, { obstacle: 'runUnknown', sentence: t.runUnknown }];
    throw error;
  }
}
