import type { Selectable } from 'kysely';
import { AppError } from '../../../platform/errors/app-error.ts';
import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { listClosedProblems, listProblemTitles } from '../../formulation/index.ts';
import { demandTracking } from '../standing.ts';
import { trackingDb, type TrackingTables } from '../tables.ts';

export interface NamingRule {
  id: string;
  problemId: string;
  pattern: string;
  createdBy: string;
  createdAt: number;
}

export interface TitledRule extends NamingRule {
  problemTitle: string;
}

export async function listRulesOf(db: AnyDb, problemId: string): Promise<NamingRule[]> {
  const rows = await trackingDb(db)
    .selectFrom('naming_rule')
    .selectAll()
    .where('problem_id', '=', problemId)
    .orderBy('pattern_key')
    .execute();
  return rows.map(asRule);
}

/**
 * The rules that count for the actor: those of problems in which they may log, and which still take something. So a rule moves
 * nothing to where its own maker may not look, and tells nobody of a private problem.
 */
export async function listRulesForActor(ctx: Context): Promise<TitledRule[]> {
  const rows = await trackingDb(ctx.db).selectFrom('naming_rule').selectAll().orderBy('id').execute();
  const problemIds = [...new Set(rows.map(({ problem_id }) => problem_id))];
  const closed = await listClosedProblems(ctx.db, problemIds);
  const may = await Promise.all(problemIds.map(async (id) => !closed.has(id) && mayLogIn(ctx, id)));
  const open = problemIds.filter((_, index) => may[index]);
  const titles = await listProblemTitles(ctx.db, open);
  return rows
    .filter(({ problem_id }) => open.includes(problem_id))
    .map((row) => ({ ...asRule(row), problemTitle: titles.get(row.problem_id) ?? '' }));
}

async function mayLogIn(ctx: Context, problemId: string): Promise<boolean> {
  try {
    await demandTracking(ctx, 'write', problemId);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

function asRule(row: Selectable<TrackingTables['naming_rule']>): NamingRule {
  const { id, problem_id: problemId, pattern, created_by: createdBy, created_at: createdAt } = row;
  return { id, problemId, pattern, createdBy, createdAt };
}
