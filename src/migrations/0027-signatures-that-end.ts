import { type AnyDb, slice } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

interface Found {
  decision: { problem_id: string; reasons: string; redirect_text: string | null; lessons: string | null; at: number };
  problem_summary: { problem_id: string; decision_key: string };
}
const foundDb = slice<Found>();

/**
 * Until when something is asked: a signature may count for so many days only, and what follows from it ends with it. And
 * problems are found by the lessons and the earlier reasons of what was decided before this release, as by later ones.
 */
export const signaturesThatEndStep: SchemaStep = {
  name: '0027-signatures-that-end',
  up: async (db) => {
    await db.schema.alterTable('work_item').addColumn('not_after', 'text').execute();
    await findByEveryDecision(db);
  },
};

async function findByEveryDecision(db: AnyDb): Promise<void> {
  const rows = await foundDb(db)
    .selectFrom('decision')
    .select(['problem_id', 'reasons', 'redirect_text', 'lessons'])
    .orderBy('at', 'desc')
    .execute();
  for (const [problemId, decisions] of Map.groupBy(rows, (row) => row.problem_id)) {
    const texts = decisions.flatMap(({ reasons, redirect_text, lessons }) => [reasons, redirect_text, lessons]);
    const decision_key = texts.filter(Boolean).join('\n').normalize('NFKC').toLowerCase();
    await foundDb(db)
      .updateTable('problem_summary')
      .set({ decision_key })
      .where('problem_id', '=', problemId)
      .execute();
  }
}
