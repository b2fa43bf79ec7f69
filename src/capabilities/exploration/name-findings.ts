import type { AnchorNamer } from '../formulation/index.ts';
import { explorationDb } from './tables.ts';

/** What a finding is called where people talk about it, also once it was withdrawn. */
export const findingNames: AnchorNamer = {
  kinds: ['finding'],
  listThings: (db, { ids }) =>
    explorationDb(db)
      .selectFrom('finding')
      .select(['problem_id as problemId', 'id', 'title as name'])
      .where('id', 'in', ids)
      .execute(),
};
