import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  event: { id: string; type: string; data: Record<string, number> };
}

export interface Receiver {
  url: string;
  received: Received[];
  /** what it answers from now on */
  answer: (status: number, text?: string, headers?: Record<string, string>) => void;
  close: () => Promise<void>;
}

/** A real server on this machine that takes webhooks. */
export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let said: { status: number; text: string; headers: Record<string, string> } = { status: 204, text: '', headers: {} };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      received.push({ headers: request.headers, body, event: JSON.parse(body) as Received['event'] });
      response.writeHead(said.status, said.headers).end(said.text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/peil`,
    received,
    answer: (status, text = '', headers = {}) => {
      said = { status, text, headers };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
