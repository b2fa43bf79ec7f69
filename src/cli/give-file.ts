import { resolve } from 'node:path';
import type { Terminal } from '../server/commands/terminal.ts';
import type { Given, OptionSpec } from './command-spec.ts';
import { connectionOptions } from './endpoint-command.ts';
import { exitCodeFor, exitCodes } from './exit-codes.ts';
import { oneLine } from './one-line.ts';
import { printText } from './print-text.ts';
import { writeFile } from './write-file.ts';

export const outputOption: OptionSpec = {
  name: 'output',
  placeholder: '<file>',
  help: { en: 'file to write; without it, standard output', nl: 'te schrijven bestand; anders standaarduitvoer' },
  completes: 'file',
};

/** Of a command whose answer is a file: there is no other form of it to ask for. */
export const fileConnectionOptions = connectionOptions.filter(({ name }) => name !== 'json');

type Answered = { status: number; value: string | Uint8Array; refusal?: never } | { status: number; refusal: string };

/** Writes what was answered to the file of `--output`, else to standard output; tells a refusal in a line. */
export async function giveFile(answered: Answered, given: Given, terminal: Terminal): Promise<number> {
  if (answered.refusal !== undefined) {
    terminal.tell(oneLine(answered.refusal));
    return exitCodeFor(answered.status);
  }
  const output = given.options['output']?.at(-1);
  if (output === undefined) printText(answered.value, terminal);
  else await writeFile(resolve(output), answered.value, terminal);
  return exitCodes.done.code;
}
