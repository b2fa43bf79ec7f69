import { sql } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { defer } from '../../platform/db/defer.ts';
import type { DomainEvent } from '../../platform/events/event-bus.ts';
import type { LockedForRenaming } from './lock-problem.ts';
import { telling } from './similar-words.ts';
import { titleKey } from './title-key.ts';
import { formulationDb } from './tables.ts';

const followed: ReadonlySet<string> = new Set(['problem.created', 'problem.renamed', 'opportunity.written']);

/**
 * Keeps `problem_word`, the stems that each problem is found by, in the transaction of the change: an edit costs the words
 * that came and went with it. It reads the keys of `problem_summary`, which must be up to date by then.
 */
export async function keepProblemWords(db: AnyDb, events: readonly DomainEvent[]): Promise<void> {
  const changed = Map.groupBy(
    events.filter(({ type }) => followed.has(type)),
    ({ problemId }) => problemId,
  );
  for (const [problemId, own] of changed) {
    if (problemId === null) continue;
    await keepWordsOf(db, problemId, knownWords(own) ?? (await lookAtWords(db, problemId)));
  }
}

interface Words {
  wanted: ReadonlyMap<string, number>;
  kept: readonly { stem: string; weight: number }[];
}

async function keepWordsOf(db: AnyDb, problemId: string, { wanted, kept }: Words): Promise<void> {
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

/** Who renames has read what the words are made of, so that nothing need be asked. */
function knownWords([first, ...others]: readonly DomainEvent[]): Words | null {
  if (first?.type !== 'problem.renamed' || others.length > 0) return null;
  const { title, title_key, opportunity_key: text } = first.state as Partial<LockedForRenaming>;
  if (typeof title !== 'string' || typeof title_key !== 'string' || typeof text !== 'string') return null;
  const kept = [...telling({ title: title_key, text })].map(([stem, weight]) => ({ stem, weight }));
  return { wanted: telling({ title: titleKey(title), text }), kept };
}

/** One look for both: every question to the database within a change is time that all writers wait. */
async function lookAtWords(db: AnyDb, problemId: string): Promise<Words> {
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
