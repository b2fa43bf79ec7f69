import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { type GateId, type GateRule, type PolicyGate, policyGates } from '../decisions/contract.ts';
import { policyInForce, ruleFor } from '../decisions/index.ts';
import { isPersonal, type SigningRole, signingRolesOf } from '../identity/index.ts';
import { findRiskClass } from '../risk/index.ts';
import { today } from './days.ts';

export interface Deciding {
  /** by the policy in force now */
  deciders: GateRule['deciders'];
  /** the role in which the actor decides there; null: in none that counts */
  role: SigningRole | null;
}

/** Who decides at a gate, and whether the actor does; without the evidence, which it does not depend on. */
export async function findDeciding(
  ctx: Context,
  db: AnyDb,
  { problemId, gate }: { problemId: string; gate: GateId },
): Promise<Deciding> {
  const { document } = await policyInForce(db, await isPersonal(ctx));
  const riskClass = await findRiskClass(db, problemId);
  // A condition may be for a gate of which no policy knows yet.
  const known = policyGates.find((each): each is PolicyGate => each === gate);
  const deciders = known ? ruleFor(document, { gate: known, riskClass }).deciders : [];
  const { userId } = ctx.actor;
  const roles = await signingRolesOf(ctx, db, { problemId, userId, today: today(ctx.clock) });
  return { deciders, role: roles.find(({ role }) => deciders.includes(role)) ?? null };
}
