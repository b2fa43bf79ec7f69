import { sql } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { defer } from '../../platform/db/defer.ts';
import type { DomainEvent } from '../../platform/events/event-bus.ts';
import { telling } from './similar-words.ts';
import { formulationDb } from './tables.ts';

const followed: ReadonlySet<string> = new Set(['problem.created', 'problem.renamed', 'opportunity.written']);

/**
 * Keeps `problem_word`, the stems that each problem is found by, in the transaction of the change: an edit costs the words
 * that came and went with it. It reads the keys of `problem_summary`, which must be up to date by then.
 */
export async function keepProblemWords(db: AnyDb, events: readonly DomainEvent[]): Promise<void> {
  const changed = new Set(
    events.flatMap(({ type, problemId }) => (followed.has(type) && problemId ? [problemId] : [])),
  );
  for (const problemId of changed) await keepWordsOf(db, problemId);
}

async function keepWordsOf(db: AnyDb, problemId: string): Promise<void> {
  const { wanted, kept } = await lookAtWords(db, problemId);
  const gone = kept.filter(({ stem, weight }) => wanted.get(stem) !== weight).map(({ stem }) => stem);
  const here = new Set(kept.map(({ stem }) => stem).filter((stem) => !gone.includes(stem)));
  const added = [...wanted].filter(([stem]) => !here.has(stem));
  const words = formulationDb(db);
  if (gone.length > 0)
    await defer(db, words.deleteFrom('problem_word').where('problem_id', '=', problemId).where('stem', 'in', gone));
  if (added.length > 0) {
    const rows = added.map(([stem, weight]) => ({ stem, problem_id: problemId, weight }));
    await defer(db, words.insertInto('problem_word').values(rows));
  }
}

/** One look for both: every question to the database within a change is time that all writers wait. */
async function lookAtWords(db: AnyDb, problemId: string) {
  const words = formulationDb(db)
    .selectFrom('problem_word')
    .select(['stem', 'weight', sql<string | null>`null`.as('title'), sql<string | null>`null`.as('text')])
    .where('problem_id', '=', problemId);
  const summary = formulationDb(db)
    .selectFrom('problem_summary')
    .select([sql<string>`''`.as('stem'), sql<number>`0`.as('weight'), 'title_key as title', 'opportunity_key as text'])
    .where('problem_id', '=', problemId);
  const rows = await words.unionAll(summary).execute();
  const written = rows.find(({ title }) => title !== null);
  return {
    wanted: telling({ title: written?.title ?? '', text: written?.text ?? '' }),
    kept: rows.filter(({ title }) => title === null),
  };
}
