import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestPeil, type TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { eventsOf, inTeamMode, type TeamPeil, testPassword, type TestPerson } from '../../../test/kit/people.ts';
import { change } from '../../platform/context/change.ts';
import { makeContext, systemActor } from '../../platform/context/context.ts';
import { offerFirstAdministrator } from './become-first-administrator.ts';
import { hashPassword } from './passwords.ts';
import { insertAccount, updateAccount } from './store.ts';

const hourMs = 3_600_000;
const ada = { name: 'Ada', email: 'ada@peil.example', password: 'the tide is at NAP zero' };

const claimed = { email: ada.email, password: ada.password };

const secretOf = (link: string | undefined) => link?.split('#')[1] ?? '';
const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers['set-cookie']).split(';')[0] ?? '';

async function claim(peil: TestPeil) {
  const offered = await offerFirstAdministrator(peil.services, 'http://localhost/');
  const answer = await peil.app.inject({
    method: 'POST',
    url: '/api/installation/first-administrator',
    payload: { ...ada, secret: secretOf(offered?.link) },
  });
  return { offered, answer, cookie: cookieOf(answer) };
}

const signInWith = (peil: TestPeil, payload: object, headers: Record<string, string> = {}) =>
  peil.app.inject({ method: 'POST', url: '/api/session', payload, headers });
const meWith = (peil: TestPeil, cookie: string) => peil.app.inject({ url: '/api/me', headers: { cookie } });

describeEachDatabase('the first administrator', (kit) => {
  let peil: TestPeil;
  let happened: () => string[];
  beforeEach(async () => {
    peil = await kit.openPeil({ team: true });
    happened = eventsOf(peil);
  });
  afterEach(() => peil.close());

  test('PF2 the first administrator comes by the one-time link from the terminal, once', async () => {
    const before = await peil.app.inject({ url: '/api/session' });
    expect(before.json()).toMatchObject({ mode: 'team', me: null, needsFirstAdministrator: true });
    const { offered, answer, cookie } = await claim(peil);
    expect(offered?.link).toMatch(/^http:\/\/localhost\/welcome#[\w-]{43}$/);
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({ id: 'owner', name: 'Ada', email: ada.email, organisationRole: 'admin' });
    expect(happened()).toEqual(['installation.link_offered', 'installation.team_opened', 'session.started']);
    expect((await meWith(peil, cookie)).statusCode).toBe(200);
    const payload = { ...ada, secret: secretOf(offered?.link) };
    const again = await peil.app.inject({ method: 'POST', url: '/api/installation/first-administrator', payload });
    expect([again.statusCode, again.json().error.code]).toEqual([404, 'identity.link_unusable']);
    expect(await offerFirstAdministrator(peil.services, 'http://localhost/')).toBeNull();
    expect(happened()).toEqual([]);
  });

  test('PF2 the first administrator cannot take the address of a colleague who joined before', async () => {
    const ctx = makeContext(peil.services, { actor: systemActor, requestId: 'test' });
    await change(ctx, async (tx) => {
      const colleague = { id: 'colleague', name: 'Dee', status: 'active', organisation_role: 'member' } as const;
      await insertAccount(tx.db, { ...colleague, email: ada.email, created_at: tx.now });
      tx.record({ type: 'user.joined', subject: { kind: 'user', id: 'colleague' }, problemId: null });
    });
    const { offered, answer } = await claim(peil);
    expect([answer.statusCode, answer.json().error.code]).toEqual([409, 'identity.email_taken']);
    const payload = { ...ada, email: 'other@peil.example', secret: secretOf(offered?.link) };
    const url = '/api/installation/first-administrator';
    expect((await peil.app.inject({ method: 'POST', url, payload })).statusCode).toBe(201);
  });

  test('PF2 the link of an earlier start, and one that is too old, no longer work', async () => {
    const first = await offerFirstAdministrator(peil.services, 'http://localhost/');
    const second = await offerFirstAdministrator(peil.services, 'http://localhost/');
    const look = (link: string | undefined) =>
      peil.app.inject({ method: 'POST', url: '/api/one-time-links/look', payload: { secret: secretOf(link) } });
    expect((await look(first?.link)).statusCode).toBe(404);
    expect((await look(second?.link)).json()).toMatchObject({ purpose: 'first_administrator', email: null });
    peil.clock.advance(24 * hourMs);
    expect((await look(second?.link)).statusCode).toBe(404);
  });
});

/** Everybody here has a password that is hashed at the least cost: claiming for every test would hash it as it should be. */
describeEachDatabase('signing in', (kit) => {
  let peil: TeamPeil;
  let person: TestPerson;
  let known: { email: string; password: string };
  let happened: () => string[];
  beforeAll(async () => {
    peil = await inTeamMode({}, kit.openPeil);
    happened = eventsOf(peil);
  });
  afterAll(() => peil.close());
  beforeEach(async () => {
    person = await peil.signIn('Ada');
    known = { email: `ada.${person.id}@peil.example`, password: testPassword };
    happened();
  });

  test('PF2 sign-in by e-mail in any case, with a new secret each time; the old session of the browser ends', async () => {
    const { cookie: first } = person;
    const answer = await signInWith(peil, { ...known, email: known.email.toUpperCase() }, { cookie: first });
    expect(answer.statusCode).toBe(201);
    expect(happened()).toEqual(['session.ended', 'session.started']);
    const second = cookieOf(answer);
    expect(second).not.toBe(first);
    expect((await meWith(peil, first)).statusCode).toBe(401);
    expect((await meWith(peil, second)).statusCode).toBe(200);
    expect(String(answer.headers['set-cookie'])).toMatch(/; Path=\/; Max-Age=1209600; HttpOnly; SameSite=Lax$/);
  });

  test('PF2 a wrong password, an unknown address and no password get one and the same answer and write', async () => {
    for (const given of [
      { ...known, password: 'the tide is at NAP one' },
      { ...known, email: 'nobody@peil.example' },
    ]) {
      const answer = await signInWith(peil, given);
      expect([answer.statusCode, answer.json().error.code]).toEqual([401, 'identity.wrong_sign_in']);
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(happened()).toEqual(['session.refused']);
    }
    for (const wrong of [{ email: 'no address', password: 'x' }, { email: known.email }, {}])
      expect((await signInWith(peil, wrong)).statusCode).toBe(400);
    expect(happened()).toEqual([]);
  });

  test('PF2 signing out ends the session at once and clears the cookie', async () => {
    const { cookie } = person;
    const answer = await peil.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } });
    expect(answer.statusCode).toBe(204);
    expect(String(answer.headers['set-cookie'])).toContain('Max-Age=0');
    expect(happened()).toEqual(['session.ended']);
    expect((await meWith(peil, cookie)).statusCode).toBe(401);
  });

  test('PF2 a session ends unused after a day, and used after fourteen', async () => {
    const { cookie } = person;
    peil.clock.advance(23 * hourMs);
    expect((await meWith(peil, cookie)).statusCode).toBe(200);
    peil.clock.advance(24 * hourMs);
    expect((await meWith(peil, cookie)).statusCode).toBe(401);
    const used = cookieOf(await signInWith(peil, known));
    for (let hours = 0; hours < 14 * 24 - 12; hours += 12) {
      expect((await meWith(peil, used)).statusCode).toBe(200);
      peil.clock.advance(12 * hourMs);
    }
    peil.clock.advance(12 * hourMs);
    expect((await meWith(peil, used)).statusCode).toBe(401);
  });

  test('PF2 a person sees their sessions and ends one or all others', async () => {
    const { cookie } = person;
    const others = [cookieOf(await signInWith(peil, known)), cookieOf(await signInWith(peil, known))];
    const ask = (method: 'GET' | 'DELETE', url: string) => peil.app.inject({ method, url, headers: { cookie } });
    const { sessions } = (await ask('GET', '/api/me/sessions')).json();
    expect(sessions).toHaveLength(3);
    happened();
    const other = sessions.find((each: { isThisOne: boolean }) => !each.isThisOne);
    expect((await ask('DELETE', `/api/me/sessions/${other.id}`)).statusCode).toBe(204);
    expect((await ask('DELETE', `/api/me/sessions/${other.id}`)).statusCode).toBe(404);
    expect((await ask('DELETE', '/api/me/sessions')).json()).toEqual({ ended: 1 });
    expect(happened()).toEqual(['session.ended', 'session.others_ended']);
    for (const ended of others) expect((await meWith(peil, ended)).statusCode).toBe(401);
    expect((await meWith(peil, cookie)).statusCode).toBe(200);
  });

  test('PF2 changing the password needs the current one and signs out elsewhere', async () => {
    const { cookie } = person;
    const elsewhere = cookieOf(await signInWith(peil, known));
    happened();
    const changeTo = (current: string, next: string) =>
      peil.app.inject({ method: 'POST', url: '/api/me/password', headers: { cookie }, payload: { current, next } });
    const next = 'high water at Den Helder';
    expect((await changeTo('not the password', next)).json().error.code).toBe('identity.wrong_password');
    expect((await changeTo(testPassword, known.email)).json().error.code).toBe('identity.guessable_password');
    expect((await changeTo(testPassword, 'short')).statusCode).toBe(400);
    expect(happened()).toEqual([]);
    expect((await changeTo(testPassword, next)).statusCode).toBe(204);
    expect(happened()).toEqual(['user.password_changed']);
    expect((await meWith(peil, cookie)).statusCode).toBe(200);
    expect((await meWith(peil, elsewhere)).statusCode).toBe(401);
    expect((await signInWith(peil, known)).statusCode).toBe(401);
    expect((await signInWith(peil, { ...known, password: next })).statusCode).toBe(201);
  });

  test('PF2 a password that is replaced while it is looked at opens nothing', async () => {
    const ctx = makeContext(peil.services, { actor: systemActor, requestId: 'test' });
    const next = 'high water at Den Helder';
    const password_hash = await hashPassword(next);
    const signing = await change(ctx, async (tx) => {
      await updateAccount(tx.db, person.id, { password_hash });
      const answer = Promise.resolve(signInWith(peil, known));
      // Longer than the sign-in itself looks at the password, so that it has judged the old one.
      await hashPassword(next);
      tx.record({ type: 'user.password_changed', subject: { kind: 'user', id: person.id }, problemId: null });
      return { answer };
    });
    expect((await signing.answer).json()).toMatchObject({ error: { code: 'identity.wrong_sign_in' } });
    expect((await signInWith(peil, { ...known, password: next })).statusCode).toBe(201);
  });
});

describe('guessing', () => {
  test('PF2 guesses at one account are refused after ten, from wherever they come, and say when to return', async () => {
    const peil = await inTeamMode();
    const { id } = await peil.signIn('Ada');
    const known = { email: `ada.${id}@peil.example`, password: testPassword };
    const guess = (address: string) =>
      peil.app.inject({
        method: 'POST',
        url: '/api/session',
        remoteAddress: address,
        payload: { ...known, password: 'a guess that is wrong' },
      });
    const guesses = await Promise.all(Array.from({ length: 12 }, (_, index) => guess(`10.0.0.${index}`)));
    const statuses = guesses.map((answer) => answer.statusCode).sort((a, b) => a - b);
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);
    const refused = await guess('10.0.1.1');
    expect(refused.json().error).toMatchObject({ code: 'request.too_many', params: { retryAfter_s: 900 } });
    expect(refused.headers['retry-after']).toBe('900');
    expect((await signInWith(peil, known)).statusCode).toBe(429);
    peil.clock.advance(15 * 60_000);
    expect((await signInWith(peil, known)).statusCode).toBe(201);
    await peil.close();
  });

  test('PF2 one address that tries many accounts or links is refused after fifty', async () => {
    const peil = await openTestPeil({ team: true });
    const look = () =>
      peil.app.inject({ method: 'POST', url: '/api/one-time-links/look', payload: { secret: 'guessed' } });
    for (let guesses = 0; guesses < 50; guesses += 1) expect((await look()).statusCode).toBe(404);
    expect((await look()).statusCode).toBe(429);
    expect((await signInWith(peil, claimed)).statusCode).toBe(429);
    await peil.close();
  });

  test('PF2 people who sign in from one office are no guessers, however many they are', async () => {
    const peil = await openTestPeil({ team: true });
    const { offered } = await claim(peil);
    const look = (secret: string) =>
      peil.app.inject({ method: 'POST', url: '/api/one-time-links/look', payload: { secret } });
    expect((await look(secretOf(offered?.link))).statusCode).toBe(404);
    for (let guesses = 0; guesses < 48; guesses += 1) await look('guessed');
    for (let people = 0; people < 3; people += 1) expect((await signInWith(peil, claimed)).statusCode).toBe(201);
    expect((await look('guessed')).statusCode).toBe(404);
    expect((await look('guessed')).statusCode).toBe(429);
    await peil.close();
  });
});
