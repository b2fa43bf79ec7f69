import { Socket } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { AppError } from '../../../platform/errors/app-error.ts';
import { isLoopback } from '../../../platform/config/config.ts';
import type { ConnectionOf } from '../connection-contract.ts';
import type { ReadOptions } from '../read-options-contract.ts';
import { connectErrors } from './errors.ts';
import { type Fetched, type FetchOptions, reasonOf, usualTimeout_ms, watched } from './fetching.ts';
import { judgedAddresses } from './judged-addresses.ts';
import { refuseOtherSql } from './one-select.ts';
import { typeOfPostgres } from './postgres-types.ts';

type PostgresConnection = ConnectionOf<'postgres'>;

/**
 * The rows of a table or of one SELECT, as CSV out of `COPY ... TO STDOUT`, in one READ ONLY transaction: as they were at
 * one moment. The types of the columns go along, so that nothing is guessed that the database knows.
 */
export async function* fetchPostgres(connection: PostgresConnection, options: FetchOptions): AsyncGenerator<Fetched> {
  const select = selectOf(connection);
  const where = `${connection.host}/${connection.database}`;
  const client = await connect(connection, { where, options });
  const stop = () => void leave(client, { isDone: false });
  options.signal.addEventListener('abort', stop, { once: true });
  let isDone = false;
  try {
    const seen = await begin(client, select, options).catch((error: unknown) =>
      Promise.reject(sentenceFor(error, { where, signal: options.signal })),
    );
    const copying = client.query(copyTo(`copy (${select}\n) to stdout (format csv, header true)`));
    copying.on('error', (error) => copying.destroy(sentenceFor(error, { where, signal: options.signal }) as Error));
    copying.once('end', () => (isDone = true));
    const content = watched(copying, where, options);
    const name = `${connection.table?.split('.').at(-1) ?? 'select'}.csv`;
    try {
      yield { name, content, snapshot: { kind: 'observed', facts: { from: where, ...seen.facts } }, read: seen.read };
    } finally {
      content.destroy();
    }
  } finally {
    options.signal.removeEventListener('abort', stop);
    await leave(client, { isDone });
  }
}

/** A statement that is not done would go on at the other end until it has something to say: it is called off. */
async function leave(client: pg.Client, { isDone }: { isDone: boolean }): Promise<void> {
  const { processID, secretKey, host, port } = client as pg.Client & {
    processID?: number | null;
    secretKey?: number | null;
  };
  if (!isDone && typeof processID === 'number' && typeof secretKey === 'number')
    await callOff({ host, port, processID, secretKey });
  await client.end().catch(() => {});
}

interface Running {
  host: string;
  port: number;
  processID: number;
  secretKey: number;
}

/** CancelRequest (PostgreSQL 55.7): a connection of its own, without an answer. */
function callOff({ host, port, processID, secretKey }: Running): Promise<void> {
  const request = Buffer.alloc(16);
  [16, 80_877_102, processID, secretKey].forEach((number, place) => request.writeInt32BE(number | 0, place * 4));
  return new Promise((resolve) => {
    const socket = new Socket();
    socket.setTimeout(5_000, () => socket.destroy());
    socket.on('error', () => {}).once('close', () => resolve());
    socket.connect(port, host, () => socket.end(request));
  });
}

function selectOf({ table, select }: PostgresConnection): string {
  if ((table === undefined) === (select === undefined)) throw connectErrors.tableOrSelect();
  if (select !== undefined) {
    refuseOtherSql(select);
    return select;
  }
  const named = (table ?? '').split('.').map((part) => `"${part.replaceAll('"', '""')}"`);
  return `select * from ${named.join('.')}`;
}

async function connect(
  connection: PostgresConnection,
  { where, options }: { where: string; options: FetchOptions },
): Promise<pg.Client> {
  const { host, port = 5432, database, user, tls = isLoopback(host) ? 'none' : 'verify' } = connection;
  const [address] = await judgedAddresses(host, options.allowance);
  const password = await options.secret();
  const client = new pg.Client({
    // The address that was judged, and no other that the name may lead to a moment later.
    host: address?.address ?? host,
    port,
    database,
    user,
    // A function: where it answers nothing, the password of the server's own database is not tried on others.
    password: () => Promise.resolve(password ?? ''),
    ssl: tls === 'none' ? false : tlsFor(host, tls),
    stream: () => new Socket(),
    application_name: 'Peil',
    connectionTimeoutMillis: 30_000,
    options: '-c default_transaction_read_only=on',
  });
  // What breaks later is told by what is waited for.
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw sentenceFor(error, { where, signal: options.signal });
  }
}

function tlsFor(host: string, tls: 'verify' | 'encrypt'): ConnectionOptions {
  return { servername: host, rejectUnauthorized: tls === 'verify' };
}

interface Now {
  version: string;
  at: Date;
  snapshot: string;
}

const factsOf = (now: Now | undefined): Record<string, string> =>
  now ? { at: now.at.toISOString(), snapshot: now.snapshot, serverVersion: now.version } : {};

interface Seen {
  facts: Record<string, string>;
  read: { format: 'csv'; options: ReadOptions };
}

async function begin(client: pg.Client, select: string, { timeout_ms = usualTimeout_ms }: FetchOptions): Promise<Seen> {
  await client.query('begin transaction isolation level repeatable read read only');
  for (const setting of [
    `statement_timeout = ${Math.round(timeout_ms)}`,
    "datestyle = 'ISO, YMD'",
    "timezone = 'UTC'",
    "client_encoding = 'UTF8'",
    'extra_float_digits = 1',
    'standard_conforming_strings = on',
    "bytea_output = 'hex'",
  ])
    await client.query(`set local ${setting}`);
  // By the extended protocol, which takes one statement and no more.
  const { fields } = await client.query({ name: 'peil_columns', text: `select * from (${select}\n) as asked limit 0` });
  const { rows } = await client.query<Now>(
    `select current_setting('server_version') as version, now() as at, txid_current_snapshot()::text as snapshot`,
  );
  const [now] = rows;
  const types: NonNullable<ReadOptions['types']> = {};
  for (const { name, dataTypeID, dataTypeModifier } of fields) {
    const type = typeOfPostgres(dataTypeID, dataTypeModifier);
    if (type !== null) types[name] = type;
  }
  const options: ReadOptions = { delimiter: ',', quote: '"', header: true, encoding: 'utf-8', types };
  return { facts: factsOf(now), read: { format: 'csv', options } };
}

function sentenceFor(error: unknown, { where, signal }: { where: string; signal: AbortSignal }): unknown {
  if (signal.aborted) return signal.reason;
  if (error instanceof AppError) return error;
  const { code = '', message } = error as { code?: string; message: string };
  // Classes of PostgreSQL's appendix A.
  if (/^(28|42501)/.test(code)) return connectErrors.refused({ where, reason: message.slice(0, 200) });
  if (code === '3D000') return connectErrors.notThere({ where, what: 'database' });
  if (code === '57014') return connectErrors.answeredOtherwise({ where, reason: 'the statement took too long' });
  if (/^(42|22|25|0A)/.test(code)) return connectErrors.wrongSql({ where, reason: message.slice(0, 200) });
  if (/^[0-9A-Z]{5}$/.test(code)) return connectErrors.answeredOtherwise({ where, reason: message.slice(0, 200) });
  return connectErrors.unreachable({ where, reason: reasonOf(error) });
}
