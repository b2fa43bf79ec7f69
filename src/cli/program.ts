import { Argument, Command, Option } from 'commander';
import type { Locale } from '../platform/text/locale.ts';
import { version } from '../server/version.ts';
import type { CommandSpec, Given, OptionSpec } from './command-spec.ts';
import { optionHelp } from './option-help.ts';
import { cliTexts } from './texts.ts';

type Act = (spec: CommandSpec, given: Given) => Promise<void>;

/** The parser, with its help, from the commands as data. It never ends the process and never prints an error itself. */
export function buildProgram(specs: readonly CommandSpec[], { locale, act }: { locale: Locale; act: Act }): Command {
  const texts = cliTexts[locale];
  const program = manners(new Command('peil'), locale)
    .description(texts.about)
    .version(version, '--version', texts.version)
    .helpCommand(false);
  const groups = new Map<string, Command>([['', program]]);
  const groupOf = (words: readonly string[]): Command => {
    const key = words.join(' ');
    const known = groups.get(key);
    if (known) return known;
    const group = manners(groupOf(words.slice(0, -1)).command(words.at(-1) ?? ''), locale)
      .description(texts.group({ words: key }))
      .helpCommand(false);
    groups.set(key, group);
    return group;
  };
  for (const spec of specs) addCommand(groupOf(spec.words.slice(0, -1)), spec, { locale, act });
  return program;
}

function manners(command: Command, locale: Locale): Command {
  const texts = cliTexts[locale];
  const titles: Readonly<Record<string, string>> = texts.titles;
  return command
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .helpOption('-h, --help', texts.help)
    .configureHelp({ styleTitle: (title) => titles[title] ?? title });
}

function addCommand(group: Command, spec: CommandSpec, { locale, act }: { locale: Locale; act: Act }): void {
  const command = manners(group.command(spec.words.at(-1) ?? ''), locale).description(spec.summary[locale]);
  for (const argument of spec.arguments) {
    const made = new Argument(argument.many ? `<${argument.name}...>` : `<${argument.name}>`, argument.help[locale]);
    command.addArgument(made);
  }
  const names = new Map<string, string>();
  for (const option of spec.options) {
    const made = commanderOption(option, locale);
    names.set(made.attributeName(), option.name);
    command.addOption(made);
  }
  command.action(async (...given: unknown[]) => {
    const options = command.opts<Record<string, readonly string[] | true>>();
    await act(spec, {
      arguments: given.slice(0, spec.arguments.length).flat().map(String),
      options: Object.fromEntries(
        Object.entries(options).map(([name, value]) => [names.get(name) ?? name, value === true ? ['yes'] : value]),
      ),
    });
  });
}

function commanderOption(option: OptionSpec, locale: Locale): Option {
  const flags = option.placeholder === null ? `--${option.name}` : `--${option.name} ${option.placeholder}`;
  const made = new Option(flags, optionHelp(option, locale));
  if (option.placeholder !== null) {
    made.argParser((text: string, before: readonly string[] | undefined) => [...(before ?? []), text]);
  }
  return made;
}
