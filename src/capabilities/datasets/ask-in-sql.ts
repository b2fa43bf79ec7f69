import type { FastifyReply } from 'fastify';
import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { SqlAnswer } from './question-contract.ts';
import { getReadyVersion } from './ready-version.ts';

interface Asked {
  problemId: string;
  versionId: string;
  sql: string;
  tables: Readonly<Record<string, string>>;
  maxRows: number;
}

/** Whoever asks and goes away needs no answer: the question is then stopped. */
export async function askInSql(ctx: Context, asked: Asked, reply: FastifyReply): Promise<SqlAnswer> {
  const { problemId, versionId, sql, tables, maxRows } = asked;
  const views: Record<string, readonly string[]> = {};
  for (const [name, id] of [['data', versionId] as const, ...Object.entries(tables)])
    views[name] = (await getReadyVersion(ctx, ctx.db, { problemId, versionId: id })).parquet;
  await change(ctx, async (tx) => {
    const subject = { kind: 'dataset_version', id: versionId };
    tx.record({ type: 'data_question.asked', subject, problemId, data: { sql, tables } });
  });
  const gone = new AbortController();
  const stop = () => gone.abort(new Error('whoever asked went away'));
  reply.raw.once('close', stop);
  const begun = performance.now();
  try {
    const { columns, rows, truncated } = await ctx.analytics.question(sql, { views, maxRows, signal: gone.signal });
    return { columns: [...columns], rows, truncated, took_ms: Math.round(performance.now() - begun) };
  } finally {
    reply.raw.off('close', stop);
  }
}
