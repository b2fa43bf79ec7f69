import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import type { KeyResult, Objective } from './okr-contract.ts';
import { judgeKeyResult } from './rules.ts';
import { formulationDb, type FormulationTables } from './tables.ts';

export type StoredObjective = Selectable<FormulationTables['objective']>;
export type StoredKeyResult = Selectable<FormulationTables['key_result']>;

/** The objectives that are not removed, with their key results, in order. */
export async function listObjectivesOf(db: AnyDb, problemId: string): Promise<Objective[]> {
  const objectives = await formulationDb(db)
    .selectFrom('objective')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  if (objectives.length === 0) return [];
  const keyResults = await formulationDb(db)
    .selectFrom('key_result')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return objectives.map(({ id, text, version }, position) => ({
    id,
    text,
    position,
    version,
    keyResults: keyResults.filter((each) => each.objective_id === id).map(asKeyResult),
  }));
}

function asKeyResult(row: StoredKeyResult, position: number): KeyResult {
  const { id, metric, unit, baseline, target, by_date: by, source, version } = row;
  const judged = judgeKeyResult({ unit, baseline, target, by, source });
  return {
    id,
    objectiveId: row.objective_id,
    position,
    metric,
    unit,
    baseline,
    target,
    by,
    source,
    ...judged,
    version,
  };
}

/** Also when it was removed; always within the problem. */
export async function findObjective(
  db: AnyDb,
  { problemId, objectiveId }: { problemId: string; objectiveId: string },
): Promise<StoredObjective | null> {
  const row = await formulationDb(db)
    .selectFrom('objective')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('id', '=', objectiveId)
    .executeTakeFirst();
  return row ?? null;
}

/** Also when it was removed; always within the problem. */
export async function findKeyResult(
  db: AnyDb,
  { problemId, keyResultId }: { problemId: string; keyResultId: string },
): Promise<StoredKeyResult | null> {
  const row = await formulationDb(db)
    .selectFrom('key_result')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('id', '=', keyResultId)
    .executeTakeFirst();
  return row ?? null;
}
