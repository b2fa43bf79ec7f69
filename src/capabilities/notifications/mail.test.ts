import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type Mailbox, openMailbox, openSmtpServer } from '../../../test/kit/mailbox.ts';
import { inTeamMode, type TeamPeil } from '../../../test/kit/people.ts';
import { type Talker, talkingOn } from '../../../test/kit/talking.ts';
import { slice } from '../../platform/db/database.ts';
import type { JobTables } from '../../platform/jobs/tables.ts';

const anchor = { kind: 'opportunity', id: 'x', field: 'cost' };
const minute = 60_000;
const smtp = { smtpHost: 'mail.invalid', smtpFrom: 'Peil <peil@peil.example>', publicUrl: 'https://peil.example/' };

describeEachDatabase('notifications by mail', (kit) => {
  let team: TeamPeil;
  let mailbox: Mailbox;
  let path: string;
  let eva: Talker;
  let daan: Talker;
  const open = async (overrides: object) => {
    team = await inTeamMode(overrides, kit.openPeil);
    mailbox = await openMailbox(team.services);
    const talk = await talkingOn(team, { eva: ['sme'], daan: ['data_scientist'] });
    ({ path } = talk);
    ({ eva, daan } = talk.people);
  };
  /** What came with the roles goes out, and is forgotten. */
  const start = async () => {
    await open(smtp);
    await pass(30);
    return (await mailbox.read()).length;
  };
  const pass = async (minutes: number) => {
    team.clock.advance(minutes * minute);
    await team.services.jobs.runDue();
  };
  const mention = (text: string) => eva.send(`POST ${path}/threads`, { anchor, text: `@[${daan.id}] ${text}` });
  const inbox = async (from: number) => (await mailbox.read()).slice(from);
  let before: number;
  beforeEach(async () => {
    before = await start();
  });
  afterEach(async () => {
    await mailbox.remove();
    await team.close();
  });

  test('PF2 a digest goes out after ten minutes without news, once, with links and without anybody’s text', async () => {
    await mention('first thing');
    await pass(6);
    await mention('second thing');
    await pass(6);
    expect(await inbox(before)).toEqual([]);
    await pass(6);
    const [mail, ...more] = await inbox(before);
    expect(more).toEqual([]);
    expect(mail?.to.name).toBe('daan');
    expect(mail?.subject).toBe('Peil: 2 things for you');
    expect(mail?.text).toContain('Machines that stop at night\n- eva mentioned you\n- eva mentioned you');
    expect(mail?.text).toMatch(/https:\/\/peil\.example\/problems\/[\w-]+/);
    expect(mail?.text).not.toContain('thing\n');
    await pass(60);
    expect(await inbox(before)).toHaveLength(1);
  });

  test('RM3 that somebody may sign everywhere on one’s behalf leads to their account', async () => {
    await eva.send('POST /api/me/delegations', { toUserId: daan.id, until: '2030-01-01', reason: 'A long journey' });
    await pass(20);
    const [mail] = await inbox(before);
    expect(mail?.to.name).toBe('daan');
    expect(mail?.text).toContain(
      'In every problem\n- eva lets you sign on their behalf\n  https://peil.example/account\n',
    );
    expect(mail?.text).not.toContain('long journey');
  });

  test('PF2 at once, never, and in one’s own language', async () => {
    await daan.send('PATCH /api/me', { locale: 'nl' });
    const chosen = await daan.send('PUT /api/notifications/mail', { choice: 'at_once' });
    expect(chosen).toMatchObject({ body: { choice: 'at_once', isConfigured: true, hasAddress: true } });
    expect(chosen.events).toEqual(['notifications.mail_chosen']);
    await mention('look');
    await pass(0);
    expect(await inbox(before)).toMatchObject([{ subject: 'Peil: één bericht voor u' }]);
    await mention('look again');
    await pass(0);
    expect(await inbox(before)).toHaveLength(2);
    await daan.send('PUT /api/notifications/mail', { choice: 'never' });
    await mention('and again');
    await pass(60);
    expect(await inbox(before)).toHaveLength(2);
  });

  test('PF2 what was read in the page is not mailed, nor what may no longer be seen; a private title stays inside', async () => {
    await mention('read this');
    await daan.send('POST /api/notifications/mark-read', {});
    await pass(20);
    expect(await inbox(before)).toEqual([]);
    const hidden = await talkingOn(
      team,
      { els: ['sme', 'sponsor'], rob: ['stakeholder'], tim: ['stakeholder'] },
      { isPrivate: true },
    );
    const { els, rob, tim } = hidden.people;
    await els.send(`POST ${hidden.path}/threads`, { anchor, text: `@[${rob.id}] @[${tim.id}]` });
    await els.send(`DELETE /api/problems/${hidden.problemId}/people/${rob.id}/roles/stakeholder`);
    await pass(20);
    const mails = await inbox(before);
    const told = mails.map(({ to }) => to.name);
    expect(told).toContain('tim');
    expect(told).not.toContain('rob');
    for (const { text } of mails) expect(text).not.toContain('Machines that stop');
    expect(mails.find(({ to }) => to.name === 'tim')?.text).toContain('A private problem');
  });

  test('PF2 a server that is down is tried again, and nothing is lost', async () => {
    mailbox.refuse('connect ECONNREFUSED');
    await mention('keep this');
    await pass(11);
    expect(await inbox(before)).toEqual([]);
    mailbox.refuse(null);
    await pass(5);
    expect(await inbox(before)).toMatchObject([{ subject: 'Peil: one thing for you' }]);
  });
});

describeEachDatabase('mail server', (kit) => {
  test('PF2 without configuration no mail is planned, and the page can say so', async () => {
    const team = await inTeamMode({}, kit.openPeil);
    const { people, path } = await talkingOn(team, { eva: ['sme'], daan: ['data_scientist'] });
    await people.eva.send(`POST ${path}/threads`, { anchor, text: `@[${people.daan.id}]` });
    expect((await people.daan.send('GET /api/notifications/mail')).body).toMatchObject({ isConfigured: false });
    const test = await team.admin.inject({ method: 'POST', url: '/api/mail-server/test' });
    expect(test.statusCode).toBe(409);
    expect(test.json().error.message).toContain('--smtp-host');
    const jobs = await slice<JobTables>()(team.services.database.reader)
      .selectFrom('job')
      .select('name')
      .where('name', '=', 'notifications.mail')
      .execute();
    expect(jobs).toEqual([]);
    await team.close();
  });

  test('PF2 a real delivery, signed in with the password that is kept among the secrets', async () => {
    const server = await openSmtpServer();
    const config = { smtpHost: '127.0.0.1', smtpPort: server.port, smtpSecurity: 'none' as const };
    const team = await inTeamMode({ ...config, smtpUser: 'peil', smtpFrom: 'peil@peil.example' }, kit.openPeil);
    const ask = (method: 'PUT' | 'POST' | 'GET', url: string, payload?: object) =>
      team.admin.inject({ method, url, ...(payload ? { payload } : {}) });
    expect((await ask('GET', '/api/mail-server')).json()).toMatchObject({ isConfigured: true, password: 'none' });
    const kept = await ask('PUT', '/api/mail-server/password', { password: 'a very secret word' });
    expect(kept.json()).toMatchObject({ password: 'kept', user: 'peil', host: '127.0.0.1' });
    expect(kept.body).not.toContain('a very secret word');
    const sent = await ask('POST', '/api/mail-server/test');
    expect(sent.statusCode, sent.body).toBe(200);
    const said = server.said.join('\n');
    const auth = Buffer.from('\0peil\0a very secret word').toString('base64');
    expect(said).toContain(auth);
    expect(said).toContain('MAIL FROM:<peil@peil.example>');
    expect(said).toContain('Subject: Peil: this mail arrived');
    await ask('PUT', '/api/mail-server/password', { password: null });
    await server.close();
    const refused = await ask('POST', '/api/mail-server/test');
    expect(refused.statusCode).toBe(422);
    await team.close();
  });
});
