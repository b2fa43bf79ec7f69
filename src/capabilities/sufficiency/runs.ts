import { VersionRuns } from '../datasets/index.ts';
import { sufficiencyErrors } from './errors.ts';
import type { OwnOfRun } from './tables.ts';

/** A version of the data, judged by the plan of a data requirement. */
export const sufficiencyRuns = new VersionRuns<OwnOfRun>({
  table: 'sufficiency_run',
  job: 'sufficiency.run',
  group: 'sufficiency-run',
  told: ({ requirement_id }) => ({ dataRequirementId: requirement_id }),
  brokenDown: sufficiencyErrors.brokenDown,
});
