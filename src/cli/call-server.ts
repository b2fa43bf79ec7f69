import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Locale } from '../platform/text/locale.ts';
import { cliErrors } from './cli-errors.ts';

export interface Server {
  /** with a slash at its end */
  address: string;
  token: string | null;
  locale: Locale;
}

export interface Call {
  method: string;
  /** without a slash at its front */
  path: string;
  query?: URLSearchParams;
  body?: unknown;
  /** sent as it is, in the place of a body */
  file?: Uint8Array<ArrayBuffer>;
  version?: number;
}

/** What the server answered: its value, or the sentence with which it refused. */
export type Answered = { status: number; value: unknown; refusal?: never } | { status: number; refusal: string };

export function serverAt(given: string, { token, locale }: { token: string | null; locale: Locale }): Server {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol)) throw cliErrors.notAnAddress({ given });
  return { address: url.href.endsWith('/') ? url.href : `${url.href}/`, token, locale };
}

export async function callServer(server: Server, call: Call): Promise<Answered> {
  const response = await ask(server, call);
  const { status } = response;
  const value = status === 204 ? null : parsed(await response.text());
  return response.ok && value !== undefined ? { status, value } : refusalOf(server, status, value);
}

/** For an answer that is a file. */
export async function fetchBytes(
  server: Server,
  call: Call,
): Promise<{ status: number; value: Uint8Array; refusal?: never } | { status: number; refusal: string }> {
  const response = await ask(server, call);
  const { status } = response;
  if (!response.ok) return refusalOf(server, status, parsed(await response.text()));
  return { status, value: new Uint8Array(await response.arrayBuffer()) };
}

/** For a file that may be larger than the memory. */
export async function fetchStream(
  server: Server,
  call: Call,
): Promise<{ status: number; value: Readable; refusal?: never } | { status: number; refusal: string }> {
  const response = await ask(server, call);
  const { status, body } = response;
  if (!response.ok || body === null) return refusalOf(server, status, parsed(await response.text()));
  return { status, value: Readable.fromWeb(body as ReadableStream<Uint8Array>) };
}

function ask(server: Server, call: Call): Promise<Response> {
  const query = call.query && call.query.size > 0 ? `?${call.query.toString()}` : '';
  return send(server, `${server.address}${call.path}${query}`, {
    method: call.method,
    redirect: 'manual',
    headers: headersOf(server, call),
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    ...(call.file === undefined ? {} : { body: call.file }),
  });
}

function refusalOf(server: Server, status: number, value: unknown): { status: number; refusal: string } {
  const refusal = (value as { error?: { message?: unknown } } | undefined)?.error?.message;
  if (typeof refusal !== 'string') throw cliErrors.notPeil({ address: server.address, status });
  return { status, refusal };
}

function headersOf({ token, locale }: Server, { body, file, version }: Call): Record<string, string> {
  return {
    accept: 'application/json',
    'accept-language': locale,
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(file === undefined ? {} : { 'content-type': 'application/octet-stream' }),
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  };
}

async function send(server: Server, url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    const { message, cause } = error as Error & { cause?: Error };
    throw cliErrors.noServer({ address: server.address, reason: cause?.message || message });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
