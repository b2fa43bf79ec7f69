import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { FastifyReply } from 'fastify';
import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { contentDisposition } from '../../../platform/http/content-disposition.ts';
import { getMetricId } from './find-metric.ts';

type Format = 'csv' | 'jsonl';
interface Row {
  step: number;
  at: number;
  value: number;
  is_nan: number;
}

/** So many points are in memory at a time. */
const pointsAPage = 20_000;

/** Sends every point of a metric as a file, page by page: whoever reads slowly is waited for. Throws 404. */
export async function exportPoints(
  ctx: Context,
  { format, ...asked }: { runId: string; key: string; format: Format },
  reply: FastifyReply,
): Promise<FastifyReply> {
  const id = await getMetricId(ctx, asked);
  const name = `${asked.key.replaceAll(/[^\w.-]+/g, '-')}.${format}`;
  return reply
    .headers({
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson',
      'content-disposition': contentDisposition('attachment', name),
      'cache-control': 'no-store',
    })
    .send(Readable.from(pages(ctx.db, id, format), { objectMode: false }));
}

async function* pages(db: AnyDb, id: number, format: Format): AsyncGenerator<string> {
  const line = format === 'csv' ? csvLine : jsonLine;
  if (format === 'csv') yield 'step,time_ms,value\n';
  let next = listAfter(db, id, null);
  for (;;) {
    const rows = await next;
    const last = rows.at(-1);
    if (!last) return;
    // The next page is read while this one is written.
    if (rows.length === pointsAPage) next = listAfter(db, id, last);
    let text = '';
    for (const row of rows) text += line(row);
    yield text;
    if (rows.length < pointsAPage) return;
  }
}

/** Goes on after the last point by what it is: what is logged meanwhile moves nothing. */
async function listAfter(db: AnyDb, id: number, last: Row | null): Promise<Row[]> {
  const after = last
    ? sql`and (step, at, value, is_nan) > (${last.step}, ${last.at}, ${last.value}, ${last.is_nan})`
    : sql``;
  const { rows } = await sql<Row>`
    select step, at, value, is_nan from metric_point where metric_id = ${sql.lit(id)} ${after}
    order by step, at, value, is_nan limit ${sql.lit(pointsAPage)}`.execute(db);
  return rows;
}

function wordOf({ value, is_nan }: Row): string | null {
  if (is_nan === 1) return 'NaN';
  if (Math.abs(value) < Number.MAX_VALUE) return null;
  return value > 0 ? 'Infinity' : '-Infinity';
}

const csvLine = (row: Row): string => `${row.step},${row.at},${wordOf(row) ?? row.value}\n`;

function jsonLine(row: Row): string {
  const word = wordOf(row);
  return `{"step":${row.step},"at":${row.at},"value":${word === null ? row.value : `"${word}"`}}\n`;
}
