import type { Services } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import type { DomainEvent } from '../../platform/events/event-bus.ts';
import { concernsLaterGates, titleKey } from '../formulation/index.ts';
import { type Part, parts } from './asks.ts';
import {
  type Composed,
  gatherAsks,
  gatherFacts,
  isSigned,
  type Known,
  lockComposed,
  writeComposed,
} from './compose-problem.ts';
import { concernsAll, onlyFacts, touchedBy } from './followed-events.ts';
import { askForRebuild } from './ask-for-rebuild.ts';
import { remakeProblem } from './remake-problem.ts';
import { portfolioDb } from './tables.ts';

interface Stale {
  facts: boolean;
  parts: Set<Part>;
}

/**
 * Keeps the portfolio and what is asked of whom, in the transaction of the change: joined to the event bus at the
 * composition root, after the projections that it reads.
 */
export function keepPortfolio(services: Known & Pick<Services, 'jobs'>) {
  return async (db: AnyDb, events: readonly DomainEvent[]): Promise<void> => {
    const stale = staleAfter(services, events);
    for (const problemId of [...stale.keys()].sort()) {
      const { facts, parts: touched } = stale.get(problemId) ?? { facts: true, parts: new Set(parts) };
      if (!(await isJustRenamed(db, { problemId, events }))) await keep(services, db, { problemId, facts, touched });
    }
    const [general] = events.filter((event) => concernsAll(event));
    if (general) await askForRebuild(services.jobs, { db, now: general.at }, general.actorId);
  };
}

function staleAfter(services: Known, events: readonly DomainEvent[]): Map<string, Stale> {
  const stale = new Map<string, Stale>();
  for (const event of events) {
    const touched = touchedBy(event) ?? (concernsLaterGates(services, event.type) ? onlyFacts : null);
    if (event.problemId === null || touched === null) continue;
    const before = stale.get(event.problemId) ?? { facts: false, parts: new Set<Part>() };
    const all = event.type === 'problem.created' ? parts : touched.parts;
    stale.set(event.problemId, { facts: before.facts || touched.facts, parts: new Set([...before.parts, ...all]) });
  }
  return stale;
}

interface ToKeep {
  problemId: string;
  facts: boolean;
  touched: ReadonlySet<Part>;
}

/** Two changes of one problem at the same time wait for each other here, so that the later one sees both. */
async function keep(services: Known, db: AnyDb, { problemId, facts, touched }: ToKeep): Promise<void> {
  const before = await lockComposed(db, problemId);
  if (before === null) return remakeProblem(services, db, problemId);
  // What was signed may be stale after any change of what is written.
  const isFactual = facts || isSigned(before.facts);
  const gathered = isFactual ? await gatherFacts(services, db, problemId) : null;
  const asks = { ...before.asks, ...(await gatherAsks(db, problemId, [...touched])) };
  const after: Composed = { facts: gathered?.facts ?? before.facts, asks };
  await writeComposed(db, problemId, { before, after, foundBy: gathered });
}

/** A new name changes the title and nothing else while nothing is signed: who renames often need not wait for the rest. */
async function isJustRenamed(
  db: AnyDb,
  { problemId, events }: { problemId: string; events: readonly DomainEvent[] },
): Promise<boolean> {
  const own = events.filter((event) => event.problemId === problemId && touchedBy(event) !== null);
  const [first] = own;
  const title = (first?.state as { title?: unknown } | undefined)?.title;
  if (own.length !== 1 || first?.type !== 'problem.renamed' || typeof title !== 'string') return false;
  const row = await portfolioDb(db)
    .updateTable('portfolio_problem')
    .set({ title, title_key: titleKey(title) })
    .where('problem_id', '=', problemId)
    .returning('is_signed')
    .executeTakeFirst();
  return row?.is_signed === 0;
}
