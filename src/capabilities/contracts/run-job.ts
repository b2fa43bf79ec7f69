import { change, quietly } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AppError } from '../../platform/errors/app-error.ts';
import { defineJob, type JobRun } from '../../platform/jobs/job-handler.ts';
import { lastingFailure } from '../../platform/jobs/lasting-failure.ts';
import { fromJson, toJson } from '../../platform/json.ts';
import { getReadyVersion } from '../datasets/index.ts';
import { type ContractContent, keysOf } from './content.ts';
import { findReferences } from './find-references.ts';
import { judgeRules } from './judge/judge-rules.ts';
import type { RunCounts } from './run-contract.ts';
import { runJobName } from './run-job-name.ts';
import { type Failure, getStoredRun, type StoredRun, worstOf } from './run-queries.ts';
import { contractDb } from './tables.ts';
import type { RuleResult } from './verdict-contract.ts';

/** Judges a version of the data; run again, it judges again, and keeps one result. */
export const contractRunJob = defineJob<{ runId: string }>({
  name: runJobName,
  run: async (ctx, { runId }, run) => {
    const row = await getStoredRun(ctx.db, runId);
    if (row.finished_at !== null) return;
    try {
      await setRunning(ctx, runId);
      await keepResults(ctx, row, await judge(ctx, { row, run }));
    } catch (error) {
      await fail(ctx, row, lastingFailure(error, run));
    }
  },
});

async function setRunning(ctx: Context, id: string): Promise<void> {
  await quietly(ctx, (db) =>
    contractDb(db)
      .updateTable('data_contract_run')
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

async function judge(ctx: Context, { row, run }: Work): Promise<RuleResult[]> {
  const content = await contentJudged(ctx, row);
  const { problem_id: problemId, dataset_version_id: versionId } = row;
  const data = await getReadyVersion(ctx, ctx.db, { problemId, versionId });
  const references = await findReferences(ctx, { data, rules: content.rules });
  return judgeRules({
    analytics: ctx.analytics,
    data,
    rules: content.rules,
    references,
    personal: content.personal,
    keys: keysOf(content),
    now: row.begun_at,
    signal: run.signal,
    onProgress: (done, total) => run.progress(done / Math.max(1, total), `${done} / ${total}`),
  });
}

async function contentJudged({ db }: Context, { contract_id, number }: StoredRun): Promise<ContractContent> {
  const found = await contractDb(db)
    .selectFrom('data_contract_version')
    .select('content')
    .where('contract_id', '=', contract_id)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return fromJson<ContractContent>(found.content);
}

function countsOf(results: readonly RuleResult[]): RunCounts {
  const count = (verdict: RuleResult['verdict']) => results.filter((each) => each.verdict === verdict).length;
  return { pass: count('pass'), warn: count('warn'), fail: count('fail'), notAssessed: count('not_assessed') };
}

async function keepResults(ctx: Context, row: StoredRun, results: readonly RuleResult[]): Promise<void> {
  const counts = countsOf(results);
  const ended = { state: 'done', results: toJson(results), counts: toJson(counts) } as const;
  const verdict = worstOf(counts);
  // Who sees to the contract is told of what it does not keep, and of nothing else.
  const told = verdict === 'fail' ? { ownerId: await ownerOf(ctx, row) } : {};
  await finish(ctx, row, { ended, said: { verdict, ...counts, ...told } });
}

async function ownerOf({ db }: Context, { contract_id }: StoredRun): Promise<string | null> {
  const row = await contractDb(db)
    .selectFrom('data_contract')
    .select('owner_id')
    .where('id', '=', contract_id)
    .executeTakeFirstOrThrow();
  return row.owner_id;
}

async function fail(ctx: Context, row: StoredRun, error: AppError): Promise<void> {
  const failure: Failure = { code: error.code, en: error.text('en'), nl: error.text('nl') };
  await finish(ctx, row, { ended: { state: 'failed', failure: toJson(failure) }, said: { code: error.code } });
}

interface Ending {
  ended: Partial<Pick<StoredRun, 'state' | 'results' | 'counts' | 'failure'>>;
  said: Record<string, unknown>;
}

async function finish(ctx: Context, row: StoredRun, { ended, said }: Ending): Promise<void> {
  await change(ctx, async (tx) => {
    await contractDb(tx.db)
      .updateTable('data_contract_run')
      .set({ ...ended, finished_at: tx.now })
      .where('id', '=', row.id)
      .execute();
    tx.record({
      type: ended.state === 'done' ? 'data_contract_run.finished' : 'data_contract_run.failed',
      subject: { kind: 'data_contract_run', id: row.id },
      problemId: row.problem_id,
      data: { number: row.number, datasetVersionId: row.dataset_version_id, ...said },
    });
  });
}
