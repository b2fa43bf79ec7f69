import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const main = join(import.meta.dirname, '..', '..', 'src', 'main.ts');

/** A Peil in a process of its own, to be ended as people and power cuts end it. */
export interface ServingProcess {
  /** ends without a slash */
  address: string;
  /** at once, as `kill -9` does */
  kill: () => Promise<void>;
  /** as Ctrl-C does; answers the exit code */
  stop: () => Promise<number | null>;
}

export interface ServeOptions {
  dataFolder: string;
  checkpointFolder: string;
  databaseUrl: string | null;
}

/** `peil serve` on a free port. Answers once it is ready; throws what it said where it is not. */
export async function serveInProcess({
  dataFolder,
  checkpointFolder,
  databaseUrl,
}: ServeOptions): Promise<ServingProcess> {
  const options = ['--port', '0', '--empty', '--data', dataFolder, '--checkpoints', checkpointFolder];
  const database = databaseUrl === null ? [] : ['--database', databaseUrl];
  const child = spawn(process.execPath, [main, 'serve', ...options, ...database], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    address: await addressOf(child),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream! }).on('line', (line) => {
        said = `${said}${line}\n`.slice(-8_000);
        const [, address] = /is ready: (http:\S+?)\/?$/.exec(line) ?? [];
        if (address !== undefined) resolve(address);
      });
    child.once('exit', (code) => reject(new Error(`Peil ended with exit code ${code} while starting:\n${said}`)));
  });
}
