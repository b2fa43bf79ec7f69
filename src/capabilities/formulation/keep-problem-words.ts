import type { AnyDb } from '../../platform/db/database.ts';
import { defer } from '../../platform/db/defer.ts';
import type { DomainEvent } from '../../platform/events/event-bus.ts';
import { findProblem } from './problem-queries.ts';
import { telling } from './similar-words.ts';
import { formulationDb } from './tables.ts';
import { findOpportunity } from './text-queries.ts';

const followed: ReadonlySet<string> = new Set(['problem.created', 'problem.renamed', 'opportunity.written']);

/**
 * Keeps `problem_word`, the stems that each problem is found by, in the transaction of the change: an edit costs the words
 * that came and went with it.
 */
export async function keepProblemWords(db: AnyDb, events: readonly DomainEvent[]): Promise<void> {
  const changed = new Set(
    events.flatMap(({ type, problemId }) => (followed.has(type) && problemId ? [problemId] : [])),
  );
  for (const problemId of changed) await keepWordsOf(db, problemId);
}

async function keepWordsOf(db: AnyDb, problemId: string): Promise<void> {
  const problem = await findProblem(db, problemId);
  if (!problem) return;
  const { texts } = await findOpportunity(db, problemId);
  const wanted = telling({ title: problem.title, text: Object.values(texts).join('\n') });
  const kept = await formulationDb(db)
    .selectFrom('problem_word')
    .select(['stem', 'weight'])
    .where('problem_id', '=', problemId)
    .execute();
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
