import type { StationOwner } from '../formulation/index.ts';
import { trackingDb } from './tables.ts';

/** The station of the runs is begun as soon as one belongs to the problem. */
export const runsBegun: StationOwner = {
  station: 'runs',
  stateOf: async (db, problemId) => {
    const run = await trackingDb(db)
      .selectFrom('run')
      .innerJoin('experiment', 'experiment.id', 'run.experiment_id')
      .select('run.id')
      .where('experiment.problem_id', '=', problemId)
      .where('run.deleted_at', 'is', null)
      .limit(1)
      .executeTakeFirst();
    return run ? 'open' : 'not_yet';
  },
};
