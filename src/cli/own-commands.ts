import { type Setting, variableOf } from '../platform/config/setting.ts';
import { settings } from '../platform/config/settings.ts';
import { readConfig } from '../platform/config/read-config.ts';
import { type CommandSpec, type OptionSpec } from './command-spec.ts';

/** A setting as an option of a command. */
export function optionOf(setting: Setting<never> | Setting<unknown>): OptionSpec {
  const { kind } = setting;
  return {
    name: setting.option,
    placeholder: kind.placeholder,
    help: setting.help,
    variable: variableOf(setting),
    fallback: setting.fallbackShown,
    many: kind.many ?? false,
    ...(kind.choices ? { choices: kind.choices } : {}),
    ...(kind.completes ? { completes: kind.completes } : {}),
  };
}

const serve: CommandSpec = {
  words: ['serve'],
  summary: {
    en: 'Starts Peil: the page, the interface for programs and the work behind them, until Ctrl-C.',
    nl: 'Start Peil: de pagina, de koppeling voor programma’s en het werk erachter, tot Ctrl-C.',
  },
  arguments: [],
  options: Object.values(settings).map((setting) => optionOf(setting as Setting<unknown>)),
  run: async ({ options }, terminal) => {
    const config = readConfig(options);
    const { serveCommand } = await import('../server/commands/serve-command.ts');
    return serveCommand(config, terminal);
  },
};

/** Commands of the terminal itself; those of the contract are made in `endpoint-command.ts`. */
export const ownCommands: readonly CommandSpec[] = [serve];
