import { sql } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { searchable } from '../../platform/text/searchable.ts';
import { identityErrors } from './errors.ts';

import { type IdentityTables, identityDb, type Mode, type TokenScope } from './tables.ts';

export type Account = IdentityTables['user_account'];
/** An account without its secrets. */
export interface Person extends Pick<Account, 'id' | 'name' | 'email' | 'status' | 'locale' | 'scheme' | 'version'> {
  organisationRole: Account['organisation_role'];
  createdAt: number;
}

/** A session or token that somebody holds, with the person behind it. */
export interface Credential {
  id: string;
  kind: 'session' | 'token';
  scope: TokenScope;
  lastSeenAt: number;
  /** null: never */
  expiresAt: number | null;
  person: Person;
}

const personColumns = [
  'user_account.id',
  'user_account.name',
  'user_account.email',
  'user_account.status',
  'user_account.organisation_role as organisationRole',
  'user_account.locale',
  'user_account.scheme',
  'user_account.created_at as createdAt',
  'user_account.version',
] as const;

export async function findMode(db: AnyDb): Promise<Mode | null> {
  const row = await identityDb(db).selectFrom('installation').select('mode').executeTakeFirst();
  return row?.mode ?? null;
}

export async function findSession(db: AnyDb, tokenHash: string): Promise<Credential | null> {
  const row = await identityDb(db)
    .selectFrom('user_session')
    .innerJoin('user_account', 'user_account.id', 'user_session.user_id')
    .select(personColumns)
    .select(['user_session.id as credentialId', 'last_seen_at as lastSeenAt', 'expires_at as expiresAt'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  if (!row) return null;
  const { credentialId: id, lastSeenAt, expiresAt, ...person } = row;
  return { id, kind: 'session', scope: 'write', lastSeenAt, expiresAt, person };
}

export async function findToken(db: AnyDb, tokenHash: string): Promise<Credential | null> {
  const row = await identityDb(db)
    .selectFrom('api_token')
    .innerJoin('user_account', 'user_account.id', 'api_token.user_id')
    .select(personColumns)
    .select(['api_token.id as credentialId', 'scope', 'last_used_at as lastUsedAt', 'expires_at as expiresAt'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  if (!row) return null;
  const { credentialId: id, scope, lastUsedAt, expiresAt, ...person } = row;
  return { id, kind: 'token', scope, lastSeenAt: lastUsedAt ?? 0, expiresAt, person };
}

export async function findPerson(db: AnyDb, id: string): Promise<Person | null> {
  const row = await identityDb(db)
    .selectFrom('user_account')
    .select(personColumns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function getPerson(db: AnyDb, id: string): Promise<Person> {
  const person = await findPerson(db, id);
  if (!person) throw identityErrors.userNotFound({ id });
  return person;
}

export async function getAccount(db: AnyDb, id: string): Promise<Account> {
  const account = await identityDb(db).selectFrom('user_account').selectAll().where('id', '=', id).executeTakeFirst();
  if (!account) throw identityErrors.userNotFound({ id });
  return account;
}

export async function findAccountByEmail(db: AnyDb, email: string): Promise<Account | null> {
  const row = await identityDb(db).selectFrom('user_account').selectAll().where('email', '=', email).executeTakeFirst();
  return row ?? null;
}

export async function findAccountBySubject(db: AnyDb, subject: string): Promise<Account | null> {
  const row = await identityDb(db)
    .selectFrom('user_account')
    .selectAll()
    .where('oidc_subject', '=', subject)
    .executeTakeFirst();
  return row ?? null;
}

export interface PeopleAsked {
  q: string | null;
  status: Account['status'] | null;
  limit: number;
  offset: number;
}

export async function listPeople(db: AnyDb, asked: PeopleAsked): Promise<{ people: Person[]; total: number }> {
  let query = identityDb(db).selectFrom('user_account');
  if (asked.status !== null) query = query.where('status', '=', asked.status);
  if (asked.q !== null) {
    const pattern = `%${searchable(asked.q).replace(/[\\%_]/g, String.raw`\$&`)}%`;
    query = query.where(sql<boolean>`name_key like ${pattern} escape '\\'`);
  }
  const people = await query
    .select(personColumns)
    .orderBy('name')
    .orderBy('id')
    .limit(asked.limit)
    .offset(asked.offset)
    .execute();
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { people, total: total };
}

/** What stands where the name of an erased person stood. */
const erasedNames: Record<Locale, string> = { en: 'Erased person', nl: 'Gewist persoon' };

/** Names by id, for texts that say who did something; an id that is not known is absent. */
export async function listNames(
  db: AnyDb,
  ids: readonly string[],
  locale: Locale = 'en',
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await identityDb(db)
    .selectFrom('user_account')
    .select(['id', 'name', 'status'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, name, status }) => [id, status === 'erased' ? erasedNames[locale] : name]));
}

interface OpenSession {
  id: string;
  userAgent: string;
  createdAt: number;
  lastSeenAt: number;
  expiresAt: number;
}

export function listSessions(db: AnyDb, userId: string): Promise<OpenSession[]> {
  return identityDb(db)
    .selectFrom('user_session')
    .select(['id', 'user_agent as userAgent', 'created_at as createdAt'])
    .select(['last_seen_at as lastSeenAt', 'expires_at as expiresAt'])
    .where('user_id', '=', userId)
    .orderBy('last_seen_at', 'desc')
    .execute();
}

interface Token {
  id: string;
  name: string;
  scope: TokenScope;
  createdAt: number;
  lastUsedAt: number | null;
  expiresAt: number | null;
}

export function listTokens(db: AnyDb, userId: string): Promise<Token[]> {
  return identityDb(db)
    .selectFrom('api_token')
    .select(['id', 'name', 'scope', 'created_at as createdAt'])
    .select(['last_used_at as lastUsedAt', 'expires_at as expiresAt'])
    .where('user_id', '=', userId)
    .orderBy('created_at', 'desc')
    .execute();
}

export async function findLink(db: AnyDb, tokenHash: string): Promise<IdentityTables['one_time_link'] | null> {
  const row = await identityDb(db)
    .selectFrom('one_time_link')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row ?? null;
}

/** Administrators who can sign in. The owner of personal mode has nothing to sign in with. */
export async function countAdministrators(db: AnyDb, { except }: { except?: string } = {}): Promise<number> {
  let query = identityDb(db)
    .selectFrom('user_account')
    .where('status', '=', 'active')
    .where('organisation_role', '=', 'admin')
    .where((eb) => eb.or([eb('password_hash', 'is not', null), eb('oidc_subject', 'is not', null)]));
  if (except !== undefined) query = query.where('id', '!=', except);
  const { count } = await query.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  return count;
}
