/// <reference lib="dom" />
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { pageProblems } from './page-problems.ts';
import { localeOf } from './walk-words.ts';

/** Pictures for people to look at, half of what a look costs: made where PEIL_TEST_PICTURES names a folder for them. */
const kept = process.env['PEIL_TEST_PICTURES'];
const widths = [1440, 390] as const;
const schemes = ['light', 'dark'] as const;

/** Each width and each language is read whole by one of them: words are longer or shorter in another language, and no more. */
export const readers = [
  { width: 1440, language: 'en' },
  { width: 390, language: 'nl' },
] as const;
export type Reader = (typeof readers)[number];

const viewportOf = (width: number) => ({ width, height: width < 600 ? 844 : 900 });

export const contextOf = (browser: Browser, { width, language }: Reader): Promise<BrowserContext> =>
  browser.newContext({ viewport: viewportOf(width), locale: localeOf[language], reducedMotion: 'reduce' });

/**
 * What is wrong with a page as it stands before this reader: all there is to ask by day, the colours by night, and its room in the
 * other width. The page follows the scheme of its system and the width of its window, so it need not be fetched again.
 */
export async function problemsInEveryLook(page: Page, name: string, reader: Reader): Promise<string[]> {
  const problems: string[] = [];
  const others = widths.filter((width) => width !== reader.width);
  for (const width of [reader.width, ...others]) {
    await page.setViewportSize(viewportOf(width));
    for (const scheme of width === reader.width || kept ? schemes : ([schemes[0]] as const)) {
      await page.emulateMedia({ colorScheme: scheme });
      await settled(page, scheme);
      await keepPicture(page, `${name}-${width}-${scheme}-${reader.language}`);
      const asked = scheme === 'dark' ? 'colours' : 'everything';
      const found = await pageProblems(page, width === reader.width ? asked : 'room');
      problems.push(...found.map((problem) => `${width} ${scheme}: ${problem}`));
    }
  }
  await page.setViewportSize(viewportOf(reader.width));
  await page.emulateMedia({ colorScheme: schemes[0] });
  return problems;
}

async function settled(page: Page, scheme: (typeof schemes)[number]): Promise<void> {
  await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
  // What follows the width of the window is told of it in a frame and drawn in the next.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.locator('main [aria-busy="true"]').first().waitFor({ state: 'hidden' });
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
}

export async function keepPicture(page: Page, name: string): Promise<void> {
  if (!kept) return;
  await mkdir(kept, { recursive: true });
  await page.screenshot({ path: join(kept, `${name}.jpg`), fullPage: true, type: 'jpeg', quality: 80 });
}
