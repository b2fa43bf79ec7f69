import { auditCommands } from './audit-commands.ts';
import type { CommandSpec } from './command-spec.ts';
import { compareRunsCommand } from './compare-runs-command.ts';
import { completionCommand } from './completion-command.ts';
import { datasetDownloadCommand } from './dataset-download-command.ts';
import { downloadCommand } from './download-command.ts';
import { endpointCommand } from './endpoint-command.ts';
import { endpoints } from './endpoints.ts';
import { frameworkExportCommand } from './framework-export-command.ts';
import { importCommand } from './import-command.ts';
import { importMlflowCommand } from './import-mlflow/import-mlflow-command.ts';
import { onePageCommand } from './one-page-command.ts';
import { ownCommands } from './own-commands.ts';

/** Everything `peil` can do, in the order in which help lists it. */
export function allCommands(): readonly CommandSpec[] {
  const ofContract = endpoints.flatMap((endpoint) =>
    endpoint.cli ? [endpointCommand(endpoint, endpoint.cli.command, endpoints)] : [],
  );
  return [
    ...ownCommands,
    ...auditCommands,
    onePageCommand,
    downloadCommand,
    datasetDownloadCommand,
    frameworkExportCommand,
    importCommand,
    importMlflowCommand,
    compareRunsCommand,
    ...ofContract,
    completionCommand(allCommands),
  ];
}
