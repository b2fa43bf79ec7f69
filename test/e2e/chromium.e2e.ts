import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';

describeWithChromium('house the browser of the journeys', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  test('house Chromium shows a page, and is found by role', async () => {
    const page = await browser.newPage();
    await page.setContent('<main><button>Measure</button></main>');
    expect(await page.getByRole('button', { name: 'Measure' }).isVisible()).toBe(true);
  });
});
