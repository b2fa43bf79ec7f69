import type { IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { lookupOf } from '../../platform/outbound/find-addresses.ts';
import { requestHttp } from '../../platform/outbound/node-http.ts';
import type { Destination } from './destination.ts';

export interface Answered {
  status: number;
  /** its beginning */
  text: string;
}

const patience_ms = 10_000;
const keptOfAnswer_bytes = 1_000;

/** Sends one message and reads the beginning of the answer. A redirect is an answer like any other: it is not followed. */
export function send(
  { url, addresses }: Destination,
  { headers, body, signal }: { headers: Record<string, string>; body: string; signal: AbortSignal },
): Promise<Answered> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sending = request(
      url,
      {
        method: 'POST',
        // No connection is shared: the next one is checked anew.
        agent: false,
        lookup: lookupOf(addresses),
        signal: AbortSignal.any([signal, AbortSignal.timeout(patience_ms)]),
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)), 'user-agent': 'Peil' },
      },
      (response) => {
        // The status has been said: what becomes of the rest of the answer does not change it.
        void beginningOf(response)
          .catch(() => '')
          .then((text) => {
            resolve({ status: response.statusCode ?? 0, text });
            sending.destroy();
          });
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
}

async function beginningOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    if (length >= keptOfAnswer_bytes) break;
  }
  const text = Buffer.concat(parts).subarray(0, keptOfAnswer_bytes).toString('utf8');
  return text.replaceAll('\0', '').toWellFormed();
}
