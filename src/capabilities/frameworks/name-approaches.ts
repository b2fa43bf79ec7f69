import type { AnchorNamer } from '../formulation/index.ts';
import { frameworksDb } from './tables.ts';

/** What an approach is called where people talk about it, also once it was removed. */
export const approachNames: AnchorNamer = {
  kinds: ['approach'],
  listThings: (db, { ids }) =>
    frameworksDb(db)
      .selectFrom('approach')
      .select(['problem_id as problemId', 'id', 'title as name'])
      .where('id', 'in', ids)
      .execute(),
};
