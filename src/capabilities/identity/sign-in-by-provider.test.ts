import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil } from '../../../test/kit/people.ts';
import { change } from '../../platform/context/change.ts';
import { makeContext, systemActor } from '../../platform/context/context.ts';
import { findAccountByEmail, getPerson } from './queries.ts';
import { signInByProvider } from './sign-in-by-provider.ts';
import { takeTurn, updateAccount } from './store.ts';

const browser = { address: '10.0.0.1', userAgent: 'test', sessionSecret: null };

describeEachDatabase('signing in by a provider while something else happens', (kit) => {
  let team: TeamPeil;
  beforeAll(async () => {
    team = await inTeamMode({ oidcJoinDomains: ['joins.example'] }, kit.openPeil);
  });
  afterAll(() => team.close());

  const nobody = () => makeContext(team.services, { actor: systemActor, requestId: 'test' });
  const signIn = (email: string, name: string | null = null) =>
    signInByProvider(nobody(), { subject: `provider ${email}`, verifiedEmail: email, name }, browser);

  test('PF2 who is deactivated while they sign in stays out', async () => {
    const payload = { email: 'leaver@peil.example' };
    const answer = await team.admin.inject({ method: 'POST', url: '/api/users/invitations', payload });
    const { userId } = answer.json();
    const signing = await change(nobody(), async (tx) => {
      await takeTurn(tx.db);
      await updateAccount(tx.db, userId, { status: 'inactive' });
      const outcome = signIn(payload.email).catch((error: unknown) => error);
      // As many reads as the sign-in might do, so that it has looked at the account as it was.
      for (let reads = 0; reads < 5; reads += 1) await findAccountByEmail(team.services.database.reader, payload.email);
      tx.record({ type: 'user.deactivated', subject: { kind: 'user', id: userId }, problemId: null });
      return { outcome };
    });
    expect(await signing.outcome).toMatchObject({ code: 'identity.not_invited' });
    expect(await getPerson(team.services.database.reader, userId)).toMatchObject({ status: 'inactive' });
  });

  test('PF2 somebody of a domain that may join comes in by two tabs at once, as one member', async () => {
    const [one, two] = await Promise.all([signIn('dee@joins.example'), signIn('dee@joins.example')]);
    expect(one.userId).toBe(two.userId);
    expect(await getPerson(team.services.database.reader, one.userId)).toMatchObject({ name: 'dee' });
  });

  test('PF2 who comes by a provider is on record as the one who joined', async () => {
    const acted: string[] = [];
    const end = team.services.events.afterCommit((events) => acted.push(...events.map(({ actorId }) => actorId)));
    const { userId } = await signIn('eve@joins.example', 'Eve');
    end();
    expect(acted).toEqual([userId, userId]);
  });
});
