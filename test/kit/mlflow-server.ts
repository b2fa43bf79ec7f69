import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import type { PythonEnvironment } from './python-environment.ts';

/** A real server of MLflow, as its users start it, on a folder of its own. */
export interface MlflowServer {
  /** ends without a slash */
  address: string;
  port: number;
  pid: number;
  /** from its start to its first answer */
  firstAnswer_ms: number;
  stop: () => Promise<void>;
}

export interface MlflowServerWanted {
  environment: PythonEnvironment;
  folder: string;
  /** as SQLAlchemy names it; a SQLite file in the folder where it is not given */
  databaseUrl?: string;
  /** null: as many as it starts by itself */
  workers?: number | null;
}

export async function startMlflow(wanted: MlflowServerWanted): Promise<MlflowServer> {
  const { environment, folder, workers = 1 } = wanted;
  const port = await freePort();
  const database = wanted.databaseUrl ?? `sqlite:///${folder}/mlflow.db`;
  const start = performance.now();
  const options = ['--host', '127.0.0.1', '--port', String(port), '--backend-store-uri', database];
  const more = ['--artifacts-destination', `${folder}/artifacts`, ...(workers ? ['--workers', String(workers)] : [])];
  const child = environment.start(['-m', 'mlflow', 'server', ...options, ...more], {
    variables: { HOME: folder },
    ownGroup: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-6000)));
  const address = `http://127.0.0.1:${port}`;
  for (let attempt = 0; !(await answers(address)); attempt += 1) {
    if (child.exitCode !== null || attempt > 3000) {
      await stop(child);
      throw new Error(`mlflow server did not come up:\n${said}`);
    }
    await sleep(20);
  }
  const firstAnswer_ms = performance.now() - start;
  return { address, port, pid: child.pid ?? 0, firstAnswer_ms, stop: () => stop(child) };
}

const answers = (address: string) =>
  fetch(`${address}/health`).then(
    ({ ok }) => ok,
    () => false,
  );

/** With the processes that it started, which are of its group. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}
