import type { Context } from '../../platform/context/context.ts';
import { findDifferences, findSnapshot, showSnapshot } from '../decisions/index.ts';
import { writtenPart } from './compose-snapshot.ts';
import { evaluateEvidence } from './evaluate-evidence.ts';
import type { Gate, ShownProposal } from './gate-contract.ts';
import {
  type AtGate,
  type GateState,
  gateStateOf,
  isAsked,
  obstaclesTo,
  openItemsOf,
  outcomesAllowed,
} from './gate-state.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { describeObstacle } from './describe-obstacle.ts';
import { formulationTexts } from './texts.ts';

/** A gate as it stands now for who asks, and the hash of the evidence that it shows. */
export async function showGate(ctx: Context, { problemId, gate }: AtGate): Promise<Gate> {
  const evidence = await gatherEvidence(ctx.db, problemId);
  const evaluation = await evaluateEvidence(evidence);
  const { userId } = ctx.actor;
  const state = await gateStateOf(ctx, ctx.db, { problemId, gate, evidence, evaluation, userId });
  await showSnapshot(ctx, { problemId, snapshot: state.snapshot });
  const outcome = state.proposal?.terms.outcome ?? 'go';
  const texts = formulationTexts[ctx.locale].gate;
  return {
    gate,
    items: state.items.map((item) => ({
      ...item,
      isAsked: isAsked(state, item),
      waiver: state.proposal?.waivers.find((waiver) => waiver.item === item.id) ?? null,
      message: texts[item.id],
    })),
    openItems: openItemsOf(state).length,
    allowedOutcomes: outcomesAllowed(state),
    snapshotHash: state.hash,
    riskClass: state.riskClass,
    policy: state.policy,
    rule: state.rule,
    proposal: await showProposal(ctx, state),
    obstacles: obstaclesTo(state, outcome, userId).map((each) => describeObstacle(each, ctx.locale)),
    yourRoles: state.roles,
    isAlone: state.isAlone,
    lastDecision: evidence.decided[gate],
    conditions: evidence.openConditions,
  };
}

async function showProposal(ctx: Context, state: GateState): Promise<ShownProposal | null> {
  const { proposal, problemId, hash, snapshot } = state;
  if (!proposal) return null;
  const signOffs: ShownProposal['signOffs'] = [];
  for (const signOff of proposal.signOffs) {
    const isFresh = signOff.snapshotHash === hash;
    const signed = isFresh ? null : await findSnapshot(ctx.db, { problemId, hash: signOff.snapshotHash });
    const changedSince = signed ? findDifferences(writtenPart(signed), writtenPart(snapshot)) : [];
    signOffs.push({ ...signOff, isFresh, changedSince });
  }
  return { ...proposal, signOffs };
}
