import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { type Bearer, isPersonal, listBearers } from '../identity/index.ts';
import { type ChecklistRole, checklistRoles } from './template-contract.ts';

/** Of an item: whose it is. */
export interface Asked {
  role: ChecklistRole;
  ownerId: string | null;
}

/** What somebody may do with the items of one problem. */
export interface Answering {
  /** answer it, say that it does not apply, remove it and bring it back */
  mayAnswer: (item: Asked) => boolean;
  /** make this person its owner, who then answers it */
  mayGive: (item: Asked, ownerId: string) => boolean;
}

/**
 * An item is answered by who has its role, as far as that counts, or by whom they gave it to. Of a role that nobody has yet
 * whoever builds sees to it, so that a small team can go on; but for the risk manager's, which ask a risk manager.
 */
export async function answeringOf(ctx: Context, db: AnyDb, problemId: string): Promise<Answering> {
  if (await isPersonal(ctx)) return { mayAnswer: () => true, mayGive: () => true };
  return answeringAmong(await listBearers(db, problemId), ctx.actor.userId);
}

const builders: readonly string[] = checklistRoles.filter((role) => role !== 'risk_manager');

export function answeringAmong(bearers: readonly Bearer[], userId: string): Answering {
  const own = bearers.filter(({ until }) => until === null);
  const isBuilder = own.some((each) => each.userId === userId && builders.includes(each.role));
  const bearing = (role: ChecklistRole) => own.filter((each) => each.role === role && each.isCounting !== false);
  const mayAnswer = ({ role, ownerId }: Asked): boolean => {
    const those = bearing(role);
    if (those.some((each) => each.userId === userId)) return true;
    return role !== 'risk_manager' && isBuilder && (those.length === 0 || ownerId === userId);
  };
  const mayGive = (item: Asked, ownerId: string): boolean =>
    ownerId === item.ownerId || mayAnswer(item) || bearing(item.role).some((each) => each.userId === ownerId);
  return { mayAnswer, mayGive };
}
