import { change, type Tx } from '../../platform/context/change.ts';
import { type Context, makeContext, type Services, systemActor } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { actingAs, type Browser } from './asking.ts';
import { hashNewPassword } from './change-password.ts';
import type { OfferedLink } from './contract/links.ts';
import { identityErrors } from './errors.ts';
import { modeOf, ownerId } from './mode.ts';
import { countAttempt, getLinkOwner, offerLink, useLink } from './one-time-links.ts';
import { countAdministrators, findAccountByEmail } from './queries.ts';
import { normaliseEmail } from './rules.ts';
import { beginSession } from './sign-in.ts';
import type { StartedSession } from './start-session.ts';
import { deleteLinks, giveEveryRole, setTeamMode, takeTurn, updateAccount } from './store.ts';

/**
 * In team mode without an administrator: the one-time link that makes one, to print in the terminal at each start.
 * It replaces the link of the start before. Null where somebody can sign in already.
 */
export async function offerFirstAdministrator(services: Services, base: string): Promise<OfferedLink | null> {
  if ((await modeOf(services)) !== 'team' || (await countAdministrators(services.database.reader)) > 0) return null;
  const ctx = makeContext(services, { actor: systemActor, requestId: newId() });
  return change(ctx, async (tx) => {
    const subject = { kind: 'user', id: ownerId };
    tx.record({ type: 'installation.link_offered', subject, problemId: null });
    return offerLink(tx, { purpose: 'first_administrator', userId: ownerId, base });
  });
}

interface Administrator {
  name: string;
  email: string;
  password: string;
}

/** Whoever has the link from the terminal may do what they like with this machine's Peil anyway. */
export async function becomeFirstAdministrator(
  ctx: Context,
  { secret, ...given }: Administrator & { secret: string },
  browser: Browser,
): Promise<StartedSession> {
  countAttempt(ctx, browser);
  const link = { secret, purpose: 'first_administrator' as const };
  await getLinkOwner(ctx, link);
  const password_hash = await hashNewPassword(given.password, given);
  return change(actingAs(ctx, ownerId), async (tx) => {
    await useLink(tx, link);
    await makeOwnerAdministrator(tx, { name: given.name, email: given.email, password_hash });
    return beginSession(tx, ctx, { userId: ownerId, by: 'link', browser });
  });
}

/** The owner keeps the id, so that everything done in personal mode stays theirs, and every role in every problem. */
export async function makeOwnerAdministrator(
  tx: Tx,
  { email: given, ...account }: { name: string; email: string; password_hash: string },
): Promise<void> {
  const email = normaliseEmail(given);
  await takeTurn(tx.db);
  // Colleagues may have joined through the identity provider before there was an administrator.
  const holder = await findAccountByEmail(tx.db, email);
  if (holder && holder.id !== ownerId) throw identityErrors.emailTaken();
  await updateAccount(tx.db, ownerId, { ...account, email, organisation_role: 'admin' });
  await giveEveryRole(tx.db, { userId: ownerId, now: tx.now });
  await setTeamMode(tx.db);
  await deleteLinks(tx.db, ownerId);
  tx.record({
    type: 'installation.team_opened',
    subject: { kind: 'installation', id: 'peil' },
    problemId: null,
    data: { firstAdministrator: ownerId },
  });
}
