import { resolve } from 'node:path';
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

const placeOptions = [
  settings.dataFolder,
  settings.databaseUrl,
  settings.checkpointFolder,
  settings.secretsKeyFile,
].map((setting) => optionOf(setting));

const backup: CommandSpec = {
  words: ['backup'],
  summary: {
    en: 'Saves the whole installation in one file, while Peil runs or not; the keys stay out.',
    nl: 'Bewaart de hele installatie in één bestand, of Peil nu draait of niet; de sleutels blijven erbuiten.',
  },
  arguments: [
    {
      name: 'file',
      help: { en: 'file to write, a new one', nl: 'te schrijven bestand, een nieuw' },
      completes: 'file',
    },
  ],
  options: placeOptions,
  run: async ({ arguments: [file = ''], options }, terminal) => {
    const { backupCommand } = await import('../server/commands/backup-command.ts');
    return backupCommand(resolve(file), readConfig(options), terminal);
  },
};

const restore: CommandSpec = {
  words: ['restore'],
  summary: {
    en: 'Puts a backup into an empty data folder, and an empty database, after checking all of it.',
    nl: 'Zet een back-up in een lege gegevensmap, en een lege database, na alles te hebben gecontroleerd.',
  },
  arguments: [
    { name: 'file', help: { en: 'what `peil backup` wrote', nl: 'wat `peil backup` schreef' }, completes: 'file' },
  ],
  options: placeOptions,
  run: async ({ arguments: [file = ''], options }, terminal) => {
    const { restoreCommand } = await import('../server/commands/restore-command.ts');
    return restoreCommand(resolve(file), readConfig(options), terminal);
  },
};

/** Commands of the terminal itself; those of the contract are made in `endpoint-command.ts`. */
export const ownCommands: readonly CommandSpec[] = [serve, backup, restore];
