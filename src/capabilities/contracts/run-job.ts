import type { Context } from '../../platform/context/context.ts';
import type { JobRun } from '../../platform/jobs/job-handler.ts';
import { fromJson, toJson } from '../../platform/json.ts';
import { findProfile, type Unread, useRows } from '../datasets/index.ts';
import { type ContractContent, keysOf } from './content.ts';
import { findReferences } from './find-references.ts';
import type { Unseen } from './judge/answer-from-profile.ts';
import { judgeRules } from './judge/judge-rules.ts';
import type { RunCounts } from './run-contract.ts';
import { type StoredRun, worstOf } from './run-queries.ts';
import { contractRuns } from './runs.ts';
import { contractDb } from './tables.ts';
import type { RuleResult } from './verdict-contract.ts';

export const contractRunJob = contractRuns.defineJob(async (ctx, row, run) => {
  const results = await judge(ctx, { row, run });
  const counts = countsOf(results);
  const verdict = worstOf(counts);
  // Who sees to the contract is told of what it does not keep, and of nothing else.
  const told = verdict === 'fail' ? { ownerId: await ownerOf(ctx, row) } : {};
  return { came: { results: toJson(results), counts: toJson(counts) }, told: { verdict, ...counts, ...told } };
});

interface Work {
  row: StoredRun;
  run: JobRun;
}

async function judge(ctx: Context, { row, run }: Work): Promise<RuleResult[]> {
  const content = await contentJudged(ctx, row);
  const { id: useId, problem_id: problemId, dataset_version_id: versionId } = row;
  return useRows(ctx, { problemId, versionId, useId, signal: run.signal }, async (data, unread) => {
    const references = await findReferences(ctx, { data, rules: content.rules });
    return judgeRules({
      analytics: ctx.analytics,
      data,
      rules: content.rules,
      references,
      personal: content.personal,
      keys: keysOf(content),
      ...(unread === null ? {} : { unseen: await unseenOf(ctx, { versionId, unread }) }),
      now: row.begun_at,
      signal: run.signal,
      onProgress: (done, total) => run.progress(done / Math.max(1, total), `${done} / ${total}`),
    });
  });
}

/** Of rows that cannot be read again the profile is left, which was made while they were here. */
async function unseenOf(ctx: Context, { versionId, unread }: { versionId: string; unread: Unread }): Promise<Unseen> {
  const profile = (await findProfile(ctx.db, versionId))?.profile ?? null;
  return { reason: { code: `place_${unread}`, column: null, detail: null }, profile };
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

async function ownerOf({ db }: Context, { contract_id }: StoredRun): Promise<string | null> {
  const row = await contractDb(db)
    .selectFrom('data_contract')
    .select('owner_id')
    .where('id', '=', contract_id)
    .executeTakeFirstOrThrow();
  return row.owner_id;
}
