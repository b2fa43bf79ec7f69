import type { StationOwner } from '../formulation/index.ts';
import { evaluationDb } from './tables.ts';

/** The station of the runs has what decides once one was evaluated: there is something to judge by. */
export const runsJudged: StationOwner = {
  station: 'runs',
  stateOf: async (db, problemId) => {
    const row = await evaluationDb(db)
      .selectFrom('evaluation')
      .select('id')
      .where('problem_id', '=', problemId)
      .where('state', '=', 'done')
      .limit(1)
      .executeTakeFirst();
    return row ? 'done' : 'not_yet';
  },
};
