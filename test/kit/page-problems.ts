/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Of all there is to ask, what may be another in another scheme of colours. */
const ofColours = ['color-contrast', 'link-in-text-block'];
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/**
 * Gathers what the browser complains of, from now on: on its console, of a script, of an answer that is a refusal, of a
 * request that got none. Refusals with an `expected` status are part of the journey. A request that the page itself gave
 * up, by going elsewhere, is no complaint.
 */
export function complaintsOf(page: Page, expected: readonly number[] = []): string[] {
  const complaints: string[] = [];
  const isExpected = (text: string) =>
    expected.some((status) => text.includes(`the server responded with a status of ${status}`));
  page.on('console', (message) => {
    const text = message.text();
    if (['error', 'warning'].includes(message.type()) && !isExpected(text)) complaints.push(`console: ${text}`);
  });
  page.on('pageerror', (error) => complaints.push(`page: ${error.message}`));
  page.on('response', (response) => {
    const status = response.status();
    if (status >= 400 && !expected.includes(status))
      complaints.push(`${status}: ${response.request().method()} ${response.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${reason}: ${request.method()} ${request.url()}`);
  });
  return complaints;
}

/**
 * What stands wider than the window, what the bar would cover of what has the focus, and what breaks WCAG 2.2 A and AA,
 * as sentences.
 * @param asked `colours` on a page of which everything else was asked before in another scheme; `room` where all was asked in
 * another language, whose words are only longer or shorter
 */
export async function pageProblems(
  page: Page,
  asked: 'everything' | 'colours' | 'room' = 'everything',
): Promise<string[]> {
  return [...(await roomProblems(page)), ...(asked === 'room' ? [] : await barriers(page, asked))];
}

async function roomProblems(page: Page): Promise<string[]> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const covered = await page.evaluate(() => {
    const bar = document.querySelector('.bar')?.getBoundingClientRect().height ?? 0;
    return bar - Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
  });
  return [
    ...(overflow > 0 ? [`the page is ${overflow} pixels wider than the window`] : []),
    ...(covered > 0 ? [`the bar covers ${covered} pixels more than the page scrolls clear of it`] : []),
  ];
}

async function barriers(page: Page, asked: 'everything' | 'colours'): Promise<string[]> {
  // What is half under the head of the page is not small: it is scrolled there. Where the page stood, it stands again.
  const scrolled = await page.evaluate(() => {
    const before = window.scrollY;
    window.scrollTo({ top: 0, behavior: 'instant' });
    return before;
  });
  const runOnly =
    asked === 'colours' ? { type: 'rule' as const, values: ofColours } : { type: 'tag' as const, values: wcag };
  const violations = await axe(page, runOnly);
  const told: string[] = [];
  for (const { id, help, nodes } of violations) {
    const places = nodes.map(({ target }) => target.join(' '));
    const held = id === 'target-size' ? await stillSmall(page, places) : places;
    if (held.length > 0) told.push(`${id}: ${help} (${held.join('; ')})`);
  }
  await page.evaluate((top) => window.scrollTo({ top, behavior: 'instant' }), scrolled);
  return told;
}

/** What the lower edge of the window or a message cuts off is not small: each is asked again in the middle of the window. */
async function stillSmall(page: Page, places: readonly string[]): Promise<string[]> {
  const small: string[] = [];
  for (const place of places) {
    await page.locator(place).evaluate((target) => target.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const violations = await axe(page, { type: 'rule', values: ['target-size'] }, place);
    if (violations.length > 0) small.push(place);
  }
  return small;
}

type Asking = { type: 'rule' | 'tag'; values: string[] };

/**
 * A frame that may run no scripts cannot be asked: the question would never be answered. In one go in the page itself: gathering the
 * results of frames costs a page more each time, and this one has none.
 */
async function axe(page: Page, runOnly: Asking, within?: string) {
  const options = { runOnly, resultTypes: ['violations' as const] };
  const builder = new AxeBuilder({ page }).exclude('iframe[sandbox]').options(options).setLegacyMode();
  return (await (within === undefined ? builder : builder.include(within)).analyze()).violations;
}
