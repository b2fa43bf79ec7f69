import type { z } from 'zod';
import type { Answer, Endpoint } from '../../../platform/endpoint/define-endpoint.ts';
import { chosenLocale } from '../language/chosen-locale.ts';
import { kitTexts } from '../texts.ts';
import { addressOf } from './base-path.ts';
import { Refusal } from './refusal.ts';
import { requestAddress } from './request-address.ts';
import { tellUnknown } from './unknown-asker.ts';

/** A part of the request must be given exactly when the contract has something in it that is not optional. */
type Part<Name extends string, Given> = keyof Given extends never
  ? { [K in Name]?: never }
  : Record<never, never> extends Given
    ? { [K in Name]?: Given }
    : { [K in Name]: Given };

export type Asking<E extends Endpoint> =
  E extends Endpoint<infer P, infer Q, infer B>
    ? Part<'params', z.input<P>> &
        Part<'query', z.input<Q>> &
        (z.input<B> extends undefined ? { body?: never } : { body: z.input<B> }) &
        (E['versioned'] extends true ? { version: number } : { version?: number }) & {
          /** for an address whose body is a file */
          file?: Blob;
        }
    : never;

interface Loose {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  version?: number;
  file?: Blob;
}

/** Calls an address of Peil and answers what its contract says, or throws the Refusal that the server wrote. */
export async function call<E extends Endpoint>(endpoint: E, asking: Asking<E>): Promise<Answer<E>> {
  const { params = {}, query = {}, body, version, file } = asking as Loose;
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': chosenLocale() };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (file !== undefined) headers['content-type'] = 'application/octet-stream';
  if (version !== undefined) headers['if-match'] = `"${version}"`;
  const response = await reach(addressOf(requestAddress(endpoint.path, { params, query })), {
    method: endpoint.method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(file === undefined ? {} : { body: file }),
  });
  if (response.status === 401) tellUnknown();
  if (!response.ok) throw await refusalFrom(response);
  return (response.status === 204 ? undefined : await readAnswer(response)) as Answer<E>;
}

/** An answer that is no JSON comes from something before Peil, such as the sign-in of a proxy. */
async function readAnswer(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => {
    throw unreachable();
  });
  try {
    return JSON.parse(text);
  } catch {
    throw strangeAnswer(response);
  }
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch {
    throw unreachable();
  }
}

const unreachable = (): Refusal =>
  new Refusal({ status: 0, code: 'page.unreachable', message: kitTexts[chosenLocale()].unreachable });

export async function refusalFrom(response: Response): Promise<Refusal> {
  const answer = (await response.json().catch(() => null)) as {
    error?: { code: string; message: string; params: Record<string, unknown>; requestId: string };
  } | null;
  if (answer?.error) {
    const { code, message, params, requestId } = answer.error;
    return new Refusal({ status: response.status, code, message, params, requestId });
  }
  return strangeAnswer(response);
}

function strangeAnswer({ status, headers }: Response): Refusal {
  const message = kitTexts[chosenLocale()].strangeAnswer({ status });
  return new Refusal({ status, code: 'page.strange_answer', message, requestId: headers.get('x-request-id') });
}
