import { addressOf } from '../../kit/api/base-path.ts';
import type { WrittenRequest } from './request-of.ts';

export interface Answered {
  /** null: the browser tells none, of a redirect or because nothing was reached */
  status: number | null;
  isRedirect: boolean;
  took_ms: number;
  headers: readonly (readonly [name: string, value: string])[];
  text: string;
  /** it was longer than what is shown */
  isCut: boolean;
  /** the version in the answer, to change on top of */
  version: string | null;
}

/** The headers that tell something about the answer; the others are the same for every answer. */
const telling = ['content-type', 'content-disposition', 'etag', 'location', 'retry-after', 'x-request-id'];
const longestShown = 200_000;
const streamShown_ms = 3_000;

/** Sends it as the person at this page; a refusal is an answer like any other. */
export async function sendRequest(request: WrittenRequest, locale: string): Promise<Answered> {
  const begun = performance.now();
  const took = () => Math.round(performance.now() - begun);
  try {
    const response = await fetch(addressOf(request.address), {
      method: request.method,
      headers: { ...request.headers, 'accept-language': locale },
      redirect: 'manual',
      ...(request.body === null ? {} : { body: request.body }),
    });
    const text = pretty(await read(response));
    const headers = telling.flatMap((name): [string, string][] => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value]];
    });
    const isCut = text.length > longestShown;
    return {
      status: response.type === 'opaqueredirect' ? null : response.status,
      isRedirect: response.type === 'opaqueredirect',
      took_ms: took(),
      headers,
      text: isCut ? text.slice(0, longestShown) : text,
      isCut,
      version: versionIn(text),
    };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { status: null, isRedirect: false, took_ms: took(), headers: [], text, isCut: false, version: null };
  }
}

/** A stream of events has no end: what came in the first seconds is shown. */
async function read(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.includes('text/event-stream')) return response.text();
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const timer = setTimeout(() => void reader?.cancel(), streamShown_ms);
  let text = '';
  for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) text += chunk.value;
  clearTimeout(timer);
  return text;
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function versionIn(text: string): string | null {
  const match = /^ {2}"version": (\d{1,15}),?$/m.exec(text);
  return match?.[1] ?? null;
}
