import { change, quietly } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AppError } from '../../platform/errors/app-error.ts';
import { defineJob, type JobRun } from '../../platform/jobs/job-handler.ts';
import { lastingFailure } from '../../platform/jobs/lasting-failure.ts';
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
import { runJobName } from './run-job-name.ts';
import { type Failure, getStoredRun, type StoredRun } from './run-queries.ts';
import { sufficiencyDb } from './tables.ts';

/** Measures a version and judges it; run again, it measures again, and keeps one result. */
export const sufficiencyRunJob = defineJob<{ runId: string }>({
  name: runJobName,
  run: async (ctx, { runId }, run) => {
    const row = await getStoredRun(ctx.db, runId);
    if (row.finished_at !== null) return;
    try {
      await setRunning(ctx, runId);
      const { data, measured } = await measure(ctx, { row, run });
      await keep(ctx, row, measured);
      await proposeWhatWasMeasured(ctx, { problemId: row.problem_id, data, measured });
    } catch (error) {
      await fail(ctx, row, lastingFailure(error, run));
    }
  },
});

async function setRunning(ctx: Context, id: string): Promise<void> {
  await quietly(ctx, (db) =>
    sufficiencyDb(db)
      .updateTable('sufficiency_run')
      .set({ state: 'running' })
      .where('id', '=', id)
      .where('finished_at', 'is', null)
      .execute(),
  );
}

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

async function keep(ctx: Context, row: StoredRun, measured: Measured): Promise<void> {
  const outcomes = judgeChecks({ plan: fromJson<PlanContent>(row.plan), measured });
  const count = (verdict: string) => outcomes.filter((each) => each.verdict === verdict).length;
  await finish(ctx, row, {
    ended: { state: 'done', measured: toJson(measured), outcomes: toJson(outcomes) },
    said: { pass: count('pass'), warn: count('warn'), fail: count('fail'), notAssessed: count('not_assessed') },
  });
}

async function fail(ctx: Context, row: StoredRun, error: AppError): Promise<void> {
  const failure: Failure = { code: error.code, en: error.text('en'), nl: error.text('nl') };
  await finish(ctx, row, { ended: { state: 'failed', failure: toJson(failure) }, said: { code: error.code } });
}

interface Ending {
  ended: Partial<Pick<StoredRun, 'state' | 'measured' | 'outcomes' | 'failure'>>;
  said: Record<string, unknown>;
}

async function finish(ctx: Context, row: StoredRun, { ended, said }: Ending): Promise<void> {
  await change(ctx, async (tx) => {
    await sufficiencyDb(tx.db)
      .updateTable('sufficiency_run')
      .set({ ...ended, finished_at: tx.now })
      .where('id', '=', row.id)
      .execute();
    tx.record({
      type: ended.state === 'done' ? 'sufficiency_run.finished' : 'sufficiency_run.failed',
      subject: { kind: 'sufficiency_run', id: row.id },
      problemId: row.problem_id,
      data: { dataRequirementId: row.requirement_id, datasetVersionId: row.dataset_version_id, ...said },
    });
  });
}
