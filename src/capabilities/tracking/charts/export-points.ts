import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { FastifyReply } from 'fastify';
import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { isPostgres } from '../../../platform/db/is-postgres.ts';
import { contentDisposition } from '../../../platform/http/content-disposition.ts';
import { fromJson, toJson } from '../../../platform/json.ts';
import { getMetricId } from './find-metric.ts';

type Format = 'csv' | 'jsonl';
interface Row {
  step: number;
  at: number;
  value: number;
  is_nan: number;
}

/** A list for each column. */
type Points = readonly [
  step: readonly number[],
  at: readonly number[],
  value: readonly number[],
  isNan: readonly number[],
];

/**
 * So many points are in memory at a time. The text of a page stays below what V8 keeps aside for long (100 kB from another thread),
 * else what is left of pages adds up until it looks there.
 */
const pointsAPage = 2_000;

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
  const text = format === 'csv' ? csvText : jsonText;
  if (format === 'csv') yield 'step,time_ms,value\n';
  let next = listAfter(db, id, null);
  for (;;) {
    const points = await next;
    const count = points[0].length;
    const last = rowAt(points, count - 1);
    // The next page is read while this one is written.
    if (count === pointsAPage) next = listAfter(db, id, last);
    if (count > 0) yield text(Array.from({ length: count }, (_, index) => rowAt(points, index)));
    if (count < pointsAPage) return;
  }
}

const rowAt = ([step, at, value, isNan]: Points, index: number): Row => ({
  step: step[index] ?? 0,
  at: at[index] ?? 0,
  value: value[index] ?? 0,
  is_nan: isNan[index] ?? 0,
});

/**
 * Goes on after the last point by what it is: what is logged meanwhile moves nothing. The database writes a page as one text: a cell
 * for each number would be most of what an export costs.
 */
async function listAfter(db: AnyDb, id: number, last: Row | null): Promise<Points> {
  const after = last
    ? sql`and (step, at, value, is_nan) > (${last.step}, ${last.at}, ${last.value}, ${last.is_nan})`
    : sql``;
  const columns = ['step', 'at', 'value', 'is_nan'];
  const text = isPostgres(db)
    ? `json_build_array(${columns.map((column) => `coalesce(array_agg(${column}), '{}')`).join(', ')})::text`
    : `json_array(${columns.map((column) => `json_group_array(${column})`).join(', ')})`;
  const { rows } = await sql<{ points: string }>`
    select ${sql.raw(text)} as points from (
      select step, at, value, is_nan from metric_point where metric_id = ${sql.lit(id)} ${after}
      order by step, at, value, is_nan limit ${sql.lit(pointsAPage)}) as page`.execute(db);
  return fromJson<Points>(rows[0]?.points ?? '[[], [], [], []]');
}

function wordOf({ value, is_nan }: Row): string | null {
  if (is_nan === 1) return 'NaN';
  if (Math.abs(value) < Number.MAX_VALUE) return null;
  return value > 0 ? 'Infinity' : '-Infinity';
}

/**
 * As JSON, from which lines are made: what is put into a text number by number is remembered by V8 for each, which adds up to more
 * than all else that an export needs.
 */
const csvText = (rows: readonly Row[]): string =>
  toJson(rows.map((row) => [row.step, row.at, wordOf(row) ?? row.value]))
    .slice(2, -2)
    .replaceAll('],[', '\n')
    .replaceAll('"', '')
    .concat('\n');

const jsonText = (rows: readonly Row[]): string =>
  toJson(rows.map((row) => ({ step: row.step, at: row.at, value: wordOf(row) ?? row.value })))
    .slice(1, -1)
    .replaceAll('},{', '}\n{')
    .concat('\n');
