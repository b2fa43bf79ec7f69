import { sql } from 'kysely';
import type { Context } from '../../platform/context/context.ts';
import { searchable } from '../../platform/text/searchable.ts';
import { listRulesForActor, proposalsFor } from '../tracking/index.ts';
import type { WaitingModel } from './inbox-contract.ts';
import { isPrompt } from './search-registry.ts';
import { registryDb } from './tables.ts';

/** Registered models that belong to no problem yet, the newest first. Every member sees them. */
export async function listWaitingModels(
  ctx: Context,
  { text, limit, cursor }: { text: string; limit: number; cursor: string | undefined },
): Promise<{ models: WaitingModel[]; next: string | null }> {
  const key = searchable(text).replaceAll(/[\\%_]/g, (character) => `\\${character}`);
  let query = registryDb(ctx.db)
    .selectFrom('registered_model')
    .select(['id', 'name', 'created_by as createdBy', 'created_at as createdAt'])
    .select((of) =>
      of
        .selectFrom('model_version')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('model_version.model_id', '=', 'registered_model.id')
        .where('deleted_at', 'is', null)
        .as('versions'),
    )
    .select(sql<number>`case when ${isPrompt} then 1 else 0 end`.as('isPrompt'))
    .where('problem_id', 'is', null)
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (cursor !== undefined) query = query.where('id', '<', cursor);
  if (text !== '') query = query.where(sql<boolean>`lower(name) like ${`%${key}%`} escape '\\'`);
  const rows = await query.execute();
  const rules = await listRulesForActor(ctx);
  const models = rows.slice(0, limit).map(({ id: _id, versions, isPrompt: prompt, ...row }) => ({
    ...row,
    isPrompt: prompt === 1,
    versions: versions ?? 0,
    proposals: proposalsFor(rules, row.name),
  }));
  return { models, next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null };
}
