import { connect, type Socket } from 'node:net';

/**
 * A load on one server of our own, as a process of its own so that it does not share the server's event loop. Loopback
 * only, bounded in time and in clients. Written on sockets: the usual HTTP clients cost more than what they measure.
 */
interface Order {
  port: number;
  clients: number;
  duration_ms: number;
  /** what each client asks again and again; with fewer of them than clients, they take turns */
  asks: readonly Ask[];
}

interface Ask {
  method: 'GET' | 'POST' | 'PATCH';
  path: string;
  headers?: Readonly<Record<string, string>>;
  /** `$n` in it, and in a header, is how often the client has asked, from 1 */
  body?: string;
}

interface Report {
  answered: number;
  refused: number;
  /** what was said to the first that was refused */
  refusal: string;
  /** until the last that was answered and not refused */
  duration_ms: number;
  /** of each that was answered and not refused */
  latencies_ms: number[];
}

async function client(order: Order, index: number, report: Report): Promise<void> {
  const begun = performance.now();
  let socket = open(order.port);
  const asked = order.asks[index % order.asks.length];
  if (!asked) throw new Error('a load needs something to ask');
  const until = begun + order.duration_ms;
  for (let n = 1; performance.now() < until; n += 1) {
    const start = performance.now();
    const reply = await ask(socket, requestOf(asked, n)).catch((error: unknown) => String(error));
    const end = performance.now();
    // A server may end a process that has too much to do, and with it the connections that it had.
    if (socket.destroyed) socket = open(order.port);
    if (reply.startsWith('200', statusAt)) {
      report.answered += 1;
      report.latencies_ms.push(end - start);
      report.duration_ms = end - begun;
    } else {
      report.refused += 1;
      report.refusal ||= reply.slice(0, 2_000);
    }
  }
  socket.destroy();
}

function requestOf({ method, path, headers = {}, body }: Ask, n: number): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value.replaceAll('$n', String(n))}\r\n`);
  const head = `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join('')}`;
  if (body === undefined) return `${head}\r\n`;
  const sent = body.replaceAll('$n', String(n));
  return `${head}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(sent)}\r\n\r\n${sent}`;
}

/** What goes wrong reaches whoever asks as that it is closed. */
const open = (port: number): Socket =>
  connect(port, '127.0.0.1')
    .setNoDelay(true)
    .on('error', () => {});

const statusAt = 'HTTP/1.1 '.length;

/** Sends one request and answers the whole reply. */
function ask(socket: Socket, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    const done = () => {
      socket.off('data', onData).off('close', onClose);
      resolve(received);
    };
    const onData = (chunk: Buffer) => {
      received += chunk.toString('latin1');
      const head = received.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
      if (received.length >= head + 4 + length) done();
    };
    const onClose = () => reject(new Error('the connection was closed before the answer'));
    socket.on('data', onData).once('close', onClose);
    socket.write(request);
  });
}

process.once('message', (order: Order) => {
  void (async () => {
    const report: Report = { answered: 0, refused: 0, refusal: '', duration_ms: 0, latencies_ms: [] };
    await Promise.all(Array.from({ length: order.clients }, (_, index) => client(order, index, report)));
    process.send?.(report, () => process.disconnect());
  })();
});

export type { Ask as LoadAsk, Order as LoadOrder, Report as LoadReport };
