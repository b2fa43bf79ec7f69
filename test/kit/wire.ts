import type { LightMyRequestResponse } from 'fastify';
import type { TestPeil } from './app.ts';
import type { Sent } from './sending.ts';

type Answered = Omit<Sent, 'events'>;
export type Wire = (address: string, message?: Readonly<Record<string, unknown>>) => Promise<Answered>;

/**
 * Speaks the protocol of MLflow with a Peil: `wire('POST runs/create', { ... })`. What a GET says stands in its address, a list by
 * its name more than once.
 */
export function wireTo({ app }: Pick<TestPeil, 'app'>, headers: Readonly<Record<string, string>> = {}): Wire {
  return async (address, message = {}) => {
    const [method = '', path = ''] = address.split(' ');
    const url = `/api/2.0/mlflow/${path}`;
    let answer: LightMyRequestResponse;
    if (method === 'GET') {
      const query = new URLSearchParams();
      for (const [name, value] of Object.entries(message))
        for (const each of Array.isArray(value) ? value : [value]) query.append(name, String(each));
      answer = await app.inject({ method, url: `${url}?${query}`, headers });
    } else {
      answer = await app.inject({ method: method as 'POST', url, payload: message, headers });
    }
    return { status: answer.statusCode, body: answer.json() };
  };
}
