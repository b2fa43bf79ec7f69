import { change, type Tx } from '../../platform/context/change.ts';
import type { Context, Services } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import type { DomainEvent } from '../../platform/events/event-bus.ts';
import { newId } from '../../platform/ids.ts';
import { toJson } from '../../platform/json.ts';
import { getDataset, listReadyVersions } from '../datasets/index.ts';
import { methodVersion } from './check-contract.ts';
import { sufficiencyErrors } from './errors.ts';
import { getPlan, listPlans } from './plan-queries.ts';
import { runJobName } from './run-job-name.ts';
import { getStoredRun, runFrom } from './run-queries.ts';
import type { Plan, RunTrigger, SufficiencyRun } from './sufficiency-contract.ts';
import { sufficiencyDb } from './tables.ts';

interface Given {
  problemId: string;
  dataRequirementId?: string;
}

interface NewRun {
  problemId: string;
  plan: Plan;
  datasetId: string;
  version: { id: string; number: number };
  trigger: RunTrigger;
}

/** Runs and their jobs exist together, or none of them does. */
export async function beginRun(ctx: Context, { problemId, dataRequirementId }: Given): Promise<SufficiencyRun[]> {
  const ids = await change(ctx, async (tx) => {
    const plans =
      dataRequirementId === undefined
        ? await listPlans(tx.db, problemId)
        : [await getPlan(tx.db, { problemId, dataRequirementId })];
    const confirmed = plans.filter(({ isConfirmed }) => isConfirmed);
    if (confirmed.length === 0) throw sufficiencyErrors.notConfirmed();
    const begun: string[] = [];
    for (const plan of confirmed) begun.push(await begin(tx, ctx, { problemId, plan }));
    return begun;
  });
  const runs: SufficiencyRun[] = [];
  for (const id of ids) runs.push(await runFrom(ctx.db, await getStoredRun(ctx.db, id), ctx.locale));
  return runs;
}

async function begin(tx: Tx, ctx: Context, { problemId, plan }: { problemId: string; plan: Plan }): Promise<string> {
  const { datasetId } = plan.content;
  if (datasetId === null) throw sufficiencyErrors.noDataset();
  const { name } = await getDataset(tx.db, { problemId, datasetId });
  const version = (await listReadyVersions(tx.db, problemId)).find((each) => each.datasetId === datasetId);
  if (!version) throw sufficiencyErrors.noRows({ dataset: name });
  const asker = { jobs: ctx.jobs, actorId: ctx.actor.userId };
  const id = await insertRun(tx, asker, { problemId, plan, datasetId, version, trigger: 'person' });
  tx.record({
    type: 'sufficiency_run.begun',
    subject: { kind: 'sufficiency_run', id },
    problemId,
    data: { dataRequirementId: plan.dataRequirementId, datasetVersionId: version.id, trigger: 'person' },
  });
  return id;
}

async function insertRun(
  tx: Pick<Tx, 'db' | 'now'>,
  { jobs, actorId }: Pick<Services, 'jobs'> & { actorId: string },
  { problemId, plan, datasetId, version, trigger }: NewRun,
): Promise<string> {
  const id = newId(tx.now);
  const job = { name: runJobName, payload: { runId: id }, actorId, group: { key: 'sufficiency-run' } };
  const { id: jobId } = await jobs.enqueue(tx, job);
  await sufficiencyDb(tx.db)
    .insertInto('sufficiency_run')
    .values({
      id,
      problem_id: problemId,
      requirement_id: plan.dataRequirementId,
      plan_version: plan.version,
      plan: toJson(plan.content),
      dataset_id: datasetId,
      dataset_version_id: version.id,
      dataset_version_number: version.number,
      method_version: methodVersion,
      trigger,
      state: 'waiting',
      job_id: jobId,
      measured: null,
      outcomes: null,
      failure: null,
      begun_by: actorId,
      begun_at: tx.now,
      finished_at: null,
    })
    .execute();
  return id;
}

/** A new version of data that answers a requirement is judged by itself: asked for in the very change that imported it. */
export function judgeSufficiencyOfImports({ jobs }: Pick<Services, 'jobs'>) {
  return async (db: AnyDb, events: readonly DomainEvent[]): Promise<void> => {
    for (const { type, subject, problemId, data, at, actorId } of events) {
      if (type !== 'dataset_version.imported' || problemId === null) continue;
      const datasetId = String(data['datasetId']);
      const plans = (await listPlans(db, problemId)).filter(
        ({ isConfirmed, content }) => isConfirmed && content.datasetId === datasetId,
      );
      const version = { id: subject.id, number: Number(data['number']) };
      for (const plan of plans)
        await insertRun({ db, now: at }, { jobs, actorId }, { problemId, plan, datasetId, version, trigger: 'import' });
    }
  };
}
