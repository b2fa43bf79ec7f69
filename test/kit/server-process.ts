import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

const root = join(import.meta.dirname, '..', '..');

/** A Peil as users run it: a process of its own, on a port and a data folder of its own. */
export interface ServerProcess {
  /** ends without a slash */
  address: string;
  port: number;
  pid: number;
  /** everything it printed so far */
  printed(): string;
  /** ends it as Ctrl-C does, and answers its exit code */
  stop(): Promise<number | null>;
  /** ends it as a power cut does */
  kill(): Promise<void>;
}

export interface ServerWanted {
  dataFolder: string;
  databaseUrl?: string;
  /** further options of `peil serve` */
  options?: readonly string[];
  environment?: Readonly<Record<string, string>>;
  /** with the guided examples, which an empty Peil otherwise leaves out here */
  withExamples?: boolean;
}

/** Starts the bundle where there is one (`npm test` and `npm run bench` build it first), else the sources. */
export async function startServer({
  dataFolder,
  databaseUrl,
  options = [],
  environment = {},
  withExamples = false,
}: ServerWanted): Promise<ServerProcess> {
  const port = await freePort();
  const bundle = join(root, 'dist', 'server', 'main.js');
  const main = existsSync(bundle) ? bundle : join(root, 'src', 'main.ts');
  const empty = withExamples ? [] : ['--empty'];
  const database = databaseUrl ? ['--database', databaseUrl] : [];
  const args = [main, 'serve', '--port', String(port), '--data', dataFolder, ...empty, ...database, ...options];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const printed: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  const address = `http://127.0.0.1:${port}`;
  await ready(child, address, printed);
  return {
    address,
    port,
    pid: child.pid ?? 0,
    printed: () => printed.join(''),
    stop: () => end(child, 'SIGTERM'),
    kill: async () => {
      await end(child, 'SIGKILL');
    },
  };
}

async function ready(child: ChildProcess, address: string, printed: readonly string[]): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${printed.join('')}`);
    const answer = await fetch(`${address}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`the server was not ready within 30 s: ${printed.join('')}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
  return child.exitCode;
}
