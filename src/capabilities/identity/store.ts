import { sql } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { searchable } from '../../platform/text/searchable.ts';
import { problemRoles } from './permissions.ts';
import { type IdentityTables, identityDb, type LinkPurpose } from './tables.ts';

type Account = IdentityTables['user_account'];

/** The one row of the installation; false where it was there already. */
export async function insertInstallation(db: AnyDb, openedAt: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await identityDb(db)
    .insertInto('installation')
    .values({ id: 'peil', mode: 'personal', opened_at: openedAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function setTeamMode(db: AnyDb): Promise<void> {
  await identityDb(db).updateTable('installation').set({ mode: 'team' }).execute();
}

/** Changes that count administrators or people take turns, so that two of them cannot both be the last but one. */
export async function takeTurn(db: AnyDb): Promise<void> {
  await identityDb(db).updateTable('installation').set({ id: 'peil' }).execute();
}

export async function insertAccount(
  db: AnyDb,
  account: Pick<Account, 'id' | 'name' | 'email' | 'status' | 'organisation_role' | 'created_at'> &
    Partial<Pick<Account, 'password_hash' | 'oidc_subject'>>,
): Promise<void> {
  await identityDb(db)
    .insertInto('user_account')
    .values({
      password_hash: null,
      oidc_subject: null,
      locale: null,
      scheme: 'auto',
      version: 1,
      ...account,
      name_key: searchable(account.name),
    })
    .execute();
}

export async function updateAccount(
  db: AnyDb,
  id: string,
  changes: Partial<Omit<Account, 'id' | 'created_at' | 'version' | 'name_key'>>,
): Promise<void> {
  await identityDb(db)
    .updateTable('user_account')
    .set(changes.name === undefined ? changes : { ...changes, name_key: searchable(changes.name) })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Keeps an active account as it is until the change ends; false where it has another password or status by now. */
export async function holdAccount(
  db: AnyDb,
  { id, password_hash }: Pick<Account, 'id' | 'password_hash'>,
): Promise<boolean> {
  const { numUpdatedRows } = await identityDb(db)
    .updateTable('user_account')
    .set({ id })
    .where('id', '=', id)
    .where('password_hash', '=', password_hash)
    .where('status', '=', 'active')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function insertSession(db: AnyDb, session: IdentityTables['user_session']): Promise<void> {
  await identityDb(db).insertInto('user_session').values(session).execute();
}

/** Ends sessions of a person: one, all, or all but one. Answers how many. */
export async function deleteSessions(
  db: AnyDb,
  userId: string,
  { only, except }: { only?: string; except?: string } = {},
): Promise<number> {
  let query = identityDb(db).deleteFrom('user_session').where('user_id', '=', userId);
  if (only !== undefined) query = query.where('id', '=', only);
  if (except !== undefined) query = query.where('id', '!=', except);
  return Number((await query.executeTakeFirst()).numDeletedRows);
}

/** Sessions that ended by themselves are taken away with the next one that begins. */
export async function deleteExpiredSessions(
  db: AnyDb,
  { now, idleSince }: { now: number; idleSince: number },
): Promise<void> {
  await identityDb(db)
    .deleteFrom('user_session')
    .where((eb) => eb.or([eb('expires_at', '<=', now), eb('last_seen_at', '<=', idleSince)]))
    .execute();
}

export async function insertToken(db: AnyDb, token: IdentityTables['api_token']): Promise<void> {
  await identityDb(db).insertInto('api_token').values(token).execute();
}

export async function deleteTokens(db: AnyDb, userId: string, { only }: { only?: string } = {}): Promise<number> {
  let query = identityDb(db).deleteFrom('api_token').where('user_id', '=', userId);
  if (only !== undefined) query = query.where('id', '=', only);
  return Number((await query.executeTakeFirst()).numDeletedRows);
}

export async function markSeen(
  db: AnyDb,
  { kind, id, now }: { kind: 'session' | 'token'; id: string; now: number },
): Promise<void> {
  await (kind === 'session'
    ? identityDb(db).updateTable('user_session').set({ last_seen_at: now }).where('id', '=', id).execute()
    : identityDb(db).updateTable('api_token').set({ last_used_at: now }).where('id', '=', id).execute());
}

/** One open link of a purpose for a person: a new one replaces the old. */
export async function replaceLink(db: AnyDb, link: IdentityTables['one_time_link']): Promise<void> {
  await deleteLinks(db, link.user_id, link.purpose);
  await identityDb(db).insertInto('one_time_link').values(link).execute();
}

export async function deleteLinks(db: AnyDb, userId: string, purpose?: LinkPurpose): Promise<void> {
  let query = identityDb(db).deleteFrom('one_time_link').where('user_id', '=', userId);
  if (purpose !== undefined) query = query.where('purpose', '=', purpose);
  await query.execute();
}

/** Takes the link away, so that nobody uses it twice. Answers whose it was; null where it cannot be used. */
export async function takeLink(
  db: AnyDb,
  { tokenHash, purpose, now }: { tokenHash: string; purpose: LinkPurpose; now: number },
): Promise<string | null> {
  const taken = await identityDb(db)
    .deleteFrom('one_time_link')
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .returning('user_id')
    .executeTakeFirst();
  return taken?.user_id ?? null;
}

/** In personal mode the owner holds every role without it being written down; a team needs it written down. */
export async function giveEveryRole(db: AnyDb, { userId, now }: { userId: string; now: number }): Promise<void> {
  for (const role of problemRoles) {
    await identityDb(db)
      .insertInto('problem_role')
      .columns(['problem_id', 'user_id', 'role', 'given_at'])
      .expression((eb) =>
        eb
          .selectFrom('problem_access')
          .select([
            'problem_id',
            sql<string>`cast(${userId} as text)`.as('user_id'),
            sql<typeof role>`cast(${role} as text)`.as('role'),
            sql<number>`cast(${now} as bigint)`.as('given_at'),
          ])
          .where('problem_id', 'is not', null),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
