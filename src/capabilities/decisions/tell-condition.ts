import type { Tx } from '../../platform/context/change.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { type ConditionStage, conditionStage, conditionStages, daysAfter, soonDays } from './condition-stage.ts';
import { decisionsDb } from './tables.ts';

/** An open condition whose date has come nearer than was told. */
export interface NearCondition {
  id: string;
  problemId: string;
  due: string;
  stage: ConditionStage;
}

/** What there is to tell today, the earliest date first. Each step is told once, also where days were missed. */
export async function listNearConditions(db: AnyDb, today: string): Promise<NearCondition[]> {
  const rows = await decisionsDb(db)
    .selectFrom('decision_condition')
    .select(['id', 'problem_id as problemId', 'due', 'told'])
    .where('met_at', 'is', null)
    .where('due', '<=', daysAfter(today, soonDays))
    .orderBy('due')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ told, ...condition }) => {
    const stage = conditionStage(condition.due, today);
    return stage !== null && isNearer(stage, told) ? [{ ...condition, stage }] : [];
  });
}

const isNearer = (stage: ConditionStage, told: ConditionStage | null): boolean =>
  told === null || conditionStages.indexOf(stage) > conditionStages.indexOf(told);

/** @returns false: it was met or told meanwhile, and nothing was recorded */
export async function tellCondition(tx: Tx, { id, problemId, due, stage }: NearCondition): Promise<boolean> {
  const row = await decisionsDb(tx.db)
    .selectFrom('decision_condition')
    .select(['owner_id', 'told', 'met_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row || row.met_at !== null || !isNearer(stage, row.told)) return false;
  await decisionsDb(tx.db).updateTable('decision_condition').set({ told: stage }).where('id', '=', id).execute();
  const owner = row.owner_id === null ? {} : { ownerId: row.owner_id };
  tx.record({ type: 'condition.due', subject: { kind: 'condition', id }, problemId, data: { stage, due, ...owner } });
  return true;
}
