/// <reference lib="dom" />
import axe, { type AxeResults, type ElementContext, type RunOptions } from 'axe-core';
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
  const told: string[] = [];
  for (const { id, help, places } of await ask(page, runOnly)) {
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
    const found = await ask(page, { type: 'rule', values: ['target-size'] }, place);
    if (found.length > 0) small.push(place);
  }
  return small;
}

type Asking = { type: 'rule' | 'tag'; values: string[] };

/**
 * What axe finds in the page as it stands, and where. Its program is put in once for all that a page is asked: reading it takes as
 * long as asking a small page. A frame that may run no scripts cannot be asked: the question would never be answered.
 */
async function ask(
  page: Page,
  runOnly: Asking,
  within?: string,
): Promise<{ id: string; help: string; places: string[] }[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const context = { ...(within === undefined ? {} : { include: within }), exclude: 'iframe[sandbox]' };
  const options: RunOptions = { runOnly, resultTypes: ['violations'] };
  const { violations } = await page.evaluate(runAxe, { context, options });
  return violations.map(({ id, help, nodes }) => ({ id, help, places: nodes.map(({ target }) => target.join(' ')) }));
}

/** Runs in the page. */
function runAxe({ context, options }: { context: ElementContext; options: RunOptions }): Promise<AxeResults> {
  return (window as unknown as { axe: { run: (of: ElementContext, by: RunOptions) => Promise<AxeResults> } }).axe.run(
    context,
    options,
  );
}
