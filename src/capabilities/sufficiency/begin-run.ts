import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { toJson } from '../../platform/json.ts';
import { getDataset, listReadyVersions, onVersionImported } from '../datasets/index.ts';
import { methodVersion } from './check-contract.ts';
import { sufficiencyErrors } from './errors.ts';
import { getPlan, listPlans } from './plan-queries.ts';
import { runFrom } from './run-queries.ts';
import { sufficiencyRuns } from './runs.ts';
import type { Plan, SufficiencyRun } from './sufficiency-contract.ts';
import type { OwnOfRun } from './tables.ts';

interface Given {
  problemId: string;
  dataRequirementId?: string;
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
  for (const id of ids) runs.push(await runFrom(ctx.db, await sufficiencyRuns.get(ctx.db, id), ctx.locale));
  return runs;
}

async function begin(tx: Tx, ctx: Context, { problemId, plan }: { problemId: string; plan: Plan }): Promise<string> {
  const { datasetId } = plan.content;
  if (datasetId === null) throw sufficiencyErrors.noDataset();
  const { name } = await getDataset(tx.db, { problemId, datasetId });
  const version = (await listReadyVersions(tx.db, problemId)).find((each) => each.datasetId === datasetId);
  if (!version) throw sufficiencyErrors.noRows({ dataset: name });
  return sufficiencyRuns.begin(tx, ctx, { problemId, version, own: judgedBy(plan, datasetId) });
}

const judgedBy = ({ dataRequirementId, version, content }: Plan, datasetId: string): OwnOfRun => ({
  requirement_id: dataRequirementId,
  plan_version: version,
  plan: toJson(content),
  dataset_id: datasetId,
  method_version: methodVersion,
  measured: null,
  outcomes: null,
});

/** Of data that answers a requirement, by a plan that is confirmed. */
export const judgeSufficiencyOfImports = onVersionImported(async ({ tx, asker, problemId, datasetId, version }) => {
  for (const plan of await listPlans(tx.db, problemId)) {
    if (!plan.isConfirmed || plan.content.datasetId !== datasetId) continue;
    const own = judgedBy(plan, datasetId);
    await sufficiencyRuns.insert(tx, asker, { problemId, version, own, trigger: 'import' });
  }
});
