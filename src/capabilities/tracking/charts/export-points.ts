import { Readable } from 'node:stream';
import { type RawBuilder, sql } from 'kysely';
import type { FastifyReply } from 'fastify';
import type { Context } from '../../../platform/context/context.ts';
import type { Copied } from '../../../platform/db/copied.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { isPostgres } from '../../../platform/db/is-postgres.ts';
import { contentDisposition } from '../../../platform/http/content-disposition.ts';
import { fromJson, toJson } from '../../../platform/json.ts';
import { keptValue, nanMark, type StoredPoint } from '../stored-point.ts';
import { getMetricId } from './find-metric.ts';

type Format = 'csv' | 'jsonl';

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

async function* pages(db: AnyDb, id: number, format: Format): AsyncGenerator<string | Buffer> {
  const list = isPostgres(db) ? listLines : listLinesOfSqlite;
  if (format === 'csv') yield 'step,time_ms,value\n';
  const last = await findLast(db, id);
  if (!last) return;
  let next = list(db, pageOf(db, id, { last }));
  for (let lines = await next; lines.length > 0; lines = await next) {
    // The next page is read while this one is written.
    next = list(db, pageOf(db, id, { last, after: lastOf(lines) }));
    // Whoever is gone by then waits for none.
    next.catch(() => {});
    yield format === 'csv' ? lines : asJson(lines.toString());
  }
}

type Point = Omit<StoredPoint, 'runId' | 'key'>;

/** Where an export ends, however many points are logged behind it meanwhile. */
async function findLast(db: AnyDb, id: number): Promise<Point | undefined> {
  const { rows } = await sql<Point>`
    select step, at, value, is_nan from metric_point where metric_id = ${sql.lit(id)}
    order by step desc, at desc, value desc, is_nan desc limit 1`.execute(db);
  return rows[0];
}

/** Goes on after a point by what it is: what is logged meanwhile moves nothing. */
function pageOf(db: AnyDb, id: number, { after, last }: { after?: Point; last: Point }): RawBuilder<unknown> {
  // A COPY takes no parameters; SQLite keeps a statement for as long as its text is the same.
  const given = (number: number) => (isPostgres(db) ? sql.lit(number) : sql`${number}`);
  const row = ({ step, at, value, is_nan }: Point) => sql`(${sql.join([step, at, value, is_nan].map(given))})`;
  return sql`from metric_point where metric_id = ${sql.lit(id)} and (step, at, value, is_nan) <= ${row(last)}
    ${after ? sql`and (step, at, value, is_nan) > ${row(after)}` : sql``} order by step, at, value, is_nan`;
}

/** As they stand in the file, each with its break: `step,time_ms,value`. */
type Lines = string | Buffer;

/**
 * PostgreSQL writes a page as text itself: a cell for each number would be most of what an export costs. Without a name of its own the
 * word would be called `value`, and be what the page is ordered by, which is no order of the index.
 */
async function listLines(db: AnyDb, page: RawBuilder<unknown>): Promise<Lines> {
  const { rows } = await sql<Copied>`
    copy (select step, at, case when is_nan = 1 then 'NaN' else value end as word ${page} limit 8000) to stdout (format csv)`.execute(
    db,
  );
  const lines = rows[0]?.copied ?? '';
  return lines.includes('e') ? asWritten(lines.toString()) : lines;
}

/** A value with an exponent is written otherwise by JavaScript, and an infinity is kept as one. */
const asWritten = (lines: string): string =>
  lines.replaceAll(/,([^,\n]*e[^,\n]*)$/gm, (_, far: string) => `,${wordOf(Number(far))}`);

const wordOf = (value: number): string =>
  Math.abs(value) < Number.MAX_VALUE ? String(value) : value > 0 ? 'Infinity' : '-Infinity';

/** A list for each column: SQLite writes a number with more digits than it needs, so they are read and written anew. */
type Columns = readonly [
  step: readonly number[],
  at: readonly number[],
  value: readonly number[],
  isNan: readonly number[],
];

/**
 * The text of a page stays below what V8 keeps aside for long (100 kB from another thread), else what is left of pages adds up until it
 * looks there. As JSON, from which lines are made: what is put into a text number by number is remembered by V8 for each, which adds up
 * to more than all else that an export needs.
 */
async function listLinesOfSqlite(db: AnyDb, page: RawBuilder<unknown>): Promise<Lines> {
  const columns = ['step', 'at', 'value', 'is_nan'];
  const lists = columns.map((column) => sql`json_group_array(${sql.ref(column)})`);
  const { rows } = await sql<{ points: string }>`
    select json_array(${sql.join(lists)}) as points
    from (select step, at, value, is_nan ${page} limit 2000) as page`.execute(db);
  const [steps, moments, values, areNan] = fromJson<Columns>(rows[0]?.points ?? '[[], [], [], []]');
  if (steps.length === 0) return '';
  const points = steps.map((step, index) => [
    step,
    moments[index],
    areNan[index] === 1 ? 'NaN' : plain(values[index] ?? 0),
  ]);
  return toJson(points).slice(2, -2).replaceAll('],[', '\n').replaceAll('"', '').concat('\n');
}

const plain = (value: number): number | string => (Math.abs(value) < Number.MAX_VALUE ? value : wordOf(value));

function lastOf(lines: Lines): Point {
  const line = lines.slice(lines.lastIndexOf('\n', lines.length - 2) + 1).toString();
  const [step, at, value] = line.split(',').map(Number);
  return { step: step ?? 0, at: at ?? 0, value: keptValue(value ?? 0), is_nan: nanMark(value ?? 0) };
}

const asJson = (lines: string): string =>
  lines
    .replaceAll(/^(.*),(.*),(.*)$/gm, '{"step":$1,"at":$2,"value":$3}')
    .replaceAll(/"value":(NaN|-?Infinity)/g, '"value":"$1"');
