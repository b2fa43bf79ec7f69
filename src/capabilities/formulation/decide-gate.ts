import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import type { Decision, NamedPerson, Outcome, Redirect } from '../decisions/contract.ts';
import { findDifferences, findSnapshot, hashSnapshot, recordDecision } from '../decisions/index.ts';
import { listNames } from '../identity/index.ts';
import { composeSnapshot, writtenPart } from './compose-snapshot.ts';
import { today } from './days.ts';
import { formulationErrors } from './errors.ts';
import { evaluateEvidence } from './evaluate-evidence.ts';
import { freezeLevel } from './freeze-level.ts';
import { type Evidence, gatherEvidence } from './gather-evidence.ts';
import { allowedG1Outcomes, countOpen, listG1Evidence, phaseAfterG1 } from './gate-rules.ts';
import type { G1Snapshot } from './level-contract.ts';
import { lockProblem } from './lock-problem.ts';
import { formulationDb } from './tables.ts';

export interface DecisionGiven {
  problemId: string;
  /** of the evidence that the people who decide have seen */
  snapshotHash: string;
  outcome: Outcome;
  reasons: string;
  people: readonly NamedPerson[];
  redirect?: Redirect;
  reviewDate?: string;
}

/**
 * Decides G1 on the evidence that was seen, or not at all: 409 where it changed since, or where somebody else decided.
 * A go freezes the level; a no-go makes the problem read-only.
 */
export async function decideGate(ctx: Context, given: DecisionGiven): Promise<Decision> {
  const { problemId } = given;
  refuseReviewDate(given.reviewDate, today(ctx.clock));
  await refuseUnknownPeople(ctx.db, given.people);
  // The evaluation takes time, so it is made before the lock; a value model that changes in between is a 409 below.
  const before = await gatherEvidence(ctx.db, problemId);
  const evaluation = await evaluateEvidence(before);
  return change(ctx, async (tx) => {
    await lockProblem(tx, problemId);
    const evidence = await gatherEvidence(tx.db, problemId);
    const current = evidence.value.hash === before.value.hash ? evaluation : null;
    const snapshot = composeSnapshot(evidence, current);
    await refuseDecision(tx, { given, evidence, snapshot, today: today(ctx.clock) });
    return record(tx, { ctx, given, evidence, snapshot });
  });
}

interface Judged {
  given: DecisionGiven;
  evidence: Evidence;
  snapshot: G1Snapshot;
  today: string;
}

async function refuseDecision(tx: Tx, { given, evidence, snapshot, today }: Judged): Promise<void> {
  const { outcome } = given;
  const { phase } = evidence.problem;
  const open = listG1Evidence(evidence, today).filter((item) => !item.isDone);
  const allowed = allowedG1Outcomes(phase, countOpen(open));
  const last = evidence.lastDecision;
  const isOver = last !== null && !allowedG1Outcomes(phase, 0).includes(outcome);
  if (isOver) throw formulationErrors.alreadyDecided({ outcome: last.outcome, at: last.at });
  await refuseOtherEvidence(tx, given, snapshot);
  if (outcome === 'go' && open.length > 0) throw formulationErrors.openItems({ items: open.map((item) => item.id) });
  if (!allowed.includes(outcome)) throw formulationErrors.outcomeNotAllowed({ outcome, allowed });
}

async function refuseOtherEvidence(
  tx: Tx,
  { problemId, ...given }: DecisionGiven,
  snapshot: G1Snapshot,
): Promise<void> {
  const { hash } = hashSnapshot(snapshot);
  if (hash === given.snapshotHash) return;
  const seen: Partial<G1Snapshot> | null = await findSnapshot(tx.db, { problemId, hash: given.snapshotHash });
  const changed = seen ? findDifferences(writtenPart(seen), writtenPart(snapshot)) : [];
  throw formulationErrors.evidenceChanged({ changed, snapshotHash: hash });
}

interface ToRecord {
  ctx: Context;
  given: DecisionGiven;
  evidence: Evidence;
  snapshot: G1Snapshot;
}

async function record(tx: Tx, { ctx, given, evidence, snapshot }: ToRecord): Promise<Decision> {
  const { problemId, outcome, reasons, people, redirect = null, reviewDate = null } = given;
  const hashed = hashSnapshot(snapshot);
  const decision = await recordDecision(tx, {
    problemId,
    gate: 'g1',
    actor: ctx.actor,
    hashed,
    outcome,
    reasons,
    people,
    redirect,
    reviewDate,
  });
  if (outcome === 'go') await freezeLevel(tx, { problemId, decision, snapshot: hashed });
  const { phase: from } = evidence.problem;
  const to = phaseAfterG1(outcome);
  if (from !== to) {
    await formulationDb(tx.db).updateTable('problem').set({ phase: to }).where('id', '=', problemId).execute();
    const subject = { kind: 'problem', id: problemId };
    tx.record({ type: 'problem.phase_changed', subject, problemId, data: { from, to } });
  }
  return decision;
}

function refuseReviewDate(given: string | undefined, today: string): void {
  if (given !== undefined && given <= today) throw formulationErrors.reviewDatePassed({ given, today });
}

async function refuseUnknownPeople(db: AnyDb, people: readonly NamedPerson[]): Promise<void> {
  const ids = people.flatMap(({ userId }) => userId ?? []);
  const names = await listNames(db, ids);
  const unknown = ids.filter((id) => !names.has(id));
  if (unknown.length > 0) throw formulationErrors.unknownPeople({ ids: unknown });
}
