import type { Context } from '../../platform/context/context.ts';
import { findDifferences, findSnapshot, showSnapshot } from '../decisions/index.ts';
import { writtenPart } from './compose-snapshot.ts';
import { today } from './days.ts';
import { describeObstacles } from './describe-obstacle.ts';
import { evaluateEvidence } from './evaluate-evidence.ts';
import type { Gate, GateItem, ShownProposal } from './gate-contract.ts';
import {
  type AtGate,
  decidingRole,
  type GateState,
  gateStateOf,
  isAsked,
  isFresh,
  mayWaive,
  obstaclesTo,
  openItemsOf,
  outcomesAllowed,
  waivable,
} from './gate-state.ts';
import { type EvidenceItem, opensAfter, sayItem } from './gate-rules.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { gatherSupplied } from './gather-supplied.ts';

/** A gate as it stands now for who asks, and the hash of the evidence that it shows. */
export async function showGate(ctx: Context, { problemId, gate }: AtGate): Promise<Gate> {
  const evidence = await gatherEvidence(ctx.db, problemId);
  const supplied = await gatherSupplied(ctx, ctx.db, { problemId, today: today(ctx.clock) });
  const evaluation = await evaluateEvidence(evidence);
  const { userId } = ctx.actor;
  const state = await gateStateOf(ctx, ctx.db, { problemId, gate, evidence, supplied, evaluation, userId });
  await showSnapshot(ctx, { problemId, snapshot: state.snapshot });
  const outcome = state.proposal?.terms.outcome ?? 'go';
  const messages = state.items.map((item) => sayItem(item, ctx.locale));
  const { gates } = state.standing;
  return {
    gate,
    opensAfter: opensAfter(gate, state.standing),
    laterGates: gates.slice(gates.indexOf(gate) + 1),
    items: state.items.map(({ say: _, talk = null, ...item }, at) => ({
      ...item,
      talk,
      isAsked: isAsked(state, item),
      ...showWaiver(state, { item, userId }),
      message: messages[at] ?? item.id,
    })),
    openItems: openItemsOf(state).length,
    allowedOutcomes: outcomesAllowed(state),
    snapshotHash: state.hash,
    riskClass: state.riskClass,
    policy: state.policy,
    rule: state.rule,
    proposal: await showProposal(ctx, state),
    obstacles: describeObstacles(state, obstaclesTo(state, outcome, userId), ctx.locale),
    yourRoles: state.roles,
    isAlone: state.isAlone,
    lastDecision: evidence.decided[gate],
    conditions: evidence.openConditions,
  };
}

function showWaiver(
  state: GateState,
  { item, userId }: { item: Pick<EvidenceItem, 'id'>; userId: string },
): Pick<GateItem, 'waiver' | 'youMayWaive' | 'youMayTakeBack'> {
  const waiver = state.proposal?.waivers.find((each) => each.item === item.id) ?? null;
  const { open, used } = waivable(state);
  const isLeft = used < state.rule.waivers && open.some(({ id }) => id === item.id);
  const isTakenBy = waiver !== null && (waiver.waivedBy === userId || decidingRole(state) !== null);
  return { waiver, youMayWaive: waiver === null && isLeft && mayWaive(state, userId), youMayTakeBack: isTakenBy };
}

async function showProposal(ctx: Context, state: GateState): Promise<ShownProposal | null> {
  const { proposal, problemId, hash, snapshot } = state;
  if (!proposal) return null;
  const signOffs: ShownProposal['signOffs'] = [];
  for (const signOff of proposal.signOffs) {
    const isOfNow = signOff.snapshotHash === hash;
    const signed = isOfNow ? null : await findSnapshot(ctx.db, { problemId, hash: signOff.snapshotHash });
    const changedSince = signed ? findDifferences(writtenPart(signed), writtenPart(snapshot)) : [];
    const isExpired = signOff.at < state.countsSince;
    signOffs.push({ ...signOff, isFresh: isFresh(state, signOff), isExpired, changedSince });
  }
  return { ...proposal, signOffs };
}
