import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const program = join(import.meta.dirname, '..', '..', 'src', 'main.ts');

export interface ServingProcess {
  child: ChildProcess;
  /** with a slash at its end; null where it ended instead */
  address: string | null;
  /** everything it has said on standard error so far */
  told: () => string;
  ended: Promise<{ code: number | null; signal: string | null }>;
}

/** `peil serve` as a process of its own, as far as the address it says, or its end. `before` stands in front of it. */
export async function serveInProcess(
  { data, checkpoints = `${data}-checkpoints` }: { data: string; checkpoints?: string },
  before: readonly string[] = [],
): Promise<ServingProcess> {
  const options = ['--data', data, '--checkpoints', checkpoints, '--port', '0', '--empty'];
  const [command = '', ...words] = [...before, process.execPath, program, 'serve', ...options];
  const env = { PATH: process.env['PATH'], LANG: 'en_GB.UTF-8' };
  const child = spawn(command, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let told = '';
  child.stderr.on('data', (text) => (told += String(text)));
  const ended = new Promise<Awaited<ServingProcess['ended']>>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const ready = new Promise<string>((resolve) => {
    child.stdout.on('data', (text) => {
      said += String(text);
      const [, address] = /^Peil is ready: (\S+)$/m.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
  });
  const address = await Promise.race([ready, ended.then(() => null)]);
  return { child, address, told: () => told, ended };
}
