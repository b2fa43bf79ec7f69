import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { rolesOfActor } from '../identity/index.ts';
import type { Asker } from './rules.ts';

/** The actor as the rules see them; 404 where there is no such problem. */
export async function askerIn(ctx: Context, db: AnyDb, problemId: string): Promise<Asker> {
  return { userId: ctx.actor.userId, ...(await rolesOfActor(ctx, db, problemId)) };
}
