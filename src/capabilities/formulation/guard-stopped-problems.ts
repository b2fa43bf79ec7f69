import type { AnyDb } from '../../platform/db/database.ts';
import type { DomainEvent } from '../../platform/events/event-bus.ts';
import { formulationErrors } from './errors.ts';
import { refuseStopped } from './lock-problem.ts';
import { formulationDb } from './tables.ts';

/** What may still happen to a problem that was stopped: who sees it, a new decision, and what people have a right to. */
const stillAllowed: ReadonlySet<string> = new Set([
  'problem',
  'problem_access',
  'decision',
  'gate',
  'level',
  'personal_data',
  'data_question',
  // That details of the trail were erased changes nothing in the problem they were about.
  'audit',
]);
/** Their operations hold the lock of the problem already, and have refused by themselves. */
const ownAreas: ReadonlySet<string> = new Set([
  'opportunity',
  'objective',
  'key_result',
  'alternatives',
  'value_model',
  'translation',
  'data_requirement',
  'alternative',
  'fit',
  'key_result_verdict',
  'attachment',
  'measured_figure',
  'metric_link',
]);

/**
 * A no-go makes a problem read-only for every capability, also for those that do not know what a problem is: their
 * changes are refused in their own transaction, with 423; those of a deleted problem with 404. It takes the lock of the problem, as `lockProblem` does.
 */
export async function guardStoppedProblems(db: AnyDb, events: readonly DomainEvent[]): Promise<void> {
  const guarded = new Map<string, number>();
  for (const { type, problemId, at } of events) {
    const area = type.slice(0, type.indexOf('.'));
    if (problemId !== null && !stillAllowed.has(area) && !ownAreas.has(area)) guarded.set(problemId, at);
  }
  for (const [problemId, at] of guarded) {
    const problem = await formulationDb(db)
      .updateTable('problem')
      .set({ changed_at: at })
      .where('id', '=', problemId)
      .returning(['phase', 'title', 'deleted_at'])
      .executeTakeFirst();
    if (!problem) continue;
    if (problem.deleted_at !== null) throw formulationErrors.problemDeleted({ id: problemId, title: problem.title });
    refuseStopped(problem);
  }
}
