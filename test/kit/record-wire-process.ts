import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';

/**
 * Stands between a client and a server of the protocol of MLflow and keeps what they say, word for word:
 * `node test/kit/record-wire-process.ts ADDRESS FILE "what is recorded"`. It says where it listens; Ctrl-C writes the file.
 */
export interface Recorded {
  method: string;
  /** with its query */
  path: string;
  /** as the client has written it */
  body: string;
  status: number;
  answer: unknown;
}

export interface Recording {
  what: string;
  requests: Recorded[];
}

const [, , address = '', file = '', what = ''] = process.argv;
const requests: Recorded[] = [];

const server = createServer((request, reply) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    void (async () => {
      const { method = '', url: path = '' } = request;
      const body = Buffer.concat(parts).toString();
      const headers = { 'content-type': request.headers['content-type'] ?? '' };
      const answered = await fetch(`${address}${path}`, { method, headers, ...(body ? { body } : {}) });
      const said = await answered.text();
      requests.push({ method, path, body, status: answered.status, answer: asJson(said) });
      reply.writeHead(answered.status, { 'content-type': answered.headers.get('content-type') ?? '' }).end(said);
    })();
  });
});

function asJson(said: string): unknown {
  try {
    return JSON.parse(said);
  } catch {
    return said;
  }
}

server.listen(0, '127.0.0.1', () => {
  const at = server.address();
  process.stdout.write(`http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}\n`);
});
process.once('SIGINT', () => {
  writeFileSync(file, `${JSON.stringify({ what, requests } satisfies Recording, null, 1)}\n`);
  process.exit(0);
});
