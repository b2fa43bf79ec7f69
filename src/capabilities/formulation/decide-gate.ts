import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import type { Decision, NamedPerson, Proposal, Terms } from '../decisions/contract.ts';
import {
  closeProposal,
  getOpenProposal,
  hashSnapshot,
  openProposal,
  recordDecision,
  recordSignOff,
  recordWaiver,
} from '../decisions/index.ts';
import { isPersonal, listNames, reauthenticate } from '../identity/index.ts';
import { describeObstacles } from './describe-obstacle.ts';
import { formulationErrors } from './errors.ts';
import { freezeLevel } from './freeze-level.ts';
import { gateErrors } from './gate-errors.ts';
import { freezesLevel, isGo, phaseAfter } from './gate-rules.ts';
import {
  type AtGate,
  decidingRole,
  type Evaluated,
  freshGateState,
  type GateState,
  isFresh,
  obstaclesTo,
} from './gate-state.ts';
import { evaluatedNow, inGate, keepSeenEvidence, refuseImpossible, refuseUnknownOwners } from './in-gate.ts';
import { signingWords } from './signing-words.ts';
import { formulationDb } from './tables.ts';

type Deciding = AtGate & {
  /** of the evidence that the people who decide have seen */
  snapshotHash: string;
  password?: string;
};

/** The last signature: decides as proposed, or says what still stands in the way. */
export async function closeGate(
  ctx: Context,
  given: Deciding & { proposalId: string; meaning?: string },
): Promise<Decision> {
  await reauthenticate(ctx, given.password);
  const evaluated = await evaluatedNow(ctx, given.problemId);
  return change(ctx, async (tx) => {
    const state = await inGate(ctx, tx, { ...given, evaluated });
    const proposal = await getOpenProposal(tx.db, given);
    refuseImpossible(ctx, state, proposal.terms);
    await keepSeenEvidence(tx, state, given.snapshotHash);
    return decide(tx, { ctx, state: { ...state, proposal }, meaning: given.meaning, people: [] });
  });
}

/**
 * Proposes, signs and decides at once, where the policy lets one person: nobody is asked to sign for themselves what only
 * others may. A go freezes the level; a no-go makes the problem read-only.
 */
export async function decideGate(
  ctx: Context,
  given: Deciding & { terms: Terms; people?: readonly NamedPerson[] },
): Promise<Decision> {
  const { problemId, gate, terms, people = [] } = given;
  if (people.length > 0 && !(await isPersonal(ctx))) throw gateErrors.namesOnlyAlone();
  await refuseUnknownPeople(ctx.db, people);
  await reauthenticate(ctx, given.password);
  const evaluated = await evaluatedNow(ctx, problemId);
  return change(ctx, async (tx) => {
    const before = await inGate(ctx, tx, { problemId, gate, evaluated, isAnew: true });
    refuseImpossible(ctx, before, terms);
    await refuseUnknownOwners(tx.db, { problemId, terms });
    await keepSeenEvidence(tx, before, given.snapshotHash);
    const { policy } = before;
    // It is decided at once, so nobody is asked to sign it.
    const proposal = await openProposal(tx, { problemId, gate, terms, policy, roles: [], actor: ctx.actor });
    await signAll(tx, { ctx, state: before, proposal });
    const state = await signedState(tx, { ctx, at: { problemId, gate }, evaluated });
    return decide(tx, { ctx, state, people });
  });
}

const signedState = (tx: Tx, { ctx, at, evaluated }: { ctx: Context; at: AtGate; evaluated: Evaluated }) =>
  freshGateState(ctx, tx.db, { ...at, evaluated, userId: ctx.actor.userId });

/** Signs in every role that the policy asks for and that this person holds; alone, four eyes are waived by name. */
async function signAll(
  tx: Tx,
  { ctx, state, proposal }: { ctx: Context; state: GateState; proposal: Proposal },
): Promise<void> {
  const { problemId, rule, roles, hash: snapshotHash, isAlone } = state;
  const { outcome } = proposal.terms;
  if (outcome !== 'go' && outcome !== 'conditional_go') return;
  const { userId } = ctx.actor;
  if (isAlone) {
    const said = { en: signingWords.en.fourEyes, nl: signingWords.nl.fourEyes };
    const reason = signingWords[ctx.locale].alone;
    await recordWaiver(tx, { problemId, proposal, item: 'policy.four_eyes', reason, said, userId, onBehalfOf: null });
  }
  for (const { role, onBehalfOf } of roles.filter((held) => rule.roles.includes(held.role))) {
    const meaning = signingWords[ctx.locale].meanings[outcome];
    const signed = { role, onBehalfOf, verdict: 'approves', meaning, remark: '' } as const;
    await recordSignOff(tx, { problemId, proposal, userId, snapshotHash, ...signed });
  }
}

interface ToDecide {
  ctx: Context;
  state: GateState;
  meaning?: string | undefined;
  /** named beside those who signed here */
  people: readonly NamedPerson[];
}

async function decide(tx: Tx, { ctx, state, meaning, people }: ToDecide): Promise<Decision> {
  const { proposal, problemId, gate, snapshot } = state;
  if (!proposal) throw new Error('a decision is taken on a proposal');
  const { terms } = proposal;
  const obstacles = obstaclesTo(state, terms.outcome, ctx.actor.userId);
  if (obstacles.length > 0)
    throw formulationErrors.gateClosed({ obstacles: describeObstacles(state, obstacles, ctx.locale) });
  const hashed = hashSnapshot(snapshot);
  const signed = [...signers(state), decider(ctx, state, meaning ?? `decides: ${terms.outcome.replace('_', ' ')}`)];
  // Alone, the people named in the decision stand for the roles that one person signed in.
  const standing = state.isAlone && people.length > 0 ? people : [...signed, ...people];
  const decision = await recordDecision(tx, { ...state, actor: ctx.actor, terms, people: standing, hashed, proposal });
  await closeProposal(tx, { problemId, proposal, state: 'decided' });
  // Without a complete value model there is nothing to hold later figures against: the level before stays.
  const isPriced = 'evaluation' in snapshot && snapshot.evaluation !== null;
  if (freezesLevel(gate) && isGo(terms) && isPriced)
    await freezeLevel(tx, { problemId, gate, decision, snapshot: hashed });
  await movePhase(tx, state, phaseAfter(gate, terms.outcome));
  return decision;
}

/** Who approved, on what stands there now: an objection is no name under the decision. */
const signers = (state: GateState): NamedPerson[] =>
  (state.proposal?.signOffs ?? [])
    .filter((signOff) => signOff.verdict === 'approves' && isFresh(state, signOff))
    .map(({ userId, role, meaning, onBehalfOf, at }) => ({ userId, role, meaning, ...behalf(onBehalfOf), at }));

function decider(ctx: Context, state: GateState, meaning: string): NamedPerson {
  const held = decidingRole(state);
  return { userId: ctx.actor.userId, role: held?.role ?? 'sponsor', meaning, ...behalf(held?.onBehalfOf ?? null) };
}

const behalf = (onBehalfOf: string | null) => (onBehalfOf === null ? {} : { onBehalfOf });

async function movePhase(tx: Tx, { problemId, evidence }: GateState, to: ReturnType<typeof phaseAfter>): Promise<void> {
  const { phase: from } = evidence.problem;
  if (from === to) return;
  await formulationDb(tx.db).updateTable('problem').set({ phase: to }).where('id', '=', problemId).execute();
  const subject = { kind: 'problem', id: problemId };
  tx.record({ type: 'problem.phase_changed', subject, problemId, data: { from, to } });
}

async function refuseUnknownPeople(db: AnyDb, people: readonly NamedPerson[]): Promise<void> {
  const ids = people.flatMap(({ userId }) => userId ?? []);
  const names = await listNames(db, ids);
  const unknown = ids.filter((id) => !names.has(id));
  if (unknown.length > 0) throw formulationErrors.unknownPeople({ ids: unknown });
}
