import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Terms } from '../decisions/contract.ts';
import { closeProposal, getOpenProposal, openProposal } from '../decisions/index.ts';
import type { Gate } from './gate-contract.ts';
import { isGo } from './gate-rules.ts';
import { evaluatedNow, inGate, refuseImpossible, refuseUnknownOwners } from './in-gate.ts';
import type { AtGate } from './gate-state.ts';
import { showGate } from './show-gate.ts';

/** Puts a decision on the table, under the policy of this moment, in the place of what was there. */
export async function proposeDecision(ctx: Context, { terms, ...at }: AtGate & { terms: Terms }): Promise<Gate> {
  const evaluated = await evaluatedNow(ctx, at.problemId);
  await change(ctx, async (tx) => {
    const state = await inGate(ctx, tx, { ...at, evaluated, isAnew: true });
    refuseImpossible(ctx, state, terms);
    await refuseUnknownOwners(tx.db, { problemId: at.problemId, terms });
    const { policy, rule } = state;
    // To stop, to wait or to look again asks nobody but who decides.
    const signers = isGo(terms) ? rule.roles : [];
    const roles = [...new Set([...signers, ...rule.deciders])];
    await openProposal(tx, { ...at, terms, policy, roles, actor: ctx.actor });
  });
  return showGate(ctx, at);
}

export async function withdrawProposal(ctx: Context, at: AtGate & { proposalId: string }): Promise<Gate> {
  const evaluated = await evaluatedNow(ctx, at.problemId);
  await change(ctx, async (tx) => {
    await inGate(ctx, tx, { ...at, evaluated });
    const proposal = await getOpenProposal(tx.db, at);
    await closeProposal(tx, { problemId: at.problemId, proposal, state: 'withdrawn' });
  });
  return showGate(ctx, at);
}
