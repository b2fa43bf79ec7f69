import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Waiver } from '../decisions/contract.ts';
import { getOpenProposal, isWaivable, recordWaiver, takeWaiverBack } from '../decisions/index.ts';
import { reauthenticate, type SigningRole } from '../identity/index.ts';
import { formulationErrors } from './errors.ts';
import type { Gate } from './gate-contract.ts';
import { gateErrors } from './gate-errors.ts';
import { sayItem } from './gate-rules.ts';
import { type AtGate, decidingRole, type GateState, isAsked, mayWaive, waivable } from './gate-state.ts';
import { evaluatedNow, inGate } from './in-gate.ts';
import { showGate } from './show-gate.ts';

type Waiving = AtGate & Pick<Waiver, 'item'> & { proposalId: string };

/** Takes it on one's name that an item stays open at this gate. Whoever signed before it is asked again. */
export async function waiveItem(
  ctx: Context,
  given: Waiving & Pick<Waiver, 'reason'> & { password?: string },
): Promise<Gate> {
  const { problemId, gate, item, reason } = given;
  const { userId } = ctx.actor;
  await reauthenticate(ctx, given.password);
  const evaluated = await evaluatedNow(ctx, problemId);
  await change(ctx, async (tx) => {
    const state = await inGate(ctx, tx, { problemId, gate, evaluated });
    const proposal = await getOpenProposal(tx.db, given);
    const { onBehalfOf } = roleOfWaiver(state, userId);
    const said = refuseUnwaivable(state, item);
    await recordWaiver(tx, { problemId, proposal, item, reason, said, userId, onBehalfOf });
  });
  return showGate(ctx, { problemId, gate });
}

/** Throws where this is not for this person to leave open. */
function roleOfWaiver(state: GateState, userId: string): SigningRole {
  const held = decidingRole(state);
  const { deciders } = state.rule;
  if (!held) throw gateErrors.decidersWaive({ deciders, roles: state.roles.map(({ role }) => role) });
  if (!mayWaive(state, userId)) throw gateErrors.proposerWaives();
  return held;
}

/** Throws where this cannot be left open, by whoever. @returns what is asked, in words that stay with the waiver */
function refuseUnwaivable(state: GateState, item: string): Waiver['said'] {
  const { open, used } = waivable(state);
  const asked = state.items.find((each) => each.id === item && !each.isDone && isAsked(state, each));
  if (!asked) throw formulationErrors.nothingToWaive({ item, open: open.map(({ id }) => id) });
  if (!isWaivable(state.rule, item)) throw gateErrors.neverWaived({ item });
  const isKnown = state.proposal?.waivers.some((waiver) => waiver.item === item) ?? false;
  if (!isKnown && used >= state.rule.waivers) throw formulationErrors.waiversUsed({ most: state.rule.waivers });
  return { en: sayItem(asked, 'en'), nl: sayItem(asked, 'nl') };
}

/** What was left open is asked again: for whoever left it open, and for who decides. */
export async function takeBackWaiver(ctx: Context, given: Waiving): Promise<Gate> {
  const { problemId, gate, item } = given;
  const { userId } = ctx.actor;
  const evaluated = await evaluatedNow(ctx, problemId);
  await change(ctx, async (tx) => {
    const state = await inGate(ctx, tx, { problemId, gate, evaluated });
    const proposal = await getOpenProposal(tx.db, given);
    const waiver = proposal.waivers.find((each) => each.item === item);
    if (!waiver) throw gateErrors.notWaived({ item, waived: proposal.waivers.map((each) => each.item) });
    const held = decidingRole(state);
    const { deciders } = state.rule;
    if (!held && waiver.waivedBy !== userId)
      throw gateErrors.decidersWaive({ deciders, roles: state.roles.map(({ role }) => role) });
    await takeWaiverBack(tx, { problemId, proposal, item, userId, onBehalfOf: held?.onBehalfOf ?? null });
  });
  return showGate(ctx, { problemId, gate });
}
