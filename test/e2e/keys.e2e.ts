/// <reference lib="dom" />
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../kit/app.ts';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { openListeningPeil } from '../kit/listening.ts';
import { demandBuiltPage, openVisit } from '../kit/visit.ts';

const minutes = 60_000;

describeWithChromium('house the page by keyboard', () => {
  let peil: TestPeil & { address: string };
  let browser: Browser;
  beforeAll(async () => {
    demandBuiltPage();
    peil = await openListeningPeil();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await peil?.close();
  });

  test(
    'house they are switched off and on in their list, stay so in this browser, and do nothing behind a dialog',
    async () => {
      const visit = await openVisit(browser, peil.address);
      const { page } = visit;
      const heading = (name: string) => page.getByRole('heading', { level: 1, name });
      const list = page.getByRole('dialog', { name: 'Keys' });
      const use = list.getByRole('switch', { name: 'Use these keys' });

      await page.keyboard.press('?');
      await list.waitFor();
      await visit.look('the list of keys');
      await page.keyboard.press('g');
      await page.keyboard.press('n');
      await page.keyboard.press('Escape');
      await list.waitFor({ state: 'hidden' });
      expect(await heading('What needs you').count(), 'behind the dialog nothing happened').toBe(1);

      await page.keyboard.press('?');
      await use.click({ force: true });
      await page.keyboard.press('Escape');
      await list.waitFor({ state: 'hidden' });
      await page.reload();
      await heading('What needs you').waitFor();
      await page.keyboard.press('g');
      await page.keyboard.press('n');
      await page.keyboard.press('?');
      expect(await list.count()).toBe(0);
      expect(await heading('What needs you').count(), 'switched off, nothing happened').toBe(1);

      await page.getByRole('button', { name: 'You and the settings' }).click();
      await page.getByRole('menuitem', { name: 'Keys' }).click();
      expect(await use.isChecked()).toBe(false);
      await use.click({ force: true });
      await page.keyboard.press('Escape');
      await list.waitFor({ state: 'hidden' });
      await page.keyboard.press('g');
      await page.keyboard.press('n');
      await heading('What is the problem?').waitFor();
      expect(visit.complaints).toEqual([]);
      await visit.leave();
    },
    2 * minutes,
  );

  test(
    'house the focus has a look where the system forces its colours',
    async () => {
      const context = await browser.newContext({ forcedColors: 'active' });
      const page = await context.newPage();
      await page.goto(`${peil.address}/problems/new`);
      const field = page.getByRole('textbox', { name: 'The problem in one line' });
      const look = (target: Locator) =>
        target.evaluate((element) => {
          const { outlineStyle, outlineColor } = getComputedStyle(element);
          return outlineStyle === 'solid' && outlineColor !== 'rgba(0, 0, 0, 0)';
        });
      await field.focus();
      await expect.poll(() => look(field)).toBe(true);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await look(page.getByRole('button', { name: 'Begin' }))).toBe(true);
      await context.close();
    },
    2 * minutes,
  );
});
