import { exportRecord } from '../capabilities/frameworks/contract.ts';
import { callServer } from './call-server.ts';
import type { CommandSpec } from './command-spec.ts';
import { filledPath, serverOf } from './endpoint-command.ts';
import { fileConnectionOptions, giveFile, outputOption } from './give-file.ts';

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
  options: [outputOption, ...fileConnectionOptions],
  run: async (given, terminal) => {
    const path = filledPath(exportRecord, given.arguments);
    const server = serverOf(given, terminal.locale);
    const answered = await callServer(server, { method: 'GET', path, query: new URLSearchParams() });
    if (answered.refusal !== undefined) return giveFile(answered, given, terminal);
    const { markdown } = answered.value as { markdown: string };
    return giveFile({ status: answered.status, value: markdown }, given, terminal);
  },
};
