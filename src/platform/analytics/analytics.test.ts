import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLog } from '../log/log.ts';
import { type DuckDbAnalytics, openAnalytics } from './analytics.ts';

let folder: string;
let analytics: DuckDbAnalytics;
let flights: string;
let secret: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peil-analytics-'));
  analytics = await openAnalytics(
    { folder: join(folder, 'spill'), log: openLog('silent') },
    { memory_mb: 192, threads: 2, maxSpill_mb: 1024, maxAnswer_mb: 4 },
  );
  // Neither a quote nor a pattern in a name may lead anywhere else.
  flights = join(folder, "flights [2026] o'clock.parquet");
  secret = join(folder, 'secret.parquet');
  const write = (select: string, to: string) =>
    analytics.query(`copy (${select}) to '${to.replaceAll("'", "''")}' (format parquet)`, [], { files: [to] });
  await write("select range as id, range % 7 as delay, 'KL' || range as name from range(100000)", flights);
  await write('select 42 as secret', secret);
});
afterAll(async () => {
  await analytics.close();
  await rm(folder, { recursive: true, force: true });
});

const ask = (sql: string, more: { maxRows?: number; timeout_ms?: number; signal?: AbortSignal } = {}) =>
  analytics.question(sql, { views: { flights: [flights] }, ...more });
/** Runs long, in little memory, and heeds an interrupt. */
const endless = 'select count(*) from range(1000000000) a, range(1000000000) b where a.range % 7 = b.range % 11';

test('house our own SQL reads the files it is given, by parameter', async () => {
  const sql = 'select count(*) as n, avg(delay) as mean from read_parquet($1) where id < $2 and name <> $3 limit $4';
  const rows = await analytics.query(sql, [[flights, flights], 70, 'KL0', 1], { files: [flights] });
  expect(rows).toEqual([{ n: 138, mean: expect.closeTo(3.04, 2) }]);
});

test('house our own SQL cannot open a file that the caller did not name', async () => {
  const asked = analytics.query('select * from read_parquet($1)', [secret], { files: [flights] });
  await expect(asked).rejects.toMatchObject({ name: 'QueryError', kind: 'Permission' });
  const folderGiven = await analytics.query('select * from read_parquet($1)', [secret], { files: [`${folder}/`] });
  expect(folderGiven).toEqual([{ secret: 42 }]);
});

test('house a question reads its views, says the types and what it left out', async () => {
  expect(await ask('select id, name from flights order by id', { maxRows: 2 })).toEqual({
    columns: [
      { name: 'id', type: 'BIGINT' },
      { name: 'name', type: 'VARCHAR' },
    ],
    rows: [
      [0, 'KL0'],
      [1, 'KL1'],
    ],
    truncated: true,
  });
  expect(await ask('select id from flights', { maxRows: 100_000 })).toMatchObject({ truncated: false });
});

test.each([
  'from flights limit 1',
  'with late as (select * from flights where delay > 3) select count(*) from late',
  'values (1), (2)',
  'describe flights',
  'summarize flights',
  'show tables',
  'select unnest([1, 2]) union all select * from range(3)',
  'pivot flights on delay in (1, 2) using count(*) group by name limit 1',
  "select * from json_each('[1]')",
  '/* why */ select 1 -- because\n;',
])('house a question may be: %s', async (sql) => {
  expect((await ask(sql)).rows.length).toBeGreaterThan(0);
});

const elsewhere = () => join(folder, 'written');
test.each<[string, () => string, string]>([
  ['a COPY over the data', () => `copy (select 1) to '${flights.replaceAll("'", "''")}'`, 'not_a_select'],
  ['a COPY to a new file', () => `copy (select 1) to '${elsewhere()}'`, 'not_a_select'],
  ['an ATTACH', () => `attach '${elsewhere()}' as x`, 'not_a_select'],
  ['a PRAGMA', () => 'pragma database_list', 'not_a_select'],
  ['a SET', () => `set memory_limit = '8GB'`, 'not_a_select'],
  ['a RESET', () => 'reset memory_limit', 'not_a_select'],
  ['an INSTALL', () => 'install httpfs', 'not_a_select'],
  ['a LOAD', () => `load '${elsewhere()}'`, 'not_a_select'],
  ['a CALL', () => 'call pragma_version()', 'not_a_select'],
  ['a CREATE', () => 'create table t as select 1', 'not_a_select'],
  ['an EXPLAIN ANALYZE', () => 'explain analyze select 1', 'not_a_select'],
  ['an EXPORT', () => `export database '${elsewhere()}'`, 'not_a_select'],
  ['two statements', () => 'select 1; select 2', 'not_one_statement'],
  ['a SELECT before a COPY', () => `select 1; copy (select 1) to '${elsewhere()}'`, 'not_one_statement'],
  ['a PIVOT that makes a type first', () => 'pivot flights on delay using count(*)', 'not_one_statement'],
  ['nothing', () => ' -- nothing', 'not_one_statement'],
  ['a file of the system', () => `select * from read_csv('/etc/passwd')`, 'function_not_allowed'],
  ['a file of the system as a table', () => `select * from '/etc/passwd'`, 'wrong_sql'],
  ['another Parquet file as a table', () => `select * from '${secret}'`, 'wrong_sql'],
  ['a list of files', () => `select * from glob('/etc/*')`, 'function_not_allowed'],
  ['a file in a subquery', () => `select (select content from read_text('/etc/passwd'))`, 'function_not_allowed'],
  ['a file in a common table', () => `with x as (from read_text('/etc/passwd')) from x`, 'function_not_allowed'],
  ['a file under its full name', () => `from system.main.READ_TEXT('/etc/passwd')`, 'function_not_allowed'],
  ['a file described', () => `describe from read_csv('/etc/passwd')`, 'function_not_allowed'],
  ['a statement in a text', () => `from query('select 1')`, 'function_not_allowed'],
  ['a statement as a tree', () => `from json_execute_serialized_sql('{}')`, 'function_not_allowed'],
  ['a log in a file', () => `from enable_logging('QueryLog', storage = 'file')`, 'function_not_allowed'],
  ['a profile in a file', () => `from enable_profiling(save_location = '${elsewhere()}')`, 'function_not_allowed'],
  ['an address in memory', () => 'from arrow_scan(1::pointer, 1::pointer, 1::pointer)', 'function_not_allowed'],
  ['the network', () => `select * from 'https://peil.example/x.parquet'`, 'wrong_sql'],
  ['a table that is not there', () => 'select * from arrivals', 'wrong_sql'],
  ['a slip of the pen', () => 'selec 1', 'wrong_sql'],
  ['a parameter', () => 'select $1', 'wrong_sql'],
])('house a question may not be: %s', async (_what, sql, code) => {
  const before = await readFile(flights);
  await expect(ask(sql())).rejects.toMatchObject({ name: 'AppError', code: `analytics.${code}` });
  expect(existsSync(elsewhere())).toBe(false);
  expect(before.equals(await readFile(flights))).toBe(true);
});

test('house a refusal says why, in both languages, and not where the files lie', async () => {
  const refused = await ask('select nothing from flights').catch((error: unknown) => error);
  expect(refused).toMatchObject({ status: 400, message: expect.stringContaining('"nothing" not found') });
  expect((refused as { text: (locale: string) => string }).text('nl')).toContain('niet te beantwoorden');
  const broken = join(folder, 'broken.parquet');
  await writeFile(broken, 'no Parquet at all');
  const unreadable = await analytics
    .question('select 1', { views: { broken: [broken] } })
    .catch((error: unknown) => error as Error);
  expect(unreadable).toMatchObject({ code: 'analytics.unreadable_view' });
  expect((unreadable as Error).message).not.toContain(folder);
});

test('house what takes too long is stopped, and the process stays', async () => {
  const { pid } = analytics.questions;
  const asked = ask(endless, { timeout_ms: 300 });
  await expect(asked).rejects.toMatchObject({ code: 'analytics.took_too_long', params: { timeout_s: 0.3 } });
  expect((await ask('select 1')).rows).toEqual([[1]]);
  expect(analytics.questions.pid).toBe(pid);
});

test('house the caller can cancel, before, while waiting and while it runs', async () => {
  const reason = new Error('the reader left');
  await expect(ask('select 1', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  const controller = new AbortController();
  const many = Array.from({ length: 5 }, () => ask(endless, { signal: controller.signal }));
  setTimeout(() => controller.abort(reason), 200);
  for (const outcome of await Promise.allSettled(many)) expect(outcome).toEqual({ status: 'rejected', reason });
  expect((await ask('select 1')).rows).toEqual([[1]]);
});

test('house what needs more memory than it may have is told so', async () => {
  const hungry = `select list(a order by a desc) from (select random() || repeat('x', 200) as a from range(9000000))`;
  await expect(ask(hungry)).rejects.toMatchObject({ code: 'analytics.too_much_memory', params: { memory_mb: 192 } });
  await expect(ask(`select repeat('x', 5000000)`)).rejects.toMatchObject({ code: 'analytics.too_large' });
});

test('house a query that does not fit in memory goes to the disk, and leaves nothing there', async () => {
  const spill = join(folder, 'spill', 'questions');
  const filesThere = async () => (await readdir(spill, { recursive: true })).filter((name) => name.endsWith('.tmp'));
  const sorted = `select md5(range::varchar) || repeat('x', 90) as a from range(3000000) order by a limit 1 offset 2999990`;
  const asked = ask(sorted);
  let seen: string[] = [];
  // A folder that goes while it is being read has nothing to tell.
  const look = async () => (seen = [...seen, ...(await filesThere().catch(() => []))]);
  const looking = setInterval(() => void look(), 20);
  expect((await asked).rows).toHaveLength(1);
  clearInterval(looking);
  expect(seen.length).toBeGreaterThan(0);
  expect(await filesThere()).toEqual([]);
});

test('house a long query does not hold up the server, nor does a long answer', async () => {
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 10);
  await ask(endless, { timeout_ms: 500 }).catch(() => {});
  const duringQuery = ticks;
  const { rows } = await ask('select id, name from flights', { maxRows: 100_000 });
  clearInterval(timer);
  expect(rows).toHaveLength(100_000);
  expect(duringQuery).toBeGreaterThan(5);
  expect(ticks).toBeGreaterThan(duringQuery);
});

test('house a query whose process is killed is asked again and answered', async () => {
  await analytics.query('select 1', [], { files: [] });
  const { pid } = analytics.queries;
  const asked = analytics.query('select count(*) as n from range(400000000) where range % 3 = 1', [], { files: [] });
  setTimeout(() => process.kill(pid ?? 0, 'SIGKILL'), 100);
  expect(await asked).toEqual([{ n: 133_333_333 }]);
  expect(analytics.queries.pid).not.toBe(pid);
});

test('house a query that takes its process down twice says so, and those beside it are answered', async () => {
  const killEach = setInterval(() => {
    if (analytics.questions.pid) process.kill(analytics.questions.pid, 'SIGKILL');
  }, 250);
  const poison = ask(endless);
  await expect(poison).rejects.toMatchObject({ code: 'analytics.ended', status: 503 });
  clearInterval(killEach);
  expect((await ask('select 1')).rows).toEqual([[1]]);
});

test('house people take down their own process, not that of the product', async () => {
  await analytics.query('select 1', [], { files: [] });
  const { pid } = analytics.queries;
  process.kill(analytics.questions.pid ?? 0, 'SIGKILL');
  expect((await ask('select 1')).rows).toEqual([[1]]);
  expect(analytics.queries.pid).toBe(pid);
});
