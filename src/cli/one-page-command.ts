import {
  downloadKeptPage,
  downloadOnePage,
  type OnePage,
  readKeptPage,
  readOnePage,
} from '../capabilities/formulation/contract.ts';
import type { Endpoint } from '../platform/endpoint/define-endpoint.ts';
import { callServer, fetchBytes, type Server } from './call-server.ts';
import { cliErrors } from './cli-errors.ts';
import type { CommandSpec, Given, OptionSpec } from './command-spec.ts';
import { filledPath, serverOf } from './endpoint-command.ts';
import { fileConnectionOptions, giveFile, outputOption } from './give-file.ts';

const command = 'peil problem one-page';
const forms = ['markdown', 'html', 'pdf'] as const;
type Form = (typeof forms)[number];

const options: readonly OptionSpec[] = [
  {
    name: 'markdown',
    placeholder: null,
    help: { en: 'as Markdown; so it is without a form', nl: 'als Markdown; zo is het zonder vorm' },
  },
  { name: 'html', placeholder: null, help: { en: 'as a web page by itself', nl: 'als webpagina op zichzelf' } },
  {
    name: 'pdf',
    placeholder: null,
    help: { en: 'as PDF for A4; needs --output', nl: 'als pdf voor A4; vraagt --output' },
  },
  outputOption,
  {
    name: 'kept',
    placeholder: '<number>',
    help: {
      en: 'a version that was kept; without it, the page as it stands',
      nl: 'een bewaarde versie; zonder dit de pagina zoals het nu is',
    },
  },
  {
    name: 'language',
    placeholder: '<en|nl>',
    choices: ['en', 'nl'],
    help: {
      en: 'language of the frame; without it, that of the terminal',
      nl: 'taal van het raamwerk; zonder dit die van de terminal',
    },
  },
  ...fileConnectionOptions,
];

/** The one page as a file, or to read: what the page of Peil shows, in each of its forms. */
export const onePageCommand: CommandSpec = {
  words: ['problem', 'one-page'],
  summary: {
    en: 'Writes the problem on one page: as Markdown, as HTML, or as PDF.',
    nl: 'Schrijft het probleem op één pagina: als Markdown, als HTML of als pdf.',
  },
  arguments: [{ name: 'problem-id', help: { en: 'Id of the problem', nl: 'Id van het probleem' } }],
  options,
  run: async (given, terminal) => {
    const form = formOf(given);
    if (form === 'pdf' && given.options['output']?.at(-1) === undefined)
      throw cliErrors.missingOption({ command, options: ['--output'] });
    const server = serverOf(given, terminal.locale);
    const answered = form === 'pdf' ? await readPdf(server, given) : await readText(server, given, form);
    return giveFile(answered, given, terminal);
  },
};

function formOf({ options: given }: Given): Form {
  const chosen = forms.filter((form) => given[form]);
  if (chosen.length > 1) throw cliErrors.oneOfThese({ command, options: chosen.map((form) => `--${form}`) });
  return chosen[0] ?? 'markdown';
}

type Read<T> = { status: number; value: T; refusal?: never } | { status: number; refusal: string };

function requestOf(given: Given, { current, kept }: { current: Endpoint; kept: Endpoint }) {
  const [problemId = ''] = given.arguments;
  const number = given.options['kept']?.at(-1);
  const language = given.options['language']?.at(-1);
  return {
    method: 'GET',
    path: number === undefined ? filledPath(current, [problemId]) : filledPath(kept, [problemId, number]),
    query: new URLSearchParams(language === undefined ? {} : { language }),
  };
}

async function readText(server: Server, given: Given, form: 'markdown' | 'html'): Promise<Read<string>> {
  const answered = await callServer(server, requestOf(given, { current: readOnePage, kept: readKeptPage }));
  if (answered.refusal !== undefined) return answered;
  return { status: answered.status, value: (answered.value as OnePage)[form] };
}

function readPdf(server: Server, given: Given): Promise<Read<Uint8Array>> {
  return fetchBytes(server, requestOf(given, { current: downloadOnePage, kept: downloadKeptPage }));
}
