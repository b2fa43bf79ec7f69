import type { AnyDb } from '../../platform/db/database.ts';
import type { Run } from './run.ts';
import { listRunRows, withFacts } from './run-queries.ts';
import type { RunMark } from './run-revision.ts';

/** How runs are told, and what was told before: most runs of a page are over, and all that is known of them stays as it is. */
export interface Retold<Told> {
  /** as it was told of this revision, where that is still known */
  find: (mark: RunMark) => Told | undefined;
  tell: (run: Run, mark: RunMark) => Told;
}

/**
 * In the order of the marks, without those that were erased meanwhile. What is read now is at least as new as the mark under which it
 * is told, so that what is told of a revision is never older than it.
 */
export async function retell<Told>(db: AnyDb, marks: readonly RunMark[], retold: Retold<Told>): Promise<Told[]> {
  const told = new Map(marks.map((mark) => [mark, retold.find(mark)]));
  const missing = marks.filter((mark) => told.get(mark) === undefined);
  if (missing.length > 0) {
    const rows = await listRunRows(
      db,
      missing.map(({ id }) => id),
    );
    const runs = new Map((await withFacts(db, rows)).map((run) => [run.id, run]));
    for (const mark of missing) {
      const run = runs.get(mark.id);
      if (run) told.set(mark, retold.tell(run, mark));
    }
  }
  return [...told.values()].filter((one) => one !== undefined);
}
