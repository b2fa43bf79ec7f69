import type { AnyDb } from '../../../platform/db/database.ts';
import { defaultExperimentId } from '../default-experiment.ts';
import { holdsAssigned } from '../inbox/assigned-experiment.ts';

/** Whether what was brought before is of this experiment, or was assigned out of it since, which is then the same one. */
export async function isStillOf(
  db: AnyDb,
  { experiment_id }: { experiment_id: number },
  experimentId: number,
): Promise<boolean> {
  if (experiment_id === experimentId) return true;
  return experimentId === defaultExperimentId && holdsAssigned(db, experiment_id);
}
