import type { Answer, Endpoint, Request } from '../../src/platform/endpoint/define-endpoint.ts';

type Given<E extends Endpoint> = Partial<Request<E>> & {
  version?: number;
  /** the body of an endpoint that takes a file */
  file?: string | Uint8Array<ArrayBuffer>;
};

/** Asks one thing of a running Peil, as any program would; a refusal is thrown with the server's own sentence. */
export type Ask = <E extends Endpoint>(endpoint: E, given?: Given<E>) => Promise<Answer<E>>;

/** @param address of the server, with a slash at its end: `http://127.0.0.1:4500/` */
export function askOver(address: string, headers: Readonly<Record<string, string>> = {}): Ask {
  return async (endpoint, given = {}) => {
    const url = addressOf(endpoint, given, address);
    const { version } = given;
    const sent = bodyOf(given);
    const answer = await fetch(url, {
      method: endpoint.method,
      headers: {
        ...headers,
        ...sent.headers,
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(sent.body === undefined ? {} : { body: sent.body }),
    });
    const body = (await answer.json()) as { error?: { message: string } };
    if (!answer.ok) throw new Error(`${endpoint.method} ${url.pathname}: ${body.error?.message ?? answer.status}`);
    return body as never;
  };
}

function addressOf({ path }: Endpoint, { params, query }: Given<Endpoint>, address: string): URL {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params?.[name])));
  const url = new URL(filled.slice(1), address);
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, String(value));
  return url;
}

function bodyOf({ body, file }: Given<Endpoint>): {
  headers: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
} {
  if (file !== undefined) return { headers: { 'content-type': 'application/octet-stream' }, body: file };
  if (body === undefined) return { headers: {} };
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
