import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type Bench, type Figure, percentile } from '../kit/bench.ts';
import { launchChromium } from '../kit/chromium.ts';
import { type ServerProcess, startServer } from '../kit/server-process.ts';

const loads = 10;
const title = 'A problem that is there from the start';

/**
 * Runs in the page: remembers when the heading and the first data had been painted, in ms since the navigation began.
 * Asking from outside would add what the automation itself takes, some 400 ms.
 */
const watch = `new MutationObserver((_, observer) => {
  if (!document.querySelector('h1') || !document.body.textContent.includes(${JSON.stringify(title)})) return;
  observer.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => { window.paintedAt = performance.now(); }));
}).observe(document, { childList: true, subtree: true, characterData: true })`;

/** Each load has a browser context of its own: nothing is in the cache, as on somebody's first visit. */
async function coldLoad_ms(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(address, { waitUntil: 'commit' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByText(title).first().waitFor();
  const painted = await page.waitForFunction('window.paintedAt');
  const took = Number(await painted.jsonValue());
  await context.close();
  return took;
}

async function measure(server: ServerProcess): Promise<Figure[]> {
  const headers = { 'content-type': 'application/json' };
  const created = await fetch(`${server.address}/api/problems`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ title }),
  });
  const { id } = (await created.json()) as { id: string };
  const browser = await launchChromium();
  try {
    const pages = { 'what needs you': server.address, 'one problem': `${server.address}/problems/${id}` };
    const figures: Figure[] = [];
    for (const [name, address] of Object.entries(pages)) {
      await coldLoad_ms(browser, address);
      const samples: number[] = [];
      for (let load = 0; load < loads; load += 1) samples.push(await coldLoad_ms(browser, address));
      const value = Math.round(percentile(samples, 0.75));
      figures.push({
        name: `${name}: heading and first data, p75 of ${loads} cold loads`,
        value,
        unit: 'ms',
        limit: { atMost: 1000 },
      });
    }
    return figures;
  } finally {
    await browser.close();
  }
}

export const bench: Bench = {
  name: 'page load',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'peil-bench-'));
    const server = await startServer({ dataFolder: join(folder, 'data') });
    try {
      return await measure(server);
    } finally {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};
