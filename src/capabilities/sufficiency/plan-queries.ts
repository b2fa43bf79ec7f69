import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import { listNeededData } from '../formulation/index.ts';
import { sufficiencyErrors } from './errors.ts';
import { emptyPlan, type PlanContent } from './plan-contract.ts';
import type { Plan } from './sufficiency-contract.ts';
import { sufficiencyDb, type SufficiencyTables } from './tables.ts';

export interface OfRequirement {
  problemId: string;
  dataRequirementId: string;
}

type StoredPlan = Selectable<SufficiencyTables['sufficiency_plan']>;

/** The plans of requirements that are there, also of those for which nobody wrote one, in the order of the requirements. */
export async function listPlans(db: AnyDb, problemId: string): Promise<(Plan & { what: string })[]> {
  const rows = await sufficiencyDb(db)
    .selectFrom('sufficiency_plan')
    .selectAll()
    .where('problem_id', '=', problemId)
    .execute();
  return (await listNeededData(db, problemId)).map(({ id, what }) => ({
    ...planFrom(
      id,
      rows.find((row) => row.requirement_id === id),
    ),
    what,
  }));
}

/** Throws 404. */
export async function getPlan(db: AnyDb, { problemId, dataRequirementId }: OfRequirement): Promise<Plan> {
  const found = (await listPlans(db, problemId)).find((each) => each.dataRequirementId === dataRequirementId);
  if (!found) throw sufficiencyErrors.requirementNotFound({ id: dataRequirementId });
  const { what: _, ...plan } = found;
  return plan;
}

function planFrom(dataRequirementId: string, row: StoredPlan | undefined): Plan {
  if (!row)
    return {
      dataRequirementId,
      content: emptyPlan,
      version: 0,
      changedAt: null,
      confirmedBy: null,
      confirmedAt: null,
      isConfirmed: false,
    };
  return {
    dataRequirementId,
    content: fromJson<PlanContent>(row.content),
    version: row.version,
    changedAt: row.changed_at,
    confirmedBy: row.confirmed_by,
    confirmedAt: row.confirmed_at,
    isConfirmed: row.confirmed_version === row.version,
  };
}
