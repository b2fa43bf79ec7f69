import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { cliErrors } from '../cli-errors.ts';
import type { CommandSpec, Given } from '../command-spec.ts';
import { connectionOptions, serverOf } from '../endpoint-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { oneLine } from '../one-line.ts';
import { printAnswer } from '../print-answer.ts';
import { cliTexts } from '../texts.ts';
import { bringRegistry } from './bring-registry.ts';
import { bringModelMetrics } from './bring-models.ts';
import { bringModelsGiven } from './bring-models-given.ts';
import { bringRuns } from './bring.ts';
import { type Bringing, nothingBrought } from './bringing.ts';
import type { Source, SourceRun } from './source.ts';

const command = 'peil import mlflow';

/** Everything that MLflow kept, brought here, and counted on both sides. */
export const importMlflowCommand: CommandSpec = {
  words: ['import', 'mlflow'],
  summary: {
    en: 'Brings experiments, runs, metrics with their history, files and registered models from MLflow, and counts what is here against what was there; the same again goes on where it broke off.',
    nl: 'Haalt experimenten, runs, metrieken met hun verloop, bestanden en geregistreerde modellen uit MLflow, en telt wat hier is tegen wat daar was; nog eens gaat verder waar het afbrak.',
  },
  arguments: [],
  options: [
    {
      name: 'from',
      placeholder: '<place>',
      required: true,
      help: {
        en: 'address of a server, the SQLite file of one, or a folder mlruns',
        nl: 'adres van een server, het SQLite-bestand ervan, of een map mlruns',
      },
      completes: 'file',
    },
    {
      name: 'artifacts',
      placeholder: '<path>',
      many: true,
      completes: 'folder',
      help: {
        en: 'folder below which the files of runs are, where it is another than MLflow has written down',
        nl: 'map waaronder de bestanden van runs staan, als dat een andere is dan MLflow heeft opgeschreven',
      },
    },
    {
      name: 'experiment',
      placeholder: '<text>',
      many: true,
      help: { en: 'only the experiment of this name', nl: 'alleen het experiment met deze naam' },
    },
    {
      name: 'with-deleted',
      placeholder: null,
      help: {
        en: 'also deleted experiments and logged models, as deleted ones that can be restored; deleted runs of the others come along anyway',
        nl: 'ook verwijderde experimenten en gelogde modellen, als verwijderde die terug te zetten zijn; verwijderde runs van de andere komen altijd mee',
      },
    },
    {
      name: 'from-token',
      placeholder: '<token>',
      help: { en: 'token for the server it comes from', nl: 'sleutel voor de server waar het vandaan komt' },
      variable: 'MLFLOW_TRACKING_TOKEN',
    },
    ...connectionOptions,
  ],
  run: async (given, terminal) => {
    const seen: SourceRun[] = [];
    const source = remembering(await openSource(given), seen);
    const { address, token } = serverOf(given, terminal.locale);
    const say = cliTexts[terminal.locale].importing;
    const brought = nothingBrought();
    const bringing: Bringing = {
      source,
      to: { address, token },
      brought,
      withDeleted: given.options['with-deleted'] !== undefined,
      runs: new Map(),
      models: new Map(),
      modelsGiven: new Map(),
      progress: (share) => terminal.progress(share * 0.95, say),
    };
    try {
      const only = given.options['experiment'] ?? [];
      await bringRuns(bringing, only);
      await bringModelMetrics(bringing);
      await bringModelsGiven(bringing);
      if (only.length === 0) await bringRegistry(bringing, seen);
    } finally {
      source.close();
    }
    terminal.progress(1, say);
    if (given.options['json']) terminal.say(JSON.stringify(brought, null, 2));
    else printAnswer(brought, terminal);
    if (brought.differences.length === 0) return exitCodes.done.code;
    for (const difference of brought.differences) terminal.tell(oneLine(difference));
    throw cliErrors.importDiffers({ count: brought.differences.length });
  },
};

function openSource({ options }: Given): Promise<Source> {
  const from = options['from']?.at(-1);
  if (from === undefined) throw cliErrors.missingOption({ command, options: ['--from'] });
  const moved = (options['artifacts'] ?? []).map((folder) => resolve(folder));
  const token = options['from-token']?.at(-1) ?? (process.env['MLFLOW_TRACKING_TOKEN'] || null);
  return open(from, { moved, token });
}

/** Where each run was, without what it holds: versions of models come from there. */
function remembering(source: Source, seen: SourceRun[]): Source {
  return {
    ...source,
    run: async (experimentId, runId) => {
      const run = await source.run(experimentId, runId);
      const empty = { points: [], files: [], models: [], modelsKeptBack: [], params: [], tags: [], datasets: [] };
      seen.push({ ...run, ...empty, modelsGiven: [] });
      return run;
    },
  };
}

async function open(
  from: string,
  { moved, token }: { moved: readonly string[]; token: string | null },
): Promise<Source> {
  if (/^https?:/i.test(from) && URL.canParse(from)) {
    const { fromServer } = await import('./from-server.ts');
    return fromServer({ address: from.endsWith('/') ? from : `${from}/`, token }, moved);
  }
  const path = resolve(from.replace(/^sqlite:\/{3}(?=\/)|^sqlite:\/{3}/, '').replace(/^file:\/\//, ''));
  if (!existsSync(path)) throw cliErrors.nothingToImport({ from });
  if (statSync(path).isDirectory()) {
    const { fromFolder } = await import('./from-folder.ts');
    return fromFolder(path, moved);
  }
  const { fromSqlite } = await import('./from-sqlite.ts');
  try {
    return fromSqlite(path, moved);
  } catch {
    throw cliErrors.nothingToImport({ from });
  }
}
