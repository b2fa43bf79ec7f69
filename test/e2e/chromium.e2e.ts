import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../kit/chromium.ts';
import { describeWithChromium } from '../kit/describe-with-chromium.ts';
import { pageProblems } from '../kit/page-problems.ts';

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

  test('house a button that is small is told, one that the edge of the window cuts off is not', async () => {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 400 } })).newPage();
    const button = (id: string, height: number) =>
      `<button id="${id}" style="display: block; height: ${height}px; width: 60px; font-size: 8px">${id}</button>`;
    const told = async (body: string) => {
      await page.setContent(`<html lang="en"><title>Sizes</title><body style="margin: 0">${body}</body></html>`);
      return (await pageProblems(page)).map((problem) => problem.replace(/: .*\((.*)\)/, ' $1'));
    };
    expect(await told(button('first', 12) + button('second', 12))).toEqual(['target-size #first; #second']);
    const far = '<div style="height: 390px"></div>';
    const message = '<button style="position: fixed; bottom: 0; left: 0; width: 390px; height: 30px">Kept</button>';
    expect(await told(`${far}${button('cut', 22)}<div style="height: 900px"></div>${message}`)).toEqual([]);
  });
});
