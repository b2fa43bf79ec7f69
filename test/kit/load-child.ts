import { connect, type Socket } from 'node:net';

/**
 * A load on one server of our own, as a process of its own so that it does not share the server's event loop. Loopback
 * only, bounded in time and in clients. Written on sockets: the usual HTTP clients cost more than what they measure.
 */
interface Order {
  port: number;
  clients: number;
  duration_ms: number;
  /** reads ask the same; writes rename a problem of their own, with the version they know */
  kind: 'read' | 'write';
  problemIds: readonly string[];
}

interface Report {
  answered: number;
  refused: number;
  duration_ms: number;
  latencies_ms: number[];
}

async function client(order: Order, index: number, report: Report): Promise<void> {
  const socket = connect(order.port, '127.0.0.1').setNoDelay(true);
  const problemId = order.problemIds[index % order.problemIds.length] ?? '';
  const until = performance.now() + order.duration_ms;
  for (let version = 1; performance.now() < until; version += 1) {
    const start = performance.now();
    const status = await ask(socket, order.kind === 'read' ? read(problemId) : rename(problemId, version));
    report.latencies_ms.push(performance.now() - start);
    if (status === 200) report.answered += 1;
    else report.refused += 1;
  }
  socket.destroy();
}

const read = (problemId: string) => `GET /api/problems/${problemId} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`;

function rename(problemId: string, version: number): string {
  const body = JSON.stringify({ title: `Renamed for the ${version}th time` });
  return `PATCH /api/problems/${problemId} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\nif-match: ${version}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** Sends one request and answers the status once the whole reply is there. */
function ask(socket: Socket, request: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let received = '';
    const done = (status: number) => {
      socket.off('data', onData).off('error', reject);
      resolve(status);
    };
    const onData = (chunk: Buffer) => {
      received += chunk.toString('latin1');
      const head = received.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
      if (received.length >= head + 4 + length) done(Number(received.slice(9, 12)));
    };
    socket.on('data', onData).once('error', reject);
    socket.write(request);
  });
}

process.once('message', (order: Order) => {
  void (async () => {
    const report: Report = { answered: 0, refused: 0, duration_ms: 0, latencies_ms: [] };
    const start = performance.now();
    await Promise.all(Array.from({ length: order.clients }, (_, index) => client(order, index, report)));
    report.duration_ms = performance.now() - start;
    process.send?.(report, () => process.disconnect());
  })();
});

export type { Order as LoadOrder, Report as LoadReport };
