/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** Not a place of Peil: what stood before is gone once this is said, so that nothing of it is taken for what comes. */
const between = '/nowhere-between';
const nothingHere = /^(This is not here|Dit is hier niet)$/;

/**
 * Goes to another place in the page as it runs, as a link does. Reading the page anew takes a core two seconds on a slow machine:
 * `goto` is for what begins there, and for what must be there after it.
 * @param path with what follows `?`, of a place that is there
 */
export async function turnTo(page: Page, path: string): Promise<void> {
  const nothing = page.getByRole('heading', { level: 1, name: nothingHere });
  await page.evaluate((to) => history.pushState(null, '', to), between);
  await nothing.waitFor();
  await page.evaluate((to) => history.pushState(null, '', to), path);
  await nothing.waitFor({ state: 'hidden' });
}
