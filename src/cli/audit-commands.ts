import { resolve } from 'node:path';
import { readConfig } from '../platform/config/read-config.ts';
import { settings } from '../platform/config/settings.ts';
import type { CommandSpec, Given, OptionSpec } from './command-spec.ts';
import { exitCodes } from './exit-codes.ts';
import { optionOf } from './own-commands.ts';

const where: readonly OptionSpec[] = [settings.dataFolder, settings.databaseUrl, settings.checkpointFolder].map(
  (setting) => optionOf(setting),
);

const pathGiven = ({ options }: Given, name: string): string | null => {
  const text = options[name]?.at(-1);
  return text === undefined ? null : resolve(text);
};

const exportTrail: CommandSpec = {
  words: ['audit', 'export'],
  summary: {
    en: 'Writes the whole audit trail as JSON Lines, without a server, with everything needed to verify it.',
    nl: 'Schrijft het hele controlespoor als JSON Lines, zonder server, met alles wat nodig is om het te controleren.',
  },
  arguments: [],
  options: [
    {
      name: 'out',
      placeholder: '<file>',
      help: { en: 'file to write; without it, standard output', nl: 'te schrijven bestand; anders standaarduitvoer' },
      completes: 'file',
    },
    ...where,
  ],
  run: async (given) => {
    const { exportAuditCommand } = await import('../server/commands/export-audit-command.ts');
    await exportAuditCommand(readConfig(given.options), pathGiven(given, 'out'));
    return exitCodes.done.code;
  },
};

const verifyTrail: CommandSpec = {
  words: ['audit', 'verify'],
  summary: {
    en: 'Says whether the audit trail is whole, and where it is first broken; exit code 6 where it is.',
    nl: 'Zegt of het controlespoor heel is, en waar het als eerste breekt; exitcode 6 als het gebroken is.',
  },
  arguments: [],
  options: [
    {
      name: 'file',
      placeholder: '<file>',
      help: {
        en: 'an export to check, with the checkpoints of --checkpoints only; without it, the data themselves',
        nl: 'een te controleren export, alleen met de ijkpunten van --checkpoints; anders de gegevens zelf',
      },
      completes: 'file',
    },
    {
      name: 'keys',
      placeholder: '<file>',
      help: {
        en: 'verifier keys kept apart; without it, those beside the checkpoints',
        nl: 'apart bewaarde sleutels om te controleren; anders die bij de ijkpunten',
      },
      completes: 'file',
    },
    ...where,
  ],
  run: async (given, terminal) => {
    const config = readConfig(given.options);
    const file = pathGiven(given, 'file');
    // Whoever checks an export elsewhere has no checkpoints at the usual place.
    const checkpointFolder = file !== null ? pathGiven(given, 'checkpoints') : config.checkpointFolder;
    const { verifyAuditCommand } = await import('../server/commands/verify-audit-command.ts');
    const intact = await verifyAuditCommand(
      config,
      { file, checkpointFolder, keys: pathGiven(given, 'keys') },
      terminal,
    );
    return intact ? exitCodes.done.code : exitCodes.conflict.code;
  },
};

/** What the trail needs at the terminal where no server can be asked, or trusted. */
export const auditCommands: readonly CommandSpec[] = [exportTrail, verifyTrail];
