import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import type { GateRule, Outcome, PolicyGate, Proposal, SignOff } from '../decisions/contract.ts';
import {
  asksFor,
  findOpenProposal,
  findPolicy,
  hashSnapshot,
  isWaivable,
  judgeGate,
  type Obstacle,
  policyInForce,
  ruleFor,
} from '../decisions/index.ts';
import { isPersonal, type SigningRole, signingRolesOf } from '../identity/index.ts';
import type { ValueResult } from '../value/contract.ts';
import { composeSnapshot, type GateSnapshot } from './compose-snapshot.ts';
import { today } from './days.ts';
import type { Gate } from './gate-contract.ts';
import { gatesHere, gatherOwned, refuseAbsentGate } from './gate-owners.ts';
import { allowedOutcomes, type EvidenceItem, type GateStanding, listEvidence } from './gate-rules.ts';
import { type Evidence, gatherEvidence } from './gather-evidence.ts';
import { gatherSupplied, type Supplied } from './gather-supplied.ts';

export interface AtGate {
  problemId: string;
  gate: PolicyGate;
}

/** As for something new on the table: what lies there, its policy and its waivers count for nothing. */
interface Anew {
  isAnew?: boolean;
}

const day_ms = 86_400_000;

/** One gate as it stands at one moment, for one person. */
export interface GateState extends AtGate {
  evidence: Evidence;
  standing: GateStanding;
  items: EvidenceItem[];
  snapshot: GateSnapshot;
  hash: string;
  riskClass: Gate['riskClass'];
  policy: Proposal['policy'];
  rule: GateRule;
  proposal: Proposal | null;
  roles: SigningRole[];
  isAlone: boolean;
  /** a signature from before this moment no longer counts, whatever it signed */
  countsSince: number;
}

interface Known {
  evidence: Evidence;
  supplied: Supplied;
  evaluation: ValueResult | null;
  /** whose roles count */
  userId: string;
}

export async function gateStateOf(ctx: Context, db: AnyDb, given: AtGate & Known & Anew): Promise<GateState> {
  const { problemId, gate, evidence, supplied, evaluation, userId } = given;
  refuseAbsentGate(ctx, gate);
  const isAlone = await isPersonal(ctx);
  const proposal = given.isAnew ? null : await findOpenProposal(db, { problemId, gate });
  const { version, document } = proposal
    ? await findPolicy(db, { ...proposal.policy, isPersonal: isAlone })
    : await policyInForce(db, isAlone);
  const day = today(ctx.clock);
  const owned = await gatherOwned(ctx, db, { problemId, gate, today: day });
  const snapshot = composeSnapshot(gate, { evidence, ...supplied, evaluation, owned });
  const { riskClass } = supplied;
  const rule = ruleFor(document, { gate, riskClass });
  return {
    problemId,
    gate,
    evidence,
    standing: { phase: evidence.problem.phase, decided: evidence.decided, gates: gatesHere(ctx) },
    items: listEvidence(gate, { evidence, supplied, owned, today: day }),
    snapshot,
    hash: hashSnapshot(snapshot).hash,
    riskClass,
    policy: { name: document.name, version },
    rule,
    countsSince: rule.validity_days === undefined ? 0 : ctx.clock.now() - rule.validity_days * day_ms,
    proposal,
    roles: await signingRolesOf(ctx, db, { problemId, userId, today: day }),
    isAlone,
  };
}

/** The same, read afresh: within a transaction, under the lock of the problem. */
export async function freshGateState(
  ctx: Context,
  db: AnyDb,
  { evaluated, ...at }: AtGate & Anew & { evaluated: Evaluated; userId: string },
): Promise<GateState> {
  const evidence = await gatherEvidence(db, at.problemId);
  // A value model that was changed since it was evaluated: the hash will tell that the evidence is another.
  const evaluation = evidence.value.hash === evaluated.hash ? evaluated.evaluation : null;
  const supplied = await gatherSupplied(ctx, db, { problemId: at.problemId, today: today(ctx.clock) });
  return gateStateOf(ctx, db, { ...at, evidence, supplied, evaluation });
}

/** An evaluation takes its time, so it is made before the lock is taken. */
export interface Evaluated {
  hash: string | null;
  evaluation: ValueResult | null;
}

export const isAsked = (state: Pick<GateState, 'rule'>, item: Pick<EvidenceItem, 'id'>): boolean =>
  asksFor(state.rule, item.id);

const waivedItems = ({ proposal, rule }: Pick<GateState, 'proposal' | 'rule'>): string[] =>
  (proposal?.waivers ?? []).map(({ item }) => item).filter((item) => isWaivable(rule, item));

/** Items that the policy asks for, and that are neither there nor waived. */
export function openItemsOf(state: GateState): EvidenceItem[] {
  const waived = waivedItems(state);
  return state.items.filter((item) => !item.isDone && isAsked(state, item) && !waived.includes(item.id));
}

/** On the very evidence and the waivers that stand there now, and not too long ago for the policy. */
export const isFresh = (
  { hash, countsSince }: Pick<GateState, 'hash' | 'countsSince'>,
  { snapshotHash, isBeforeWaiver, at }: Pick<SignOff, 'snapshotHash' | 'isBeforeWaiver' | 'at'>,
): boolean => snapshotHash === hash && !isBeforeWaiver && at >= countsSince;

/** The role in which this person decides here, their own before one that was delegated; null: in none that counts. */
export const decidingRole = ({ roles, rule }: Pick<GateState, 'roles' | 'rule'>): SigningRole | null =>
  roles.find(({ role }) => rule.deciders.includes(role)) ?? null;

/** May this person take something on their name here? Who proposed it leaves that to somebody else, as the decision itself. */
export const mayWaive = (state: GateState, userId: string): boolean =>
  state.proposal !== null && decidingRole(state) !== null && (state.isAlone || state.proposal.proposedBy !== userId);

/** What is asked, open, and may be waived; how many already are. */
export function waivable(state: GateState): { open: EvidenceItem[]; used: number } {
  const open = state.items.filter((item) => !item.isDone && isWaivable(state.rule, item.id));
  const waived = waivedItems(state);
  return { open, used: open.filter(({ id }) => waived.includes(id)).length };
}

/** What stands between this outcome and this person's decision. */
export function obstaclesTo(state: GateState, outcome: Outcome, deciderId: string): Obstacle[] {
  const { rule, proposal, isAlone } = state;
  return judgeGate({
    rule,
    outcome,
    isPersonal: isAlone,
    isProhibited: state.riskClass === 'prohibited',
    openItems: state.items.filter((item) => !item.isDone).map((item) => item.id),
    waivedItems: waivedItems(state),
    signOffs: (proposal?.signOffs ?? []).map((signOff) => {
      const { role, userId, verdict } = signOff;
      return { role, userId, verdict, isFresh: isFresh(state, signOff) };
    }),
    proposerId: proposal?.proposedBy ?? null,
    decider: { userId: deciderId, roles: state.roles.map(({ role }) => role) },
  });
}

export function outcomesAllowed(state: GateState): Outcome[] {
  const { gate, standing, riskClass } = state;
  // An item may still be waived once there is a proposal: it bars a go from being decided, not from being proposed.
  const isBarred = riskClass === 'prohibited' || openItemsOf(state).length > state.rule.waivers;
  return allowedOutcomes(gate, { ...standing, isBarred });
}
