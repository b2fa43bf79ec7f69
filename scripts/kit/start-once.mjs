import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Starts the built program on an empty data folder and ends it as Ctrl-C does. It leaves beside itself what V8 compiled,
 * so that the first start of a user is as quick and small as every later one.
 * @param program path of the bundle's main file
 * @throws an Error with all that it printed, when it does not start
 */
export async function startOnce(program) {
  const folder = mkdtempSync(join(tmpdir(), 'peil-build-'));
  // What a person set up for their own Peil is no business of this one.
  const environment = Object.entries(process.env).filter(([name]) => !name.startsWith('PEIL_'));
  const options = ['--port', '0', '--data', join(folder, 'data'), '--empty'];
  const child = spawn(process.execPath, [program, 'serve', ...options], { env: Object.fromEntries(environment) });
  let printed = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (printed += text));
  child.stdout.setEncoding('utf8').on('data', (text) => (printed += text));
  // The first it says on standard output is that it is ready; a second signal would end it at once.
  child.stdout.once('data', () => child.kill('SIGTERM'));
  const [code] = await once(child, 'close');
  rmSync(folder, { recursive: true, force: true });
  if (code !== 0) throw new Error(`The server was built and does not start. It printed:\n${printed}`);
}
