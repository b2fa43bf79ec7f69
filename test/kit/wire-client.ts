/** What a server of the protocol of MLflow answered. */
export interface WireAnswer {
  status: number;
  body: Readonly<Record<string, unknown>>;
}

export type WireClient = (
  address: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} ${string}`,
  message?: Readonly<Record<string, unknown>>,
) => Promise<WireAnswer>;

/** Speaks the protocol with whatever server listens there, Peil or another: `ask('POST runs/create', { ... })`. */
export function wireClient(address: string): WireClient {
  return async (route, message = {}) => {
    const [method = '', path = ''] = route.split(' ');
    const url = new URL(`${address}/api/2.0/mlflow/${path}`);
    const headers = { 'content-type': 'application/json' };
    if (method === 'GET')
      for (const [name, value] of Object.entries(message))
        for (const each of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(each));
    const body = method === 'GET' ? undefined : JSON.stringify(message);
    const answer = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
    // A server of MLflow that takes no artifacts says so without a word.
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as WireAnswer['body']) };
  };
}

/** The same, where anything but a 200 is a mistake of the test. */
export function whichAccepts(ask: WireClient): (...asked: Parameters<WireClient>) => Promise<WireAnswer['body']> {
  return async (route, message) => {
    const { status, body } = await ask(route, message);
    if (status !== 200) throw new Error(`${route} ${JSON.stringify(message)} -> ${status} ${JSON.stringify(body)}`);
    return body;
  };
}
