import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { webhookTexts } from '../../src/capabilities/webhooks/web/texts.ts';
import { kitTexts } from '../../src/web/kit/texts.ts';
import { settingsTexts } from '../../src/web/app/settings/settings-texts.ts';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { inTeamMode, type TeamPeil } from '../kit/people.ts';
import { openReceiver, type Received, type Receiver } from '../kit/receiver.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';
import { walkedIn } from '../kit/walked-in.ts';

type IsFromPeil = (headers: Received['headers'], body: string, secret: string) => boolean;

/** The check as the page offers it, as a receiver would run it. */
async function checkOnPage(code: string): Promise<IsFromPeil> {
  const folder = await mkdtemp(join(tmpdir(), 'peil-receiver-'));
  const file = join(folder, 'check.mjs');
  await writeFile(file, code);
  const { isFromPeil } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { isFromPeil: IsFromPeil };
  await rm(folder, { recursive: true });
  return isFromPeil;
}

describeWithChromium('PF2 webhooks on the page', () => {
  let peil: TestPeil & { address: string };
  let team: TeamPeil;
  let browser: Browser;
  let receiver: Receiver;
  beforeAll(async () => {
    demandBuiltPage();
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    receiver = await openReceiver();
    peil = await openListeningPeil({ webhookHosts: ['127.0.0.1'] }, async (given) => (team = await inTeamMode(given)));
  });
  afterEach(async () => {
    await peil.close();
    await receiver.close();
  });

  test.each(
    walkedIn('en', [
      { language: 'en', width: 1280 },
      { language: 'nl', width: 390 },
    ] as const),
  )(
    'PF2 an administrator adds a webhook, tries it, checks its signature and sends again ($language)',
    async ({ language, width }) => {
      const t = webhookTexts[language];
      const places = settingsTexts[language];
      const { cookie } = team.admin;
      const { page, look, complaints, leave } = await openVisit(browser, peil.address, {
        language,
        width,
        cookie,
        expected: [422],
      });
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      const row = () => page.getByRole('row').nth(1);

      await page.keyboard.press('g');
      await page.keyboard.press('s');
      await page.getByRole('heading', { level: 1, name: places.title }).waitFor();
      await look('settings');
      await page.locator('main').getByRole('link', { name: places.webhooks.name }).click();
      await page.getByText(t.empty).waitFor();
      await page.getByRole('link', { name: t.add }).click();
      await button(t.form.create).click();
      await page.getByRole('link', { name: t.form.nameMissing }).waitFor();
      await page.getByLabel(t.form.name, { exact: true }).fill('Board');
      await page.getByLabel(t.form.url, { exact: true }).fill('http://somewhere.example/x');
      await button(t.form.create).click();
      await page.getByRole('alert').getByText('http://somewhere.example/x').waitFor();
      await page.getByLabel(t.form.url, { exact: true }).fill(receiver.url);
      await page.getByRole('radio', { name: t.form.only }).click();
      await page.getByLabel(t.form.find).fill('decision.rec');
      await page.getByRole('checkbox', { name: /decision|besluit/ }).check();
      await look('new webhook');
      await button(t.form.create).click();
      const secret = await page.getByLabel(t.secret.label({ name: 'Board' })).inputValue();
      await look('the secret');
      await page.getByRole('link', { name: t.secret.done }).click();

      await page.getByText(t.deliveries.none).waitFor();
      await button(t.test).click();
      await page.getByText(t.deliveries.now).waitFor();
      await peil.services.jobs.runDue();
      await row().getByText(t.deliveries.states.delivered, { exact: true }).waitFor();
      await row()
        .getByText(t.deliveries.status({ status: 204 }))
        .waitFor();
      await look('a delivery');
      const [first] = receiver.received as [Received];
      expect(first.event.type).toBe('peil.webhook.tested');
      const isFromPeil = await checkOnPage(await page.getByLabel(t.signature.example).inputValue());
      const clock = vi.spyOn(Date, 'now').mockReturnValue(peil.clock.now());
      expect(isFromPeil(first.headers, first.body, secret)).toBe(true);
      expect(isFromPeil(first.headers, first.body.replace('1.0', '1.1'), secret)).toBe(false);
      clock.mockReturnValue(peil.clock.now() + 3_600_000);
      expect(isFromPeil(first.headers, first.body, secret)).toBe(false);
      clock.mockRestore();

      receiver.answer(500, 'The board is being painted.');
      await row().getByRole('button', { name: t.deliveries.again }).click();
      await page.getByText(t.deliveries.sentAgain).waitFor();
      await peil.services.jobs.runDue();
      await row().getByText('The board is being painted.').waitFor();
      await row().getByText(t.deliveries.states.waiting, { exact: true }).waitFor();
      receiver.answer(204);
      peil.clock.advance(10_000);
      await peil.services.jobs.runDue();
      await row().getByText(t.deliveries.states.delivered, { exact: true }).waitFor({ timeout: 30_000 });
      expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);

      await button(t.secret.rotate).click();
      const other = await page.getByLabel(t.secret.label({ name: 'Board' })).inputValue();
      expect(other).not.toBe(secret);
      await look('another secret');
      await button(t.secret.done).click();
      await button(t.switchOff).click();
      await page.getByText(t.offNote).waitFor();
      await look('switched off');
      await button(t.remove).click();
      await page.getByRole('dialog').getByRole('button', { name: t.remove, exact: true }).click();
      await page.getByText(t.empty).waitFor();
      expect(complaints).toEqual([]);
      await leave();
    },
    180_000,
  );

  test('PF2 a member finds their own settings, and is told whom to ask for the rest', async () => {
    const { cookie } = await team.signIn('Joris');
    const { page, look, complaints, leave } = await openVisit(browser, peil.address, { to: '/settings', cookie });
    const t = settingsTexts.en;
    await page.getByRole('link', { name: t.tokens.name }).waitFor();
    expect(await page.getByRole('link', { name: t.webhooks.name }).count()).toBe(0);
    await page.goto(`${peil.address}/settings/webhooks`);
    await page.getByRole('heading', { level: 1, name: kitTexts.en.noPermissionTitle }).waitFor();
    await page.getByText('Ask Admin').waitFor();
    await look('no permission');
    expect(complaints).toEqual([]);
    await leave();
  });
});
