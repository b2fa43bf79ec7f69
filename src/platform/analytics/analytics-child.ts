import type { FromAnalyticsChild, ToAnalyticsChild } from './analytics-protocol.ts';
import { type Cancellation, runTask } from './run-task.ts';
import { failureOf } from './task-failure.ts';

/**
 * DuckDB as a process of its own: what it takes, and what it may break, is not the server's. Several tasks at a time,
 * each in a DuckDB of its own.
 */
const running = new Map<number, Cancellation>();

process.on('message', (message: ToAnalyticsChild) => {
  if (message.kind === 'run') void run(message);
  else cancel(message.id);
});
// The server has ended, or needs this process no more. Threads of DuckDB may still be at work, and nothing of theirs is kept.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

async function run({ id, task }: Extract<ToAnalyticsChild, { kind: 'run' }>): Promise<void> {
  const cancellation: Cancellation = { cancelled: false };
  running.set(id, cancellation);
  const answering = {
    columns: (columns: Extract<FromAnalyticsChild, { kind: 'columns' }>['columns']) =>
      send({ id, kind: 'columns', columns }),
    rows: (rows: Extract<FromAnalyticsChild, { kind: 'rows' }>['rows']) => send({ id, kind: 'rows', rows }),
  };
  try {
    const truncated = await runTask(task, { answering, cancellation });
    await send({ id, kind: 'done', truncated });
  } catch (error) {
    await send({ id, kind: 'failed', failure: failureOf(error, task) });
  } finally {
    running.delete(id);
  }
}

function cancel(id: number): void {
  const cancellation = running.get(id);
  if (!cancellation) return;
  cancellation.cancelled = true;
  cancellation.connection?.interrupt();
}

function send(message: FromAnalyticsChild): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => resolve());
  });
}
