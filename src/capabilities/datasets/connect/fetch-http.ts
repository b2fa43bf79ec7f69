import type { IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isLoopback } from '../../../platform/config/config.ts';
import { type Address, hostOf, lookupOf } from '../../../platform/outbound/find-addresses.ts';
import { requestHttp } from '../../../platform/outbound/node-http.ts';
import type { ConnectionOf } from '../connection-contract.ts';
import { connectErrors } from './errors.ts';
import { type Fetched, type FetchOptions, reasonOf, type Snapshot, watched } from './fetching.ts';
import { judgedAddresses } from './judged-addresses.ts';

const mostRedirects = 5;
/** of silence */
const patience_ms = 60_000;

/** One file at an address. Every redirect is judged as the first address was, and the secret stays with its host. */
export async function* fetchHttp(connection: ConnectionOf<'http'>, options: FetchOptions): AsyncGenerator<Fetched> {
  const first = readUrl(connection.url);
  const authorization = await authorizationFor(connection, first, options);
  let url = first;
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const addresses = await judgedAddresses(hostOf(url), options.allowance);
    const headers = authorization !== null && url.origin === first.origin ? { authorization } : {};
    const response = await ask({ url, addresses, headers, signal: options.signal });
    const next = redirectOf(response, url);
    if (next) {
      response.destroy();
      url = next;
      continue;
    }
    refuseOther(response, url);
    const content = watched(response, shown(url), options);
    try {
      yield { ...factsOf(response, url), content };
    } finally {
      content.destroy();
    }
    return;
  }
  throw connectErrors.tooManyRedirects({ host: first.host, limit: mostRedirects });
}

function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password)
    throw connectErrors.badUrl({ given: url ? shown(url) : text.slice(0, 100) });
  return url;
}

/** What follows the path may be a key. */
const shown = (url: URL): string => `${url.host}${url.pathname}`.slice(0, 200);

async function authorizationFor(
  { auth = 'none', user = '' }: ConnectionOf<'http'>,
  url: URL,
  { secret }: FetchOptions,
): Promise<string | null> {
  if (auth === 'none') return null;
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) throw connectErrors.plainSecret({ host: url.host });
  const value = await secret();
  if (value === null) throw connectErrors.noSecret({ where: url.host });
  return auth === 'bearer' ? `Bearer ${value}` : `Basic ${Buffer.from(`${user}:${value}`).toString('base64')}`;
}

interface Asked {
  url: URL;
  addresses: readonly Address[];
  headers: Record<string, string>;
  signal: AbortSignal;
}

function ask({ url, addresses, headers, signal }: Asked): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) =>
      reject(
        signal.aborted
          ? (signal.reason as Error)
          : connectErrors.unreachable({ where: url.host, reason: reasonOf(error) }),
      );
    try {
      const asking = request(url, {
        // No connection is shared: the next one is judged anew.
        agent: false,
        lookup: lookupOf(addresses),
        signal,
        timeout: patience_ms,
        headers: { ...headers, accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'Peil' },
      });
      asking.on('response', resolve).on('error', fail);
      asking.on('timeout', () =>
        asking.destroy(Object.assign(new Error('silent for too long'), { code: 'ETIMEDOUT' })),
      );
      asking.end();
    } catch (error) {
      // A token with a line break in it fits no header; what it is does not belong in the sentence.
      const { code } = error as NodeJS.ErrnoException;
      fail(Object.assign(new Error('the password or token cannot be sent'), { code }));
    }
  });
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | null {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return null;
  const { location } = headers;
  const next = location !== undefined && URL.canParse(location, from.href) ? new URL(location, from.href).href : '';
  const url = readUrl(next);
  if (from.protocol === 'https:' && url.protocol === 'http:')
    throw connectErrors.badUrl({ given: `http://${shown(url)}` });
  return url;
}

function refuseOther(response: IncomingMessage, url: URL): void {
  const { statusCode: status = 0 } = response;
  if (status === 200) return;
  response.destroy();
  const where = url.host;
  if (status === 401 || status === 403) throw connectErrors.refused({ where, reason: String(status) });
  if (status === 404 || status === 410) throw connectErrors.notThere({ where, what: url.pathname.slice(0, 200) });
  throw connectErrors.answeredOtherwise({ where, reason: String(status) });
}

function factsOf({ headers }: IncomingMessage, url: URL): Omit<Fetched, 'content'> {
  const { etag, 'last-modified': lastModified, 'content-length': length, 'content-type': type } = headers;
  const facts = {
    url: `${url.origin}${url.pathname}`,
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
  };
  // A weak one only says that two are alike (RFC 9110, 8.8.1).
  const isExact = etag !== undefined && /^"[^"]+"$/.test(etag);
  const snapshot: Snapshot = isExact ? { kind: 'reference', id: etag, facts } : { kind: 'observed', facts };
  const name = nameOf(url, type);
  return { name, snapshot, ...(length !== undefined && { size_bytes: Number(length) }) };
}

const extensions: Readonly<Record<string, string>> = {
  'text/csv': '.csv',
  'application/x-ndjson': '.jsonl',
  'application/jsonl': '.jsonl',
  'application/json': '.json',
  'application/vnd.apache.parquet': '.parquet',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
};

/** The end of the path; what it lacks the content type says. */
function nameOf(url: URL, type = ''): string {
  const last = decoded(url.pathname.split('/').findLast((part) => part !== '') ?? url.hostname);
  const name = last.replaceAll(/[\p{Cc}/\\]/gu, '_').slice(0, 200);
  return /\.[a-z0-9]{1,8}$/i.test(name) ? name : `${name}${extensions[type.split(';')[0]?.trim() ?? ''] ?? ''}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
