import { resolve } from 'node:path';
import { exportRecord } from '../capabilities/frameworks/contract.ts';
import { callServer } from './call-server.ts';
import type { CommandSpec } from './command-spec.ts';
import { connectionOptions, filledPath, serverOf } from './endpoint-command.ts';
import { exitCodeFor, exitCodes } from './exit-codes.ts';
import { oneLine } from './one-line.ts';
import { printText } from './print-text.ts';
import { writeFile } from './write-file.ts';

/** A decision on the framework as Markdown, to read or as a file. */
export const frameworkExportCommand: CommandSpec = {
  words: ['framework', 'export'],
  summary: {
    en: 'Writes a decision on the framework as Markdown, in the form of MADR 4.',
    nl: 'Schrijft een besluit over het framework als Markdown, in de vorm van MADR 4.',
  },
  arguments: [
    { name: 'problem-id', help: { en: 'Id of the problem', nl: 'Id van het probleem' } },
    { name: 'number', help: { en: 'Number of the decision', nl: 'Nummer van het besluit' } },
  ],
  options: [
    {
      name: 'output',
      placeholder: '<file>',
      help: { en: 'file to write; without it, standard output', nl: 'te schrijven bestand; anders standaarduitvoer' },
      completes: 'file',
    },
    ...connectionOptions.filter(({ name }) => name !== 'json'),
  ],
  run: async (given, terminal) => {
    const path = filledPath(exportRecord, given.arguments);
    const server = serverOf(given, terminal.locale);
    const answered = await callServer(server, { method: 'GET', path, query: new URLSearchParams() });
    if (answered.refusal !== undefined) {
      terminal.tell(oneLine(answered.refusal));
      return exitCodeFor(answered.status);
    }
    const { markdown } = answered.value as { markdown: string };
    const output = given.options['output']?.at(-1);
    if (output === undefined) printText(markdown, terminal);
    else await writeFile(resolve(output), markdown, terminal);
    return exitCodes.done.code;
  },
};
