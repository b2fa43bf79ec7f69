import type { Answer, Endpoint, Request } from '../../src/platform/endpoint/define-endpoint.ts';

type Given<E extends Endpoint> = Partial<Request<E>> & { version?: number };

/** Asks one thing of a running Peil, as any program would; a refusal is thrown with the server's own sentence. */
export type Ask = <E extends Endpoint>(endpoint: E, given: Given<E>) => Promise<Answer<E>>;

/** @param address of the server, with a slash at its end: `http://127.0.0.1:4500/` */
export function askOver(address: string, headers: Readonly<Record<string, string>> = {}): Ask {
  return async (endpoint, given) => {
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(String((given.params as Record<string, unknown> | undefined)?.[name])),
    );
    const answer = await fetch(new URL(path.slice(1), address), {
      method: endpoint.method,
      headers: {
        ...headers,
        ...(given.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(given.version === undefined ? {} : { 'if-match': `"${given.version}"` }),
      },
      ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
    });
    const body = (await answer.json()) as { error?: { message: string } };
    if (!answer.ok) throw new Error(`${endpoint.method} ${path}: ${body.error?.message ?? answer.status}`);
    return body as never;
  };
}
