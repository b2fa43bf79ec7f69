import type { Context } from '../../platform/context/context.ts';
import type { JobRun } from '../../platform/jobs/job-handler.ts';
import { fromJson, toJson } from '../../platform/json.ts';
import { findCountsOf } from '../contracts/index.ts';
import { countExtractions, getReadyVersion, listReadyVersions, type ReadyVersion } from '../datasets/index.ts';
import { findTask, findValueModel } from '../formulation/index.ts';
import { amountsOfModel, pricedColumns } from './amounts-of-model.ts';
import { judgeChecks } from './checks/judge-checks.ts';
import type { Measured } from './checks/measured.ts';
import { type Beside, measureVersion } from './measure/measure-version.ts';
import type { PlanContent } from './plan-contract.ts';
import { proposeWhatWasMeasured } from './propose-figures.ts';
import type { StoredRun } from './run-queries.ts';
import { sufficiencyRuns } from './runs.ts';

/** Measures a version and judges it; what was measured is put on the table for those who price the problem. */
export const sufficiencyRunJob = sufficiencyRuns.defineJob(async (ctx, row, run) => {
  const { data, measured } = await measure(ctx, { row, run });
  const outcomes = judgeChecks({ plan: fromJson<PlanContent>(row.plan), measured });
  const count = (verdict: string) => outcomes.filter((each) => each.verdict === verdict).length;
  return {
    came: { measured: toJson(measured), outcomes: toJson(outcomes) },
    told: { pass: count('pass'), warn: count('warn'), fail: count('fail'), notAssessed: count('not_assessed') },
    after: () => proposeWhatWasMeasured(ctx, { problemId: row.problem_id, data, measured }),
  };
});

interface Work {
  row: StoredRun;
  run: JobRun;
}

async function measure(ctx: Context, { row, run }: Work): Promise<{ data: ReadyVersion; measured: Measured }> {
  const { problem_id: problemId, dataset_version_id: versionId } = row;
  const data = await getReadyVersion(ctx, ctx.db, { problemId, versionId });
  const { parquet, columns } = data;
  const task = await findTask(ctx.db, problemId);
  const plan = fromJson<PlanContent>(row.plan);
  const measured = await measureVersion({
    query: (sql, params, options) => ctx.analytics.query(sql, params, options),
    table: { parquet, columns, plan, task, now: row.begun_at },
    signal: run.signal,
    beside: await findBeside(ctx, { row, data, plan }),
    onProgress: (share, what) => run.progress(share, what),
  });
  return { data, measured };
}

interface Found {
  row: StoredRun;
  data: ReadyVersion;
  plan: PlanContent;
}

async function findBeside(ctx: Context, { row, data, plan }: Found): Promise<Beside> {
  const { db } = ctx;
  const { problem_id: problemId, dataset_version_id: datasetVersionId } = row;
  const { model } = await findValueModel(db, problemId);
  return {
    contract: await findCountsOf(db, { problemId, datasetVersionId }),
    isOneOff: data.isOneOff,
    extractions: await countExtractions(db, data.id),
    amounts: amountsOfModel(model),
    priced: pricedColumns(model),
    cases: await findCases(ctx, problemId, plan),
  };
}

/** The newest version of the data that this is joined to; none where it is gone. */
async function findCases(ctx: Context, problemId: string, { joinTo }: PlanContent): Promise<Beside['cases']> {
  const newest = (await listReadyVersions(ctx.db, problemId)).find(({ datasetId }) => datasetId === joinTo?.datasetId);
  return newest ? getReadyVersion(ctx, ctx.db, { problemId, versionId: newest.id }) : null;
}
