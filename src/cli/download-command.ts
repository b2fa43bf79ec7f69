import { downloadAttachment } from '../capabilities/formulation/contract.ts';
import { fetchBytes } from './call-server.ts';
import { cliErrors } from './cli-errors.ts';
import type { CommandSpec } from './command-spec.ts';
import { filledPath, serverOf } from './endpoint-command.ts';
import { fileConnectionOptions, giveFile, outputOption } from './give-file.ts';

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
    { ...outputOption, help: { en: 'file to write; needed', nl: 'te schrijven bestand; verplicht' } },
    ...fileConnectionOptions,
  ],
  run: async (given, terminal) => {
    if (given.options['output']?.at(-1) === undefined)
      throw cliErrors.missingOption({ command, options: ['--output'] });
    const request = { method: 'GET', path: filledPath(downloadAttachment, given.arguments) };
    return giveFile(await fetchBytes(serverOf(given, terminal.locale), request), given, terminal);
  },
};
