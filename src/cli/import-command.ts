import { fileFormats, type Import, importUploads, readImport, type Upload } from '../capabilities/datasets/contract.ts';
import type { Terminal } from '../server/commands/terminal.ts';
import { type Answered, callServer, type Server } from './call-server.ts';
import { cliErrors } from './cli-errors.ts';
import type { CommandSpec, Given, OptionSpec } from './command-spec.ts';
import { connectionOptions, filledPath, serverOf } from './endpoint-command.ts';
import { exitCodeFor, exitCodes } from './exit-codes.ts';
import { oneLine } from './one-line.ts';
import { printAnswer } from './print-answer.ts';
import { sendFile } from './send-file.ts';
import { cliTexts } from './texts.ts';

const command = 'peil dataset import';
const pause_ms = 500;

const options: readonly OptionSpec[] = [
  {
    name: 'problem',
    placeholder: '<text>',
    required: true,
    help: { en: 'id of the problem', nl: 'id van het probleem' },
  },
  {
    name: 'name',
    placeholder: '<text>',
    help: {
      en: 'name of the data set; it is made where there is none of this name. Without it, the name of the file',
      nl: 'naam van de dataset; die wordt gemaakt als er geen van deze naam is. Zonder dit de naam van het bestand',
    },
  },
  {
    name: 'also',
    placeholder: '<path>',
    many: true,
    completes: 'file',
    help: {
      en: 'a further file of the same shape, for the same version',
      nl: 'nog een bestand van dezelfde vorm, voor dezelfde versie',
    },
  },
  {
    name: 'source',
    placeholder: '<text>',
    help: { en: 'id of the source that it comes from', nl: 'id van de bron waar het vandaan komt' },
  },
  {
    name: 'format',
    placeholder: '<text>',
    choices: fileFormats,
    help: { en: 'found out from the file, unless told', nl: 'blijkt uit het bestand, tenzij opgegeven' },
  },
  {
    name: 'options',
    placeholder: '<json>',
    help: {
      en: 'how the file is read, as JSON: {"delimiter": ";", "decimal": ","}',
      nl: 'hoe het bestand wordt gelezen, als JSON: {"delimiter": ";", "decimal": ","}',
    },
  },
  {
    name: 'note',
    placeholder: '<text>',
    help: { en: 'what is particular about this version', nl: 'wat er bijzonder is aan deze versie' },
  },
  {
    name: 'resume',
    placeholder: '<text>',
    help: { en: 'id of an upload of this file that broke off', nl: 'id van een afgebroken upload van dit bestand' },
  },
  ...connectionOptions,
];

/** Sends files in parts, has them imported, and says what came of it. */
export const importCommand: CommandSpec = {
  words: ['dataset', 'import'],
  summary: {
    en: 'Sends a file and makes a new version of a data set of it; the same content is found, not made again.',
    nl: 'Stuurt een bestand en maakt er een nieuwe versie van een dataset van; dezelfde inhoud wordt gevonden, niet nog eens gemaakt.',
  },
  arguments: [
    {
      name: 'file',
      help: { en: 'CSV, Parquet, JSON Lines or Excel', nl: 'CSV, Parquet, JSON Lines of Excel' },
      completes: 'file',
    },
  ],
  options,
  run: async (given, terminal) => {
    const problemId = given.options['problem']?.at(-1);
    if (problemId === undefined) throw cliErrors.missingOption({ command, options: ['--problem'] });
    const server = serverOf(given, terminal.locale);
    const uploadIds: string[] = [];
    const files = [...given.arguments, ...(given.options['also'] ?? [])];
    for (const [index, file] of files.entries()) {
      const resume = index === 0 ? given.options['resume']?.at(-1) : undefined;
      const progress = (share: number) => terminal.progress(share, cliTexts[terminal.locale].sending({ file }));
      const sent = await sendFile(server, { file, problemId, progress, ...(resume === undefined ? {} : { resume }) });
      if (sent.refusal !== undefined) return refused(sent, terminal);
      uploadIds.push((sent.value as Upload).id);
    }
    return importAll({ server, given, terminal }, problemId, uploadIds);
  },
};

interface Asking {
  server: Server;
  given: Given;
  terminal: Terminal;
}

async function importAll(asking: Asking, problemId: string, uploadIds: readonly string[]): Promise<number> {
  const { server, given, terminal } = asking;
  const path = filledPath(importUploads, [problemId]);
  let answered = await callServer(server, { method: 'POST', path, body: bodyOf(given, uploadIds) });
  while (answered.refusal === undefined) {
    const current = answered.value as Import;
    terminal.progress(isOver(current) ? 1 : current.progress, cliTexts[terminal.locale].importing);
    if (isOver(current)) return told(current, asking);
    await new Promise((resolve) => setTimeout(resolve, pause_ms));
    answered = await callServer(server, { method: 'GET', path: filledPath(readImport, [problemId, current.id]) });
  }
  return refused(answered, terminal);
}

const isOver = ({ state }: Import): boolean => state !== 'waiting' && state !== 'running';

function told(current: Import, { given, terminal }: Asking): number {
  if (given.options['json']) terminal.say(JSON.stringify(current, null, 2));
  else if (current.failure) terminal.tell(oneLine(current.failure.message));
  else printAnswer(current, terminal);
  if (current.isSame) terminal.tell(cliTexts[terminal.locale].sameContent);
  return current.state === 'done' ? exitCodes.done.code : exitCodes.misused.code;
}

function bodyOf({ arguments: [file = ''], options: given }: Given, uploadIds: readonly string[]): object {
  const text = (name: string) => given[name]?.at(-1);
  const name = text('name') ?? nameOf(file);
  const [source, format, note, read] = [text('source'), text('format'), text('note'), text('options')];
  return {
    uploadIds,
    name,
    ...(source === undefined ? {} : { sourceId: source }),
    ...(format === undefined ? {} : { format }),
    ...(note === undefined ? {} : { note }),
    ...(read === undefined ? {} : { options: readOptions(read) }),
  };
}

/** What a file is called without its folder and its endings: `in/flights-3m.csv.gz` is `flights-3m`. */
function nameOf(file: string): string {
  const [last = file] = file.split(/[\\/]/).slice(-1);
  return last.replace(/(\.(csv|tsv|txt|parquet|pq|jsonl|ndjson|json|xlsx|gz|zip))+$/i, '') || last;
}

function readOptions(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const reason = (error as Error).message;
    throw cliErrors.notJson({ option: '--options', given: text, expected: 'object', reason });
  }
}

function refused(answered: Extract<Answered, { refusal: string }>, terminal: Terminal): number {
  terminal.tell(oneLine(answered.refusal));
  return exitCodeFor(answered.status);
}
