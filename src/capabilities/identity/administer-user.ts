import type { z } from 'zod';
import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { updateUser as endpoint, User } from './contract/users.ts';
import { endDelegationsOf } from './delegate-role.ts';
import { identityErrors } from './errors.ts';
import { asUser } from './list-users.ts';
import { countAdministrators, findAccountByEmail, getAccount, getPerson, type Person } from './queries.ts';
import { normaliseEmail } from './rules.ts';
import { deleteLinks, deleteSessions, deleteTokens, takeTurn, updateAccount } from './store.ts';
import type { UserStatus } from './tables.ts';

/** What stands where a name stood. Pages show it by the status, in the reader's language. */
export const erasedName = 'Erased person';

type Changes = z.output<NonNullable<typeof endpoint.body>>;

/** A change of role is an event of its own, with both roles; of the rest the event names the fields, not the texts. */
export async function updateUser(ctx: Context, userId: string, changes: Changes): Promise<User> {
  const { organisationRole: role, ...personal } = changes;
  const fields = Object.keys(personal);
  if (role === undefined && fields.length === 0) return asUser(await getPerson(ctx.db, userId));
  return administer(ctx, userId, async (tx, person) => {
    expectStatus(person, ['active', 'invited', 'inactive']);
    if (role === 'member') await keepAnAdministrator(tx, person);
    const given = { ...personal, ...(await newEmail(tx, userId, changes)) };
    await updateAccount(tx.db, userId, role === undefined ? given : { ...given, organisation_role: role });
    const event = { subject: { kind: 'user', id: userId }, problemId: null };
    const roles = { from: person.organisationRole, to: role };
    if (role !== undefined) tx.record({ ...event, type: 'user.role_changed', data: roles });
    if (fields.length > 0) tx.record({ ...event, type: 'user.changed', data: { fields } });
  });
}

async function newEmail(tx: Tx, userId: string, changes: Changes): Promise<{ email?: string }> {
  if (changes.email === undefined) return {};
  const email = normaliseEmail(changes.email);
  const holder = await findAccountByEmail(tx.db, email);
  if (holder && holder.id !== userId) throw identityErrors.emailTaken();
  return { email };
}

/** What waits for a signature of this person is somebody else's from `handOverRoles` on. */
export function deactivateUser(ctx: Context, userId: string): Promise<User> {
  return administer(ctx, userId, async (tx, person) => {
    expectStatus(person, ['active', 'invited']);
    await keepAnAdministrator(tx, person);
    await updateAccount(tx.db, userId, { status: 'inactive' });
    const data = await endAccess(tx, userId);
    tx.record({ type: 'user.deactivated', subject: { kind: 'user', id: userId }, problemId: null, data });
  });
}

/** Who never joined is `invited` again: there is nothing yet to sign in with. */
export function reactivateUser(ctx: Context, userId: string): Promise<User> {
  return administer(ctx, userId, async (tx, person) => {
    expectStatus(person, ['inactive']);
    const { password_hash, oidc_subject } = await getAccount(tx.db, userId);
    const hasJoined = password_hash !== null || oidc_subject !== null;
    await updateAccount(tx.db, userId, { status: hasJoined ? 'active' : 'invited' });
    tx.record({ type: 'user.reactivated', subject: { kind: 'user', id: userId }, problemId: null });
  });
}

export function eraseUser(ctx: Context, userId: string): Promise<User> {
  return administer(ctx, userId, async (tx, person) => {
    expectStatus(person, ['active', 'invited', 'inactive']);
    await keepAnAdministrator(tx, person);
    await updateAccount(tx.db, userId, {
      name: erasedName,
      email: null,
      status: 'erased',
      locale: null,
      password_hash: null,
      oidc_subject: null,
    });
    const data = await endAccess(tx, userId);
    tx.record({ type: 'user.erased', subject: { kind: 'user', id: userId }, problemId: null, data });
  });
}

/** One at a time, so that two administrators cannot take each other's role away at once. */
async function administer(
  ctx: Context,
  userId: string,
  work: (tx: Tx, person: Person) => Promise<void>,
): Promise<User> {
  return change(ctx, async (tx) => {
    await takeTurn(tx.db);
    await work(tx, await getPerson(tx.db, userId));
    return asUser(await getPerson(tx.db, userId));
  });
}

async function keepAnAdministrator(tx: Tx, { id, organisationRole, status }: Person): Promise<void> {
  if (organisationRole !== 'admin' || status !== 'active') return;
  if ((await countAdministrators(tx.db, { except: id })) === 0) throw identityErrors.lastAdministrator();
}

function expectStatus({ status }: Person, expected: readonly UserStatus[]): void {
  if (!expected.includes(status)) throw identityErrors.wrongStatus({ status, expected: expected.join(' / ') });
}

async function endAccess(tx: Tx, userId: string): Promise<{ sessionsEnded: number; tokensRevoked: number }> {
  const sessionsEnded = await deleteSessions(tx.db, userId);
  const tokensRevoked = await deleteTokens(tx.db, userId);
  await deleteLinks(tx.db, userId);
  await endDelegationsOf(tx, userId);
  return { sessionsEnded, tokensRevoked };
}
