import type { Endpoint } from '../platform/endpoint/define-endpoint.ts';
import type { Locale } from '../platform/text/locale.ts';
import type { Terminal } from '../server/commands/terminal.ts';
import { type Answered, callServer, type Server, serverAt } from './call-server.ts';
import { cliErrors } from './cli-errors.ts';
import { type CommandSpec, type Given, type OptionSpec, same } from './command-spec.ts';
import { type Field, fieldsOf, kebab, schemaOf, wholeBody } from './endpoint-fields.ts';
import { exitCodeFor, exitCodes } from './exit-codes.ts';
import { oneLine } from './one-line.ts';
import { printAnswer } from './print-answer.ts';
import { readBytes, readValue } from './read-value.ts';

/** Given with every command that speaks to a server. */
export const connectionOptions: readonly OptionSpec[] = [
  {
    name: 'server',
    placeholder: '<url>',
    help: { en: 'address of the server', nl: 'adres van de server' },
    variable: 'PEIL_URL',
    fallback: 'http://127.0.0.1:4500',
  },
  {
    name: 'token',
    placeholder: '<token>',
    help: {
      en: 'API token; prefer the variable, since others may see what you type',
      nl: 'API-sleutel; liever als variabele, want anderen zien mogelijk wat u typt',
    },
    variable: 'PEIL_TOKEN',
  },
  { name: 'json', placeholder: null, help: { en: 'print the answer as it is', nl: 'toon het antwoord zoals het is' } },
];

const versionOption: OptionSpec = {
  name: 'if-version',
  placeholder: '<number>',
  help: {
    en: 'change only this version; without it, the current one',
    nl: 'wijzig alleen deze versie; zonder dit de huidige',
  },
};

const fileOption: OptionSpec = {
  name: 'file',
  placeholder: '<path>',
  help: { en: 'the file to send', nl: 'het bestand om te sturen' },
  required: true,
  completes: 'file',
};

/** The server that the options or the surroundings name. */
export function serverOf({ options }: Given, locale: Locale): Server {
  const address = options['server']?.at(-1) ?? (process.env['PEIL_URL'] || 'http://127.0.0.1:4500');
  const token = options['token']?.at(-1) ?? (process.env['PEIL_TOKEN'] || null);
  return serverAt(address, { token, locale });
}

/**
 * The command of an endpoint: path parameters are its arguments, the fields of query and body its options. They are read out of the
 * contract when somebody looks: `peil serve` has hundreds of commands beside it, and nobody who looks.
 */
export function endpointCommand(endpoint: Endpoint, command: string, all: readonly Endpoint[]): CommandSpec {
  let known: readonly Field[] | undefined;
  const fields = () => (known ??= fieldsOf(endpoint));
  return {
    words: command.split(' '),
    summary: same(endpoint.summary),
    get arguments() {
      const described = endpoint.params ? schemaOf(endpoint.params).properties : undefined;
      return pathNames(endpoint).map((name) => ({
        name: kebab(name),
        help: same(described?.[name]?.description ?? ''),
      }));
    },
    get options() {
      return [
        ...fields().map((field) => field.option),
        ...(endpoint.bodyType ? [fileOption] : []),
        ...(endpoint.versioned ? [versionOption] : []),
        ...connectionOptions,
      ];
    },
    run: (given, terminal) =>
      runEndpoint({ endpoint, fields: fields(), all, command: `peil ${command}` }, given, terminal),
  };
}

function pathNames({ path }: Endpoint): string[] {
  return [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
}

interface Offer {
  endpoint: Endpoint;
  fields: readonly Field[];
  all: readonly Endpoint[];
  command: string;
}

async function runEndpoint(offer: Offer, given: Given, terminal: Terminal): Promise<number> {
  const { endpoint, fields, command } = offer;
  const required = [...fields.map(({ option }) => option), ...(endpoint.bodyType ? [fileOption] : [])];
  const missing = required.filter((option) => option.required && !given.options[option.name]);
  if (missing.length > 0) throw cliErrors.missingOption({ command, options: missing.map(({ name }) => `--${name}`) });
  const server = serverOf(given, terminal.locale);
  const path = filledPath(endpoint, given.arguments);
  const request = { method: endpoint.method, path, query: queryOf(fields, given), ...bodyOf(endpoint, fields, given) };
  const version = endpoint.versioned ? await versionFor(offer, { given, server, path }) : undefined;
  if (version !== undefined && typeof version !== 'number') return report(version, given, terminal);
  return report(await callServer(server, version === undefined ? request : { ...request, version }), given, terminal);
}

/** The address with its parameters in place, without a slash at its front. */
export function filledPath(endpoint: Endpoint, values: readonly string[]): string {
  const names = pathNames(endpoint);
  const filled = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(values[names.indexOf(name)] ?? ''),
  );
  return filled.slice(1);
}

function queryOf(fields: readonly Field[], given: Given): URLSearchParams {
  const query = new URLSearchParams();
  for (const { place, name, option } of fields) {
    if (place === 'query') for (const text of given.options[option.name] ?? []) query.append(name, text);
  }
  return query;
}

function bodyOf(
  endpoint: Endpoint,
  fields: readonly Field[],
  given: Given,
): { body?: unknown; file?: Uint8Array<ArrayBuffer> } {
  if (endpoint.bodyType)
    return { file: readBytes(given.options[fileOption.name]?.at(-1) ?? '', `--${fileOption.name}`) };
  const inBody = fields.filter(({ place }) => place === 'body');
  if (!endpoint.body || inBody.length === 0) return {};
  const values = inBody.flatMap(({ name, schema, option }) => {
    const texts = given.options[option.name];
    return texts ? [[name, readValue(texts, schema, `--${option.name}`)] as const] : [];
  });
  const isWhole = inBody.length === 1 && inBody[0]?.name === wholeBody && !schemaOf(endpoint.body).properties;
  return { body: isWhole ? values[0]?.[1] : Object.fromEntries(values) };
}

/** What `--if-version` says; otherwise the version at the same address just now, where the contract lets it be read. */
async function versionFor(
  { endpoint, all, command }: Offer,
  { given, server, path }: { given: Given; server: Server; path: string },
): Promise<number | Answered> {
  const text = given.options['if-version']?.at(-1);
  if (text !== undefined) {
    if (!/^\d{1,15}$/.test(text)) throw cliErrors.versionUnknown({ command });
    return Number(text);
  }
  const reading = all.find((other) => other.method === 'GET' && other.path === endpoint.path);
  if (!reading) throw cliErrors.versionUnknown({ command });
  const answered = await callServer(server, { method: 'GET', path });
  if (answered.refusal !== undefined) return answered;
  const { version } = answered.value as { version?: unknown };
  if (typeof version !== 'number') throw cliErrors.versionUnknown({ command });
  return version;
}

function report(answered: Answered, { options }: Given, terminal: Terminal): number {
  if (answered.refusal !== undefined) {
    terminal.tell(oneLine(answered.refusal));
    return exitCodeFor(answered.status);
  }
  if (options['json']) terminal.say(JSON.stringify(answered.value, null, 2));
  else printAnswer(answered.value, terminal);
  return exitCodes.done.code;
}
