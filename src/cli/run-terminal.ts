import { CommanderError } from 'commander';
import { AppError } from '../platform/errors/app-error.ts';
import type { Terminal } from '../server/commands/terminal.ts';
import { allCommands } from './all-commands.ts';
import type { CommandSpec } from './command-spec.ts';
import { exitCodeFor, exitCodes } from './exit-codes.ts';
import { oneLine } from './one-line.ts';
import { asMistake } from './parser-mistakes.ts';
import { buildProgram } from './program.ts';
import { ourTerminal, terminalLocale } from './terminal.ts';
import { cliTexts } from './texts.ts';

/** Runs what was typed after `peil`. Answers the exit code; every mistake is one sentence on standard error. */
export async function runTerminal(
  argv: readonly string[],
  terminal: Terminal = ourTerminal(terminalLocale(process.env)),
): Promise<number> {
  let exitCode: number = exitCodes.done.code;
  const commands = commandsFor(argv);
  const program = buildProgram(commands, {
    locale: terminal.locale,
    act: async (spec, given) => {
      exitCode = await spec.run(given, terminal);
    },
  });
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    const known = error instanceof CommanderError ? asMistake(error, argv, commands) : error;
    return known === null ? exitCodes.done.code : sayWhy(known, terminal);
  }
}

/** Those that begin as was typed, or else all of them: `peil serve` would keep them in memory for as long as it runs. */
function commandsFor([word]: readonly string[]): readonly CommandSpec[] {
  const all = allCommands();
  const meant = all.filter(({ words }) => words[0] === word);
  return meant.length > 0 ? meant : all;
}

function sayWhy(error: unknown, terminal: Terminal): number {
  if (error instanceof AppError) {
    terminal.tell(oneLine(error.text(terminal.locale)));
    return exitCodeFor(error.status);
  }
  const { message, stack } = error as Error;
  terminal.tell(cliTexts[terminal.locale].bug({ message }));
  if (stack) terminal.tell(stack);
  return exitCodes.broken.code;
}
