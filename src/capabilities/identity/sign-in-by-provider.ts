import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { type Browser, recordingAs } from './asking.ts';
import { identityErrors } from './errors.ts';
import type { ProvidedIdentity } from './oidc-provider-client.ts';
import { type Account, findAccountByEmail, findAccountBySubject } from './queries.ts';
import { nameFromEmail, normaliseEmail } from './rules.ts';
import { beginSession } from './sign-in.ts';
import type { StartedSession } from './start-session.ts';
import { deleteLinks, insertAccount, takeTurn, updateAccount } from './store.ts';

/**
 * Begins a session for who the identity provider vouches for: somebody it brought before, somebody invited or known
 * by the same verified e-mail address, or, where the domain may join by itself, a new member. The account is judged
 * when it is our turn: until then it may be deactivated, or made by the same person in another tab.
 */
export async function signInByProvider(
  ctx: Context,
  identity: ProvidedIdentity,
  browser: Browser,
): Promise<StartedSession> {
  const session = await change(ctx, async (tx) => {
    await takeTurn(tx.db);
    const account = await findAccount(tx.db, identity);
    if (account === null ? !mayJoin(ctx, identity) : !isWelcome(account, identity)) {
      const subject = { kind: 'user', id: account?.id ?? 'nobody' };
      tx.record({ type: 'session.refused', subject, problemId: null, data: { by: 'oidc' } });
      return null;
    }
    const userId = account?.id ?? newId(tx.now);
    const theirs = recordingAs(tx, userId);
    await (account ? linkAccount(theirs, account, identity) : joinByDomain(theirs, userId, identity));
    return beginSession(theirs, ctx, { userId, by: 'oidc', browser });
  });
  // The refusal is on record, so it is thrown only here.
  if (session === null) throw identityErrors.notInvited();
  return session;
}

async function findAccount(db: AnyDb, { subject, verifiedEmail }: ProvidedIdentity): Promise<Account | null> {
  const linked = await findAccountBySubject(db, subject);
  if (linked || verifiedEmail === null) return linked;
  return findAccountByEmail(db, normaliseEmail(verifiedEmail));
}

/** An account that belongs to another subject stays theirs, also when the provider gives its address to somebody new. */
function isWelcome(account: Account, { subject }: ProvidedIdentity): boolean {
  if (account.status !== 'active' && account.status !== 'invited') return false;
  return account.oidc_subject === null || account.oidc_subject === subject;
}

function mayJoin({ config }: Context, { verifiedEmail }: ProvidedIdentity): boolean {
  const domain = verifiedEmail?.slice(verifiedEmail.lastIndexOf('@') + 1).toLowerCase();
  return domain !== undefined && config.oidcJoinDomains.some((allowed) => allowed.toLowerCase() === domain);
}

async function linkAccount(tx: Tx, account: Account, { subject, name }: ProvidedIdentity): Promise<void> {
  if (account.oidc_subject === subject) return;
  const isInvited = account.status === 'invited';
  await updateAccount(tx.db, account.id, {
    oidc_subject: subject,
    status: 'active' as const,
    ...(isInvited && name !== null ? { name } : {}),
  });
  if (isInvited) await deleteLinks(tx.db, account.id);
  tx.record({
    type: isInvited ? 'user.joined' : 'user.linked',
    subject: { kind: 'user', id: account.id },
    problemId: null,
    data: { by: 'oidc' },
  });
}

async function joinByDomain(tx: Tx, id: string, { subject, verifiedEmail, name }: ProvidedIdentity): Promise<void> {
  const email = normaliseEmail(verifiedEmail ?? '');
  await insertAccount(tx.db, {
    id,
    name: name ?? nameFromEmail(email),
    email,
    status: 'active',
    organisation_role: 'member',
    oidc_subject: subject,
    created_at: tx.now,
  });
  tx.record({ type: 'user.joined', subject: { kind: 'user', id }, problemId: null, data: { by: 'oidc' } });
}
