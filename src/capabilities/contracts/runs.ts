import { VersionRuns } from '../datasets/index.ts';
import { contractErrors } from './errors.ts';
import type { OwnOfRun } from './tables.ts';

/** A version of the data, judged by a version of its contract. */
export const contractRuns = new VersionRuns<OwnOfRun>({
  table: 'data_contract_run',
  job: 'contracts.run',
  group: 'contract-run',
  told: ({ number }) => ({ number }),
  brokenDown: contractErrors.brokenDown,
});
