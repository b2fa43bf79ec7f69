import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { SignOff } from '../decisions/contract.ts';
import { getOpenProposal, recordSignOff } from '../decisions/index.ts';
import { reauthenticate } from '../identity/index.ts';
import { formulationErrors } from './errors.ts';
import type { Gate } from './gate-contract.ts';
import type { AtGate } from './gate-state.ts';
import { evaluatedNow, inGate, keepSeenEvidence } from './in-gate.ts';
import { showGate } from './show-gate.ts';

type Signing = AtGate &
  Pick<SignOff, 'role' | 'verdict' | 'meaning' | 'remark' | 'snapshotHash'> & { proposalId: string; password?: string };

/** A name under what is on the table, bound to the very evidence that was seen. */
export async function signProposal(ctx: Context, given: Signing): Promise<Gate> {
  const { problemId, gate, role, verdict, meaning, remark, snapshotHash } = given;
  await reauthenticate(ctx, given.password);
  const evaluated = await evaluatedNow(ctx, problemId);
  await change(ctx, async (tx) => {
    const state = await inGate(ctx, tx, { problemId, gate, evaluated });
    const proposal = await getOpenProposal(tx.db, given);
    const held = state.roles.find((each) => each.role === role);
    if (!held) throw formulationErrors.notYourRole({ role, roles: state.roles.map((each) => each.role) });
    await keepSeenEvidence(tx, state, snapshotHash);
    await recordSignOff(tx, {
      problemId,
      proposal,
      role,
      userId: ctx.actor.userId,
      onBehalfOf: held.onBehalfOf,
      verdict,
      meaning,
      remark,
      snapshotHash,
    });
  });
  return showGate(ctx, { problemId, gate });
}
