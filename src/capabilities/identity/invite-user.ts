import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { actingAs, type Browser } from './asking.ts';
import { hashNewPassword } from './change-password.ts';
import type { OfferedLink } from './contract/links.ts';
import type { Invited, inviteUser as endpoint } from './contract/users.ts';
import { identityErrors } from './errors.ts';
import { giveRoles } from './give-problem-role.ts';
import { modeOf } from './mode.ts';
import { countAttempt, getLinkOwner, offerLink, useLink } from './one-time-links.ts';
import { findAccountByEmail, getPerson } from './queries.ts';
import { nameFromEmail, normaliseEmail } from './rules.ts';
import { beginSession } from './sign-in.ts';
import type { StartedSession } from './start-session.ts';
import { insertAccount, takeTurn, updateAccount } from './store.ts';
import type { z } from 'zod';

type Invitation = z.output<NonNullable<typeof endpoint.body>>;

/** Makes the account and its link. Roles in problems count from the moment the person joins. */
export async function inviteUser(ctx: Context, wanted: Invitation, base: string): Promise<Invited> {
  if ((await modeOf(ctx)) === 'personal') throw identityErrors.needsTeam();
  const email = normaliseEmail(wanted.email);
  return change(ctx, async (tx) => {
    await takeTurn(tx.db);
    if (await findAccountByEmail(tx.db, email)) throw identityErrors.emailTaken();
    const id = newId(tx.now);
    const account = {
      id,
      name: wanted.name ?? nameFromEmail(email),
      email,
      status: 'invited' as const,
      created_at: tx.now,
    };
    await insertAccount(tx.db, { ...account, organisation_role: wanted.organisationRole });
    tx.record({
      type: 'user.invited',
      subject: { kind: 'user', id },
      problemId: null,
      data: { organisationRole: wanted.organisationRole },
    });
    for (const { problemId, roles } of wanted.problemRoles)
      await giveRoles(tx, { problemId, userId: id, roles, givenBy: ctx.actor.userId });
    return { userId: id, ...(await offerLink(tx, { purpose: 'invitation', userId: id, base })) };
  });
}

/** A new link for who lost the first one, which stops working. */
export async function inviteAgain(ctx: Context, userId: string, base: string): Promise<OfferedLink> {
  return change(ctx, async (tx) => {
    const { status } = await getPerson(tx.db, userId);
    if (status !== 'invited') throw identityErrors.wrongStatus({ status, expected: 'invited' });
    tx.record({ type: 'user.invited_again', subject: { kind: 'user', id: userId }, problemId: null });
    return offerLink(tx, { purpose: 'invitation', userId, base });
  });
}

export async function acceptInvitation(
  ctx: Context,
  { secret, name, password }: { secret: string; name: string; password: string },
  browser: Browser,
): Promise<StartedSession> {
  countAttempt(ctx, browser);
  const link = { secret, purpose: 'invitation' as const };
  const userId = await getLinkOwner(ctx, link);
  const { email } = await getPerson(ctx.db, userId);
  const password_hash = await hashNewPassword(password, { name, email });
  return change(actingAs(ctx, userId), async (tx) => {
    await useLink(tx, link);
    await updateAccount(tx.db, userId, { name, password_hash, status: 'active' });
    tx.record({ type: 'user.joined', subject: { kind: 'user', id: userId }, problemId: null, data: { by: 'link' } });
    return beginSession(tx, ctx, { userId, by: 'link', browser });
  });
}
