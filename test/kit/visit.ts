/// <reference lib="dom" />
import { existsSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { onTestFailed } from 'vitest';
import { complaintsOf, pageProblems } from './page-problems.ts';
import { localeOf, type WalkLanguage } from './walk-words.ts';

/** Machines that do much at once are slow; a wait ends as soon as what is waited for is there. */
const patience_ms = 60_000;

export interface Visit {
  page: Page;
  /** what a person, a screen reader or the browser could complain of; `look` adds to it */
  complaints: string[];
  /** looks at the page as it stands, under the name of this place: overflow, and WCAG 2.2 A and AA */
  look: (place: string) => Promise<void>;
  leave: () => Promise<void>;
}

interface Visiting {
  /** where the visit begins, as a path: every page read on the way there costs as much as what is looked at */
  to?: string;
  /** what the browser asks for; the page may be switched to the other on the page itself */
  language?: WalkLanguage;
  width?: number;
  /** of a session: `name=value` */
  cookie?: string;
  /** statuses of refusals that this journey provokes */
  expected?: readonly number[];
}

/** Somebody with a browser of their own at this Peil: a new context. */
export async function openVisit(browser: Browser, address: string, visiting: Visiting = {}): Promise<Visit> {
  const { to = '/', language = 'en', width = 1280, cookie, expected = [] } = visiting;
  const options: BrowserContextOptions = {
    viewport: { width, height: width < 600 ? 844 : 900 },
    locale: localeOf[language],
    reducedMotion: 'reduce',
  };
  const context = await browser.newContext(options);
  if (cookie !== undefined) {
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: address }]);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(patience_ms);
  onTestFailed(async ({ task }) => {
    await page.screenshot({ path: `test-results/journeys/${task.id}-${language}.png`, fullPage: true });
  });
  const complaints = complaintsOf(page, expected);
  await page.goto(`${address}${to}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return {
    page,
    complaints,
    look: async (place) => {
      complaints.push(...(await pageProblems(page)).map((problem) => `${place}: ${problem}`));
    },
    leave: () => context.close(),
  };
}

/** The journeys walk through the page as it is built. */
export function demandBuiltPage(): void {
  if (!existsSync('dist/web/index.html')) throw new Error('The page is not built: run npm run build first.');
}
