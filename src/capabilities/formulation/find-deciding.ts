import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import type { GateId, GateRule } from '../decisions/contract.ts';
import { policyInForce } from '../decisions/index.ts';
import { isPersonal, type SigningRole, signingRolesOf } from '../identity/index.ts';
import { findRiskClass } from '../risk/index.ts';
import { today } from './days.ts';
import { ruleClass } from './gate-state.ts';

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
  const rules: Partial<Record<GateId, Record<ReturnType<typeof ruleClass>, GateRule>>> = document.rules;
  const deciders = rules[gate]?.[ruleClass(await findRiskClass(db, problemId))].deciders ?? [];
  const { userId } = ctx.actor;
  const roles = await signingRolesOf(ctx, db, { problemId, userId, today: today(ctx.clock) });
  return { deciders, role: roles.find(({ role }) => deciders.includes(role)) ?? null };
}
