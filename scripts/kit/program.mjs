import { pathToFileURL } from 'node:url';
import { node24 } from './node24.mjs';
import { at } from './root.mjs';

/**
 * Hands over to the built program. Under Node 24 it runs in this very process, which saves a start of Node and its
 * memory; under an older Node it is a child, whose exit code is ours.
 */
export async function runProgram(args) {
  const program = at('dist', 'server', 'main.js');
  const node = node24();
  if (node === process.execPath) {
    process.argv = [node, program, ...args];
    await import(pathToFileURL(program).href);
    return;
  }
  const { runInFront } = await import('./run.mjs');
  process.exitCode = await runInFront(node, [program, ...args], { cwd: process.cwd() });
}
