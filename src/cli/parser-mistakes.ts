import type { CommanderError } from 'commander';
import type { AppError } from '../platform/errors/app-error.ts';
import { cliErrors } from './cli-errors.ts';
import type { CommandSpec } from './command-spec.ts';

type Found = { command: string; named: string; message: string };

const byCode: Readonly<Record<string, (found: Found) => AppError>> = {
  'commander.unknownCommand': ({ named, message }) =>
    cliErrors.unknownCommand({ given: named, near: /Did you mean (?:one of )?(.*)\?/.exec(message)?.[1] ?? '' }),
  'commander.unknownOption': ({ command, named }) => cliErrors.unknownOption({ given: named, command }),
  'commander.missingArgument': ({ command, named }) => cliErrors.missingArgument({ name: named, command }),
  'commander.optionMissingArgument': ({ command, named }) =>
    cliErrors.missingValue({ option: named.split(' ')[0] ?? named, command }),
};

/** A mistake that the parser found, in our words; null where it only showed help or the version. */
export function asMistake(
  error: CommanderError,
  argv: readonly string[],
  specs: readonly CommandSpec[],
): AppError | null {
  if (error.exitCode === 0 || error.code === 'commander.help') return null;
  const command = `peil ${commandWords(argv, specs).join(' ')}`.trim();
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const known = byCode[error.code];
  if (known) return known({ command, named, message: error.message });
  return cliErrors.tooMuch({ command, detail: error.message.replace(/^error: /, '') });
}

/** The words at the front that name a command or a group. */
function commandWords(argv: readonly string[], specs: readonly CommandSpec[]): string[] {
  const words: string[] = [];
  for (const word of argv) {
    const longer = [...words, word];
    if (!specs.some((spec) => longer.every((part, at) => spec.words[at] === part))) break;
    words.push(word);
  }
  return words;
}
