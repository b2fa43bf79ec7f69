import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { cliErrors } from '../cli-errors.ts';

export interface Speaker {
  /** with a slash at its end */
  address: string;
  token: string | null;
}

/** An answer of another's protocol, read field by field. */
export type Answer = ReturnType<typeof JSON.parse>;

interface Said {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** below the address */
  path: string;
  query?: Readonly<Record<string, string>>;
  body?: object;
  file?: Readable;
}

/** One request; a refusal is told with the sentence of the server. */
export async function speak(to: Speaker, said: Said): Promise<Answer> {
  const response = await send(to, said);
  const text = await response.text();
  if (response.ok) return text === '' ? {} : JSON.parse(text);
  throw cliErrors.importRefused({
    address: to.address,
    path: said.path,
    status: response.status,
    reason: reasonOf(text),
  });
}

/** Null where there is no such thing. */
export async function find(to: Speaker, said: Said): Promise<Answer> {
  const response = await send(to, said);
  const text = await response.text();
  if (response.ok) return JSON.parse(text);
  if (response.status === 404) return null;
  throw cliErrors.importRefused({
    address: to.address,
    path: said.path,
    status: response.status,
    reason: reasonOf(text),
  });
}

export async function fetchFile(to: Speaker, said: Said): Promise<Readable> {
  const response = await send(to, said);
  if (response.ok && response.body) return Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
  const reason = reasonOf(await response.text());
  throw cliErrors.importRefused({ address: to.address, path: said.path, status: response.status, reason });
}

async function send({ address, token }: Speaker, { method, path, query = {}, body, file }: Said): Promise<Response> {
  const url = new URL(path, address);
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value);
  try {
    return await fetch(url, {
      method,
      redirect: 'error',
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(file === undefined ? {} : { 'content-type': 'application/octet-stream' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(file === undefined ? {} : { body: Readable.toWeb(file) as BodyInit, duplex: 'half' }),
    });
  } catch (error) {
    const { message, cause } = error as Error & { cause?: Error };
    throw cliErrors.noServer({ address, reason: cause?.message || message });
  }
}

function reasonOf(text: string): string {
  try {
    const { message, error } = JSON.parse(text) as { message?: string; error?: { message?: string } };
    return message ?? error?.message ?? text.slice(0, 200);
  } catch {
    return text.slice(0, 200);
  }
}

/** Parts of an address as they stand in it. */
export const asPath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
