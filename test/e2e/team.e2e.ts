import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { offerFirstAdministrator } from '../../src/capabilities/identity/become-first-administrator.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { complaintsOf, pageProblems } from '../kit/page-problems.ts';

const sanne = { name: 'Sanne de Vries', email: 'sanne@peil.example', password: 'the tide is never late' };
const joris = { name: 'Joris Bakker', email: 'joris@peil.example', password: 'a crane stands in the rain' };

/** One story, told in order: each part begins where the one before ended. */
describeWithChromium('PF2 a team, from the first link to a leaver', () => {
  let peil: TestPeil & { address: string };
  let browser: Browser;
  let administrator: Page;
  let member: Page;
  const complaints: string[] = [];
  let token = '';

  beforeAll(async () => {
    if (!existsSync('dist/web/index.html')) throw new Error('The page is not built: run npm run build first.');
    peil = await openListeningPeil({ team: true });
    browser = await launchChromium();
    administrator = await openPage();
    member = await openPage();
  });
  afterAll(async () => {
    await browser.close();
    await peil.close();
  });

  async function openPage(): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
    const page = await context.newPage();
    // A wrong password, an ended session and a link used twice are part of the story.
    const heard = complaintsOf(page, [401, 404]);
    page.on('close', () => complaints.push(...heard));
    return page;
  }

  const at = (path: string) => `${peil.address}${path}`;
  const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const fill = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);

  async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
    await fill(page, 'E-mail address', email);
    await fill(page, 'Password', password);
    await press(page, 'Sign in');
  }

  test('PF2 nobody can sign in yet; the link from the terminal makes the first administrator', async () => {
    const page = administrator;
    await page.goto(at('/people'));
    await heading(page, 'Nobody can sign in yet');
    const offered = await offerFirstAdministrator(peil.services, `${peil.address}/`);
    await page.goto(offered!.link);
    await heading(page, 'Become the first administrator');
    await press(page, 'Begin');
    await page.getByRole('link', { name: 'Enter the name.' }).waitFor();
    await fill(page, 'Your name', sanne.name);
    await fill(page, 'E-mail address', sanne.email);
    await fill(page, 'Password', sanne.password);
    expect(await pageProblems(page)).toEqual([]);
    await press(page, 'Begin');
    await page.waitForURL(at('/'));
    await page.goto(offered!.link);
    await heading(page, 'This link does not work');
  });

  test('PF2 an invited person joins by the link that was handed over', async () => {
    await administrator.goto(at('/people'));
    await administrator.getByRole('link', { name: 'Invite somebody' }).click();
    await fill(administrator, 'E-mail address', joris.email);
    await fill(administrator, 'Name (optional)', joris.name);
    await press(administrator, 'Make the link');
    await heading(administrator, `Hand this link to ${joris.name}`);
    expect(await pageProblems(administrator)).toEqual([]);
    const link = await administrator.getByLabel(`Invitation for ${joris.name}`).inputValue();

    await member.goto(link);
    await heading(member, 'Join Peil');
    expect(await member.getByLabel('Your name').inputValue()).toBe(joris.name);
    await fill(member, 'Password', joris.password);
    await press(member, 'Join');
    await member.waitForURL(at('/'));
  });

  test('PF2 who signs in is back at the page that was asked for', async () => {
    await member.getByRole('button', { name: 'You and the settings' }).click();
    await member.getByRole('menuitem', { name: 'Sign out' }).click();
    await heading(member, 'Sign in');
    await member.goto(at('/tokens/new'));
    await heading(member, 'Sign in');
    await signIn(member, { ...joris, password: 'not this one' });
    await member.getByRole('alert').getByText('do not belong together').waitFor();
    expect(await pageProblems(member)).toEqual([]);
    await fill(member, 'Password', joris.password);
    await press(member, 'Sign in');
    await heading(member, 'New token');
    expect(new URL(member.url()).pathname).toBe('/tokens/new');
  });

  test('PF2 a token made on the page lets a program in, and says when it was used', async () => {
    await fill(member, 'What it is for', 'nightly training');
    await press(member, 'Make the token');
    await heading(member, 'Copy the token now');
    token = await member.getByLabel('Token for “nightly training”').inputValue();
    const asked = await fetch(at('/api/me'), { headers: { authorization: `Bearer ${token}` } });
    expect(asked.status).toBe(200);
    expect(await asked.json()).toMatchObject({ name: joris.name, organisationRole: 'member' });
    await member.getByRole('link', { name: 'I have kept it' }).click();
    await heading(member, 'Tokens for programs');
    await member.getByText(/Last used: (?!never)/).waitFor();
    expect(await member.getByText(token).count()).toBe(0);
  });

  test('PF2 a role is given on the page of the problem, and taken back with undo', async () => {
    const title = 'Crews are planned too late';
    await administrator.goto(at('/problems/new'));
    await administrator.getByLabel('The problem in one line').fill(title);
    await press(administrator, 'Begin');
    await heading(administrator, title);
    await press(administrator, 'Team');
    await administrator.getByLabel('Person', { exact: true }).selectOption({ label: joris.name });
    await administrator.getByLabel('Role', { exact: true }).selectOption({ label: 'data scientist' });
    await press(administrator, 'Give the role');
    const take = `Take the role data scientist from ${joris.name}`;
    await press(administrator, take);
    await administrator.getByRole('button', { name: take }).waitFor({ state: 'detached' });
    await press(administrator, 'Undo');
    await administrator.getByRole('button', { name: take }).waitFor();
    expect(await pageProblems(administrator)).toEqual([]);
  });

  test('PF2 a member is told whom to ask where only administrators see something', async () => {
    await member.goto(at('/people'));
    await heading(member, 'This is not yours to see');
    await member.getByText(`Ask ${sanne.name}`).waitFor();
  });

  test('PF2 a member whose account is closed is out, at once and everywhere', async () => {
    await member.goto(at('/tokens'));
    await member.getByText('nightly training').first().waitFor();
    await administrator.goto(at('/people'));
    await press(administrator, `Change ${joris.name}`);
    await administrator.getByRole('menuitem', { name: 'Close the account' }).click();
    await press(administrator, 'Close the account');
    await administrator.getByText(`The account of ${joris.name} is closed.`).waitFor();

    const asked = await fetch(at('/api/me'), { headers: { authorization: `Bearer ${token}` } });
    expect(asked.status).toBe(401);
    // The page hears of it by itself.
    await member.getByRole('dialog', { name: 'Sign in again' }).waitFor();
    await signIn(member, joris);
    await member.getByRole('alert').getByText('do not belong together').waitFor();
    await member.reload();
    await heading(member, 'Sign in');
  });

  test('RM3 the audit trail tells the story in sentences, and can be narrowed down', async () => {
    const page = administrator;
    await page.goto(at('/audit'));
    await heading(page, 'Audit trail');
    await page.getByText(`${sanne.name} closed the account of ${joris.name}.`).waitFor();
    await page.getByText(`${joris.name} made a token.`).waitFor();
    expect(await pageProblems(page)).toEqual([]);
    await page.getByLabel('What happened', { exact: true }).selectOption('user.invited');
    await page.getByText(`${joris.name} made a token.`).waitFor({ state: 'detached' });
    await page.getByText(`${sanne.name} invited ${joris.name}.`).waitFor();
    expect(new URL(page.url()).searchParams.get('type')).toBe('user.invited');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download the whole trail' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^audit-.*\.jsonl$/);
  });

  test('PF2 an address is tried on the API page as the person who is signed in', async () => {
    const page = administrator;
    await page.goto(at('/api-explorer'));
    await page.getByLabel('Find an address').fill('who you are');
    await page.keyboard.press('Enter');
    await press(page, 'Send');
    await page.getByText('200 done').waitFor();
    expect(await page.getByLabel('Body of the answer').inputValue()).toContain(sanne.email);
    expect(await page.getByLabel('The same in a terminal').inputValue()).toContain('Bearer $PEIL_TOKEN');
    expect(await pageProblems(page)).toEqual([]);
  });

  test('PF2 none of these pages had anything to complain of', async () => {
    await administrator.close();
    await member.close();
    expect(complaints).toEqual([]);
  });
});
