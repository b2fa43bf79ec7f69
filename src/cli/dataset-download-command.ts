import { resolve } from 'node:path';
import { downloadGiven } from '../capabilities/datasets/contract.ts';
import { fetchStream } from './call-server.ts';
import { cliErrors } from './cli-errors.ts';
import type { CommandSpec } from './command-spec.ts';
import { filledPath, serverOf } from './endpoint-command.ts';
import { exitCodeFor, exitCodes } from './exit-codes.ts';
import { fileConnectionOptions, outputOption } from './give-file.ts';
import { oneLine } from './one-line.ts';
import { writeStream } from './write-file.ts';

const command = 'peil dataset download';

/** A file of a version as it was given; it may be larger than the memory, so it goes to the disk as it comes. */
export const datasetDownloadCommand: CommandSpec = {
  words: ['dataset', 'download'],
  summary: {
    en: 'Writes a file of a version, as it was given, to a file of yours, byte for byte.',
    nl: 'Schrijft een bestand van een versie, zoals het gegeven is, naar een bestand van u, byte voor byte.',
  },
  arguments: [
    { name: 'problem-id', help: { en: 'Id of the problem', nl: 'Id van het probleem' } },
    { name: 'version-id', help: { en: 'Id of the version', nl: 'Id van de versie' } },
    {
      name: 'position',
      help: { en: 'Of the file in the manifest, from 0', nl: 'Van het bestand in het manifest, vanaf 0' },
    },
  ],
  options: [
    { ...outputOption, help: { en: 'file to write; needed', nl: 'te schrijven bestand; verplicht' } },
    ...fileConnectionOptions,
  ],
  run: async (given, terminal) => {
    const output = given.options['output']?.at(-1);
    if (output === undefined) throw cliErrors.missingOption({ command, options: ['--output'] });
    const request = { method: 'GET', path: filledPath(downloadGiven, given.arguments) };
    const answered = await fetchStream(serverOf(given, terminal.locale), request);
    if (answered.refusal !== undefined) {
      terminal.tell(oneLine(answered.refusal));
      return exitCodeFor(answered.status);
    }
    await writeStream(resolve(output), answered.value, terminal);
    return exitCodes.done.code;
  },
};
