import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { TestPeil } from './app.ts';
import { eventsOf } from './people.ts';

/** What came back, and which events were settled with it. */
export interface Sent {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test says what it expects of the body
  body: any;
  events: string[];
}

export interface Sending {
  (request: string, payload?: object, options?: { version?: number; language?: string }): Promise<Sent>;
}

/**
 * Sends requests written as `METHOD /path` and tells status, body and events.
 * @example const sent = await send('PATCH /api/problems/1', { title: 'New' }, { version: 1 });
 */
export function sendingTo(
  peil: TestPeil,
  as: (options: InjectOptions) => PromiseLike<LightMyRequestResponse> = (options) => peil.app.inject(options),
): Sending {
  const happened = eventsOf(peil);
  return async (request, payload, { version, language } = {}) => {
    const [method, url] = request.split(' ') as [NonNullable<InjectOptions['method']>, string];
    happened();
    const answer = await as({
      method,
      url,
      headers: {
        ...(version === undefined ? {} : { 'if-match': String(version) }),
        ...(language === undefined ? {} : { 'accept-language': language }),
      },
      ...(payload === undefined ? {} : { payload }),
    });
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json(), events: happened() };
  };
}
