import { compareRuns, type RunComparison, showRun, type ShownRun } from '../capabilities/tracking/contract.ts';
import type { Terminal } from '../server/commands/terminal.ts';
import { type Answered, callServer } from './call-server.ts';
import { cliErrors } from './cli-errors.ts';
import type { CommandSpec, Given, OptionSpec } from './command-spec.ts';
import { connectionOptions, filledPath, serverOf } from './endpoint-command.ts';
import { exitCodeFor, exitCodes } from './exit-codes.ts';
import { oneLine } from './one-line.ts';
import { printAnswer } from './print-answer.ts';
import { cliTexts } from './texts.ts';

const command = 'peil run compare';
/** More runs than these do not stand beside one another in a terminal. */
const mostBeside = 10;

const options: readonly OptionSpec[] = [
  {
    name: 'by',
    placeholder: '<name>',
    help: {
      en: 'judged by this: metrics.auc, evaluation.quality, evaluation.euros',
      nl: 'beoordeeld hierop: metrics.auc, evaluation.quality, evaluation.euros',
    },
  },
  {
    name: 'better',
    placeholder: '<low|high>',
    choices: ['low', 'high'],
    help: { en: 'which way is better', nl: 'welke kant op beter is' },
  },
  {
    name: 'variants',
    placeholder: '<apart|together>',
    choices: ['apart', 'together'],
    fallback: 'apart',
    help: {
      en: 'whether runs of different variants of the model compare',
      nl: 'of runs van verschillende modelvarianten te vergelijken zijn',
    },
  },
  {
    name: 'all',
    placeholder: null,
    help: { en: 'also what is the same in every run', nl: 'ook wat in elke run hetzelfde is' },
  },
  ...connectionOptions,
];

/** Runs side by side: first in sentences, then where they differ. */
export const compareRunsCommand: CommandSpec = {
  words: ['run', 'compare'],
  summary: {
    en: 'Lays runs side by side: what differs, what compares with what, and which is best.',
    nl: 'Legt runs naast elkaar: wat verschilt, wat met wat te vergelijken is, en welke de beste is.',
  },
  arguments: [
    {
      name: 'run-id',
      help: { en: 'Id of a run; give two or more', nl: 'Id van een run; geef er twee of meer' },
      many: true,
    },
  ],
  options,
  run: async (given, terminal) => {
    const answered = await ask(given, terminal);
    if (answered.refusal !== undefined) {
      terminal.tell(oneLine(answered.refusal));
      return exitCodeFor(answered.status);
    }
    const comparison = answered.value as RunComparison;
    if (given.options['json']) terminal.say(JSON.stringify(comparison, null, 2));
    else print(comparison, given.options['all'] !== undefined, terminal);
    return exitCodes.done.code;
  },
};

/** The first run says of which problem they are. */
async function ask(given: Given, terminal: Terminal): Promise<Answered> {
  const [first = '', ...others] = given.arguments;
  if (others.length === 0) throw cliErrors.missingArgument({ command, name: 'run-id' });
  const server = serverOf(given, terminal.locale);
  const found = await callServer(server, { method: 'GET', path: filledPath(showRun, [first]) });
  if (found.refusal !== undefined) return found;
  const { problemId } = found.value as ShownRun;
  if (problemId === null) throw cliErrors.runInInbox({ run: first });
  const query = new URLSearchParams({ runs: given.arguments.join(',') });
  for (const name of ['by', 'better', 'variants']) for (const text of given.options[name] ?? []) query.set(name, text);
  return callServer(server, { method: 'GET', path: filledPath(compareRuns, [problemId]), query });
}

function print(comparison: RunComparison, isWhole: boolean, terminal: Terminal): void {
  const t = cliTexts[terminal.locale].compare;
  const { runs, groups, bestId, finding } = comparison;
  for (const sentence of finding) terminal.say(oneLine(sentence));
  terminal.say('');
  const groupOf = (id: string) => groups.findIndex(({ runIds }) => runIds.includes(id)) + 1;
  printAnswer(
    runs.map(({ id, name, status, variant, commit }, index) => ({
      [t.number]: index + 1,
      [t.run]: name,
      [t.best]: id === bestId ? t.isBest : null,
      [t.group]: groups.length > 1 ? groupOf(id) : null,
      [t.status]: status,
      [t.variant]: variant,
      [t.commit]: commit?.slice(0, 12) ?? null,
      id,
    })),
    terminal,
  );
  for (const [index, { protocol, reasons, repair }] of groups.entries()) {
    const said = [t.measuredOn({ group: index + 1, protocol }), ...reasons, ...(repair === null ? [] : [repair])];
    if (groups.length > 1) terminal.say(oneLine(said.join(' ')));
  }
  if (runs.length > mostBeside) return;
  for (const kind of ['figures', 'metrics', 'params'] as const) {
    const rows = comparison[kind].filter(({ differs }) => isWhole || differs);
    if (rows.length === 0) continue;
    terminal.say(`\n${t.kinds[kind]}`);
    printAnswer(
      rows.map(({ key, values }) => ({
        [t.name]: key,
        ...Object.fromEntries(values.map((value, at) => [`(${at + 1})`, readable(value)])),
      })),
      terminal,
    );
  }
}

/** Figures beside one another are for the eye; `--json` has every digit. */
const readable = <Value>(value: Value): Value | number =>
  typeof value === 'number' ? Number(value.toPrecision(6)) : value;
