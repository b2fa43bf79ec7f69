import { change, quietly, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { defineJob, type JobRun } from '../../platform/jobs/job-handler.ts';
import { lastingFailure } from '../../platform/jobs/lasting-failure.ts';
import { failureToJson } from '../../platform/jobs/life-of-work.ts';
import { fromJson, toJson } from '../../platform/json.ts';
import { briefOf } from './brief.ts';
import { compareChampion } from './compare-champion.ts';
import { evaluationErrors } from './errors.ts';
import type { Asked } from './evaluation-contract.ts';
import { evaluationJobName } from './evaluation-job-name.ts';
import { getStored, type StoredEvaluation } from './evaluation-queries.ts';
import type { KeptValue } from './find-value.ts';
import { isOfErrors, judgeEvaluation, type Priced, pricedBy } from './judge-evaluation.ts';
import type { Judged } from './judged-contract.ts';
import { measureDecisions } from './measure/measure-decisions.ts';
import { measureNumbers } from './measure/measure-numbers.ts';
import type { Measured } from './measure/measured.ts';
import { type Opening, openSide, type Side, withScratch } from './open-side.ts';
import { pairJobName } from './pair-job.ts';
import { euroKey, protocolKey, protocolOf } from './protocol.ts';
import { reusableStatistics } from './reusable-statistics.ts';
import { evaluationDb, type EvaluationTables } from './tables.ts';

/** Measures predictions and prices them; run again, it does so again, and keeps one result. */
export const evaluationJob = defineJob<{ evaluationId: string }>({
  name: evaluationJobName,
  run: async (ctx, { evaluationId }, run) => {
    const row = await evaluationDb(ctx.db)
      .selectFrom('evaluation')
      .selectAll()
      .where('id', '=', evaluationId)
      .executeTakeFirstOrThrow();
    if (row.finished_at !== null) return;
    try {
      await quietly(ctx, (db) => update(db, row.id, { state: 'running' }));
      await finish(ctx, row, await withScratch(ctx, run.id, (folder) => measure(ctx, row, { run, folder })));
    } catch (error) {
      const failure = lastingFailure(error, run);
      await finish(ctx, row, { state: 'failed', failure: failureToJson(failure) });
    }
  },
});

type Columns = Partial<EvaluationTables['evaluation']>;

function update(db: Context['db'], id: string, columns: Columns): Promise<unknown> {
  return evaluationDb(db)
    .updateTable('evaluation')
    .set(columns)
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .execute();
}

async function finish(ctx: Context, row: StoredEvaluation, columns: Columns): Promise<void> {
  await change(ctx, async (tx) => {
    await update(tx.db, row.id, { ...columns, finished_at: tx.now });
    // Beside the others, which takes its time: nobody waits for it to see what was measured.
    if (columns.euro_key) await enqueuePairs(ctx, tx, row);
    tx.record({
      type: columns.state === 'done' ? 'evaluation.finished' : 'evaluation.failed',
      subject: { kind: 'evaluation', id: row.id },
      problemId: row.problem_id,
      data: { runId: row.run_id },
    });
  });
}

function enqueuePairs(ctx: Context, tx: Tx, { id, problem_id, begun_by }: StoredEvaluation): Promise<unknown> {
  const payload = { problemId: problem_id, evaluationId: id };
  return ctx.jobs.enqueue(tx, { name: pairJobName, payload, actorId: begun_by, group: { key: 'evaluation' } });
}

async function measure(
  ctx: Context,
  row: StoredEvaluation,
  { run, folder }: { run: JobRun; folder: string },
): Promise<Columns> {
  const value = row.priced_by === null ? null : fromJson<KeptValue>(row.priced_by);
  const priced = value && pricedBy(value.model, fromJson<Asked>(row.asked).segment);
  run.progress(0.05, 'reading');
  const { signal } = run;
  const opening = { priced, folder, signal };
  const side = await openSide(ctx, row, opening);
  const asked: Asked = { ...side.asked, positiveClass: side.scale?.positiveClass ?? null };
  run.progress(0.2, 'measuring');
  const measured =
    (await reusableStatistics(ctx.db, row, priced)) ?? (await measureSide(ctx, side, { priced, signal }));
  run.progress(0.7, 'pricing');
  const judged = await judgeEvaluation(ctx, { ...side, signal }, { measured, priced });
  const whole = await withChampion(ctx, { row, side, judged, opening });
  const key = protocolKey(protocolOf({ task: row.task, versionId: row.dataset_version_id, asked }, whole));
  return {
    asked: toJson(asked),
    measured: toJson(measured),
    judged: toJson(whole),
    brief: toJson(briefOf(whole)),
    protocol_key: key,
    euro_key: euroKey(key, value?.hash ?? null),
    state: 'done',
  };
}

function measureSide(
  { analytics }: Context,
  { source, scale, asked }: Side,
  { priced, signal }: { priced: Priced | null; signal: AbortSignal },
): Promise<Measured> {
  if (scale) return measureDecisions({ analytics, source, scale, bins: asked.bins, signal });
  const prices = priced && isOfErrors(priced.prices) ? priced.prices : null;
  return measureNumbers({ analytics, source, prices, signal });
}

interface Compared {
  row: StoredEvaluation;
  side: Side;
  judged: Judged;
  opening: Opening;
}

/** By the value model of this evaluation on both sides. */
async function withChampion(ctx: Context, { row, side, judged, opening }: Compared): Promise<Judged> {
  const { championId } = side.asked;
  const { priced, signal } = opening;
  if (championId === null || !priced || !judged.euros) return judged;
  const champion = await getStored(ctx.db, { problemId: row.problem_id, evaluationId: championId });
  if (champion.task !== row.task) throw evaluationErrors.notPaired({ id: championId });
  const other = await openSide(ctx, champion, opening);
  const compared = await compareChampion(ctx, {
    own: side,
    champion: { ...other, evaluationId: championId, runName: champion.run_name },
    prices: priced.prices,
    signal,
  });
  return { ...judged, euros: { ...judged.euros, champion: compared } };
}
