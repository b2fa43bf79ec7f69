import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { platformErrors } from '../../platform/errors/platform-errors.ts';
import { toJson } from '../../platform/json.ts';
import { getDataset, keepOutcome } from '../datasets/index.ts';
import { sufficiencyErrors } from './errors.ts';
import type { PlanContent } from './plan-contract.ts';
import { getPlan, type OfRequirement } from './plan-queries.ts';
import type { Plan } from './sufficiency-contract.ts';
import { sufficiencyDb } from './tables.ts';

type Given = OfRequirement & { content: PlanContent; version: number };

/** Says how a data set answers a requirement. What was confirmed before is to be confirmed anew. */
export async function writePlan(ctx: Context, { content, version, ...place }: Given): Promise<Plan> {
  await change(ctx, async (tx) => {
    const current = await getPlan(tx.db, place);
    if (content.datasetId !== null)
      await getDataset(tx.db, { problemId: place.problemId, datasetId: content.datasetId });
    if (current.version !== version || !(await isKept(tx, { ...place, content, version })))
      throw platformErrors.changedMeanwhile({
        yours: content,
        theirs: current.content,
        given: version,
        current: current.version,
      });
    record(tx, place, { type: 'sufficiency_plan.written', version: version + 1 });
  });
  return getPlan(ctx.db, place);
}

/** False where somebody was a moment earlier. */
async function isKept(tx: Tx, { problemId, dataRequirementId, content, version }: Given): Promise<boolean> {
  const row = {
    dataset_id: content.datasetId,
    content: toJson(content),
    version: version + 1,
    changed_at: tx.now,
  };
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await sufficiencyDb(tx.db)
      .insertInto('sufficiency_plan')
      .values({
        ...row,
        requirement_id: dataRequirementId,
        problem_id: problemId,
        confirmed_by: null,
        confirmed_at: null,
        confirmed_version: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await sufficiencyDb(tx.db)
    .updateTable('sufficiency_plan')
    .set(row)
    .where('requirement_id', '=', dataRequirementId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** A person has read the plan as it is, and says that it is right. */
export async function confirmPlan(
  ctx: Context,
  { version, ...place }: OfRequirement & { version: number },
): Promise<Plan> {
  await change(ctx, async (tx) => {
    const { content, version: current } = await getPlan(tx.db, place);
    if (current !== version)
      throw platformErrors.changedMeanwhile({ yours: {}, theirs: content, given: version, current });
    if (content.datasetId === null) throw sufficiencyErrors.noDataset();
    const { numUpdatedRows } = await sufficiencyDb(tx.db)
      .updateTable('sufficiency_plan')
      .set({ confirmed_by: ctx.actor.userId, confirmed_at: tx.now, confirmed_version: version })
      .where('requirement_id', '=', place.dataRequirementId)
      .where('version', '=', version)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n)
      throw platformErrors.changedMeanwhile({ yours: {}, theirs: content, given: version, current: version + 1 });
    record(tx, place, { type: 'sufficiency_plan.confirmed', version });
    const { datasetId, target, positive, role } = content;
    // What is predicted is the outcome of the data: everybody who looks at it sees each column against that.
    if (role === 'cases' && target !== null)
      await keepOutcome(tx, ctx, { problemId: place.problemId, datasetId, column: target, positive });
  });
  return getPlan(ctx.db, place);
}

function record(
  tx: Tx,
  { problemId, dataRequirementId }: OfRequirement,
  { type, version }: { type: string; version: number },
): void {
  tx.record({ type, subject: { kind: 'sufficiency_plan', id: dataRequirementId }, problemId, data: { version } });
}
