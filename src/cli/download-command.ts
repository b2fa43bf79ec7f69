import { resolve } from 'node:path';
import { downloadAttachment } from '../capabilities/formulation/contract.ts';
import { fetchBytes } from './call-server.ts';
import { cliErrors } from './cli-errors.ts';
import type { CommandSpec } from './command-spec.ts';
import { connectionOptions, filledPath, serverOf } from './endpoint-command.ts';
import { exitCodeFor, exitCodes } from './exit-codes.ts';
import { oneLine } from './one-line.ts';
import { writeFile } from './write-file.ts';

const command = 'peil attachment download';

/** A file of the evidence, byte for byte: what others put there is written to a file and never to the terminal. */
export const downloadCommand: CommandSpec = {
  words: ['attachment', 'download'],
  summary: {
    en: 'Writes a file of the evidence to a file of yours, byte for byte.',
    nl: 'Schrijft een bestand van het bewijs naar een bestand van u, byte voor byte.',
  },
  arguments: [
    { name: 'problem-id', help: { en: 'Id of the problem', nl: 'Id van het probleem' } },
    { name: 'attachment-id', help: { en: 'Id of the attachment', nl: 'Id van het bestand' } },
  ],
  options: [
    {
      name: 'output',
      placeholder: '<file>',
      help: { en: 'file to write; needed', nl: 'te schrijven bestand; verplicht' },
      completes: 'file',
    },
    ...connectionOptions.filter(({ name }) => name !== 'json'),
  ],
  run: async (given, terminal) => {
    const output = given.options['output']?.at(-1);
    if (output === undefined) throw cliErrors.missingOption({ command, options: ['--output'] });
    const request = { method: 'GET', path: filledPath(downloadAttachment, given.arguments) };
    const answered = await fetchBytes(serverOf(given, terminal.locale), request);
    if (answered.refusal !== undefined) {
      terminal.tell(oneLine(answered.refusal));
      return exitCodeFor(answered.status);
    }
    await writeFile(resolve(output), answered.value, terminal);
    return exitCodes.done.code;
  },
};
