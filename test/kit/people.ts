import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { createToken } from '../../src/capabilities/identity/create-token.ts';
import type { OrganisationRole, ProblemRole } from '../../src/capabilities/identity/permissions.ts';
import { ownerId } from '../../src/capabilities/identity/mode.ts';
import { insertRoles, openProblemAccess } from '../../src/capabilities/identity/problem-access.ts';
import { startSession } from '../../src/capabilities/identity/start-session.ts';
import { insertAccount, setTeamMode } from '../../src/capabilities/identity/store.ts';
import type { Config } from '../../src/platform/config/config.ts';
import { change } from '../../src/platform/context/change.ts';
import { type Context, makeContext, type Services, systemActor } from '../../src/platform/context/context.ts';
import { newId } from '../../src/platform/ids.ts';
import { openTestPeil, type TestPeil } from './app.ts';

/** Somebody who has signed in. */
export interface TestPerson {
  id: string;
  /** value of the header `cookie` */
  cookie: string;
  /** an API token with the scope `write`: the value behind `Bearer ` */
  bearer: string;
  /** asks as this person, by the session's cookie */
  inject(options: InjectOptions): Promise<LightMyRequestResponse>;
  /** asks as this person, by the API token */
  injectWithToken(options: InjectOptions): Promise<LightMyRequestResponse>;
  /** a context in which this person acts, for calling operations directly */
  context(): Context;
}

export interface PersonWanted {
  organisationRole?: OrganisationRole;
  /** by problem id; the problem must exist, see `giveRoles` for later */
  problemRoles?: Readonly<Record<string, readonly ProblemRole[]>>;
}

export interface TeamPeil extends TestPeil {
  /** the first administrator */
  admin: TestPerson;
  signIn(name: string, wanted?: PersonWanted): Promise<TestPerson>;
  giveRoles(person: Pick<TestPerson, 'id'>, problemId: string, roles: readonly ProblemRole[]): Promise<void>;
  /** a problem as identity knows it: who may see it, and no content; the administrator has no role in it */
  openProblem(access?: { private?: boolean }): Promise<string>;
  /** types of the events since the last call, in order */
  happened(): string[];
}

/**
 * A Peil in team mode with an administrator; everybody has the same password, see `testPassword`.
 * @example const team = await inTeamMode({}, kit.openPeil); // on the database of describeEachDatabase
 */
export async function inTeamMode(overrides: Partial<Config> = {}, open = openTestPeil): Promise<TeamPeil> {
  const peil = await open({ team: true, ...overrides });
  const kit = systemContext(peil.services);
  await change(kit, async (tx) => {
    await setTeamMode(tx.db);
    tx.record({ type: 'installation.team_opened', subject: { kind: 'installation', id: 'peil' }, problemId: null });
  });
  const signIn = (name: string, wanted: PersonWanted = {}) => signInPerson(peil, name, wanted);
  const admin = await signIn('Admin', { organisationRole: 'admin' });
  return {
    ...peil,
    admin,
    signIn,
    openProblem: (access = {}) => openProblem(kit, access.private ?? false),
    happened: eventsOf(peil),
    giveRoles: (person, problemId, roles) => giveRoles(kit, person.id, { [problemId]: roles }),
  };
}

function systemContext(services: Services): Context {
  return makeContext(services, { actor: systemActor, requestId: newId() });
}

/** Listens from now on; each call answers what happened since the one before. */
export function eventsOf({ services }: TestPeil): () => string[] {
  const types: string[] = [];
  services.events.afterCommit((events) => types.push(...events.map(({ type }) => type)));
  return () => types.splice(0);
}

async function openProblem(kit: Context, isPrivate: boolean): Promise<string> {
  const problemId = newId();
  await change(kit, (tx) =>
    openProblemAccess(tx, { problemId, private: isPrivate, creatorId: ownerId, creatorRoles: [] }),
  );
  return problemId;
}

/** What everybody here types when a signature asks for it. */
export const testPassword = 'correct horse battery staple';
/** Its hash at the least cost: hashing as it should be done takes its time by design. */
const testPasswordHash = 'scrypt$4$8$1$AAAAAAAAAAAAAAAAAAAAAA$JDF3kHQmpHgCiBsUlWl7Ox7HUI3IK2yGrCvfS7EgU3w';

async function signInPerson(peil: TestPeil, name: string, wanted: PersonWanted): Promise<TestPerson> {
  const { app, services } = peil;
  const kit = systemContext(services);
  const id = newId();
  const session = await change(kit, async (tx) => {
    const email = `${name.toLowerCase().replace(/\W+/g, '.')}.${id}@peil.example`;
    const organisation_role = wanted.organisationRole ?? 'member';
    const account = { id, name, email, status: 'active' as const, organisation_role, created_at: tx.now };
    await insertAccount(tx.db, { ...account, password_hash: testPasswordHash });
    tx.record({ type: 'user.joined', subject: { kind: 'user', id }, problemId: null });
    return startSession(tx, services, { userId: id, userAgent: 'test', by: 'link' });
  });
  await giveRoles(kit, id, wanted.problemRoles ?? {});
  const context = () => {
    const actor = { userId: id, via: 'session' as const, credentialId: session.id };
    return makeContext(services, { actor, requestId: newId() });
  };
  const { token: bearer } = await createToken(context(), { name: 'test', scope: 'write', expiresAt: null });
  const cookie = `peil_session=${session.secret}`;
  const injectWith = (header: Record<string, string>) => (options: InjectOptions) =>
    app.inject({ ...options, headers: { ...header, ...options.headers } });
  const inject = injectWith({ cookie });
  const injectWithToken = injectWith({ authorization: `Bearer ${bearer}` });
  return { id, cookie, bearer, inject, injectWithToken, context };
}

async function giveRoles(
  kit: Context,
  userId: string,
  problemRoles: NonNullable<PersonWanted['problemRoles']>,
): Promise<void> {
  for (const [problemId, roles] of Object.entries(problemRoles)) {
    await change(kit, async (tx) => {
      await insertRoles(tx, { problemId, userId, roles });
      const subject = { kind: 'user', id: userId };
      tx.record({ type: 'problem_access.role_given', subject, problemId, data: { roles } });
    });
  }
}
