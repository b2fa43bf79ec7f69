import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context/context.ts';
import { demand, onlyReadable, readableProblems } from '../identity/index.ts';

/** May the actor read, or write, what belongs to this problem, or to none yet? Throws 401, 403 or 404. */
export function demandTracking(ctx: Context, act: 'read' | 'write', problemId: string | null): Promise<void> {
  if (problemId === null) return demand(ctx, 'inbox.log');
  return demand(ctx, act === 'read' ? 'problem.read' : 'run.log', problemId);
}

/** The condition on a column with the id of a problem: one that the actor may see, or none yet. */
export async function readableOrInbox(ctx: Context, column: string): Promise<RawBuilder<boolean>> {
  return sql`(${sql.ref(column)} is null or ${onlyReadable(await readableProblems(ctx), column)})`;
}
