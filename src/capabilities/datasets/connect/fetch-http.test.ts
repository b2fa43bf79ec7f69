import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fetchAll } from '../../../../test/kit/fetching.ts';

let server: Server;
let base: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: IncomingMessage[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  asked = [];
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const http = (path: string, more = {}) => ({ kind: 'http', url: `${base}${path}`, ...more }) as const;
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'fetched',
    (error: { code?: string; message?: string }) => error.code ?? error.message,
  );

test('DE1 a file is fetched with what says which one it was', async () => {
  answer = (_request, response) => {
    response.writeHead(200, {
      etag: '"abc"',
      'last-modified': 'Mon, 05 Jan 2026 10:00:00 GMT',
      'content-type': 'text/csv',
    });
    response.end('a,b\n1,2\n');
  };
  const received: number[] = [];
  const [file, ...others] = await fetchAll(http('/data/vluchten%202026?key=hidden'), {
    onProgress: (bytes) => received.push(bytes),
  });
  expect(others).toEqual([]);
  expect(file).toMatchObject({ name: 'vluchten 2026.csv', text: 'a,b\n1,2\n' });
  expect(file?.snapshot).toEqual({
    kind: 'reference',
    id: '"abc"',
    facts: { url: `${base}/data/vluchten%202026`, etag: '"abc"', lastModified: 'Mon, 05 Jan 2026 10:00:00 GMT' },
  });
  expect(received.at(-1)).toBe(8);
});

test.each([{ etag: 'W/"abc"' }, {}])('DE1 %j names no content for ever', async (headers) => {
  answer = (_request, response) => response.writeHead(200, headers).end('a');
  const [file] = await fetchAll(http('/a.csv'));
  expect(file?.snapshot.kind).toBe('observed');
});

test('DE1 an address inside is refused unless its host or range is allowed', async () => {
  answer = (_request, response) => response.end('a');
  const fetching = (hosts: string[]) => codeOf(fetchAll(http('/a.csv'), { allowance: { hosts, isPersonal: false } }));
  expect(await fetching([])).toBe('connect.private_address');
  expect(asked).toEqual([]);
  expect(await fetching(['127.0.0.0/30'])).toBe('fetched');
  expect(await codeOf(fetchAll({ kind: 'http', url: 'http://169.254.169.254/latest/meta-data' }))).toBe(
    'connect.private_address',
  );
});

test('DE1 a redirect is judged like the first address, and takes no secret to another host', async () => {
  const other = createServer((request, response) => response.end(String(request.headers.authorization)));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  answer = ({ url }, response) => {
    const to = url === '/inside' ? 'http://10.0.0.1/a.csv' : `http://127.0.0.1:${port}/a.csv`;
    response.writeHead(302, { location: url === '/loop' ? '/loop' : to }).end();
  };
  expect(await codeOf(fetchAll(http('/inside')))).toBe('connect.private_address');
  expect(await codeOf(fetchAll(http('/loop')))).toBe('connect.too_many_redirects');
  const secret = () => Promise.resolve('hush');
  const [file] = await fetchAll(http('/other', { auth: 'bearer' }), { secret });
  expect(file?.text).toBe('undefined');
  expect(asked.at(-1)?.headers.authorization).toBe('Bearer hush');
  other.closeAllConnections();
  await new Promise((resolve) => other.close(resolve));
});

test('DE1 a password is sent where it belongs, and never in the clear to others', async () => {
  answer = ({ headers }, response) => response.end(headers.authorization);
  const secret = () => Promise.resolve('pass:word');
  const [file] = await fetchAll(http('/a.csv', { auth: 'basic', user: 'me' }), { secret });
  expect(Buffer.from(file?.text.slice(6) ?? '', 'base64').toString()).toBe('me:pass:word');
  expect(await codeOf(fetchAll(http('/a.csv', { auth: 'bearer' })))).toBe('connect.no_secret');
  const plain = fetchAll({ kind: 'http', url: 'http://example.org/a.csv', auth: 'bearer' }, { secret });
  expect(await codeOf(plain)).toBe('connect.plain_secret');
  const broken = fetchAll(http('/a.csv', { auth: 'bearer' }), { secret: () => Promise.resolve('hush\nhush') });
  await expect(broken).rejects.toThrow(/could not be reached/);
  await broken.catch((error: Error) => expect(error.message).not.toContain('hush'));
});

test.each([
  [401, 'connect.refused'],
  [403, 'connect.refused'],
  [404, 'connect.not_there'],
  [500, 'connect.answered_otherwise'],
  [204, 'connect.answered_otherwise'],
])('DE1 status %i is said in a sentence', async (status, code) => {
  answer = (_request, response) => response.writeHead(status).end();
  expect(await codeOf(fetchAll(http('/a.csv')))).toBe(code);
});

test('DE1 what is too much, breaks off, takes too long or is no longer wanted is stopped', async () => {
  answer = (_request, response) => {
    const write = () => {
      while (!response.destroyed && response.write(Buffer.alloc(64_000)));
    };
    response.on('drain', write);
    write();
  };
  expect(await codeOf(fetchAll(http('/endless.csv')))).toBe('connect.too_large');
  answer = (_request, response) => {
    response.writeHead(200, { 'content-length': 100 }).write('half');
    setTimeout(() => response.destroy(), 20);
  };
  expect(await codeOf(fetchAll(http('/half.csv')))).toBe('connect.broken_off');
  answer = (_request, response) => void response.write('a');
  expect(await codeOf(fetchAll(http('/slow.csv'), { timeout_ms: 50 }))).toBe('connect.took_too_long');
  const stop = new AbortController();
  setTimeout(() => stop.abort(new Error('not wanted')), 50);
  await expect(fetchAll(http('/slow.csv'), { signal: stop.signal })).rejects.toThrow('not wanted');
});

test('DE1 nobody listening, and an address that is none, are said', async () => {
  expect(await codeOf(fetchAll({ kind: 'http', url: 'http://127.0.0.1:1/a.csv' }))).toBe('connect.unreachable');
  expect(await codeOf(fetchAll({ kind: 'http', url: 'http://me:secret@127.0.0.1/a.csv' }))).toBe('connect.bad_url');
  expect(await codeOf(fetchAll({ kind: 'http', url: 'https://no-such-host.invalid/a.csv' }))).toBe(
    'connect.unknown_host',
  );
});
