import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './programs.ts';

export const chromiumMissing =
  'Chromium is not on this machine: install it (on Debian and Ubuntu: apt-get install chromium-headless-shell fonts-liberation), or name it in PEIL_TEST_CHROMIUM.';

/** The browser talks to the server under test and to nobody else. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless browser with a new, empty profile; `browser.newContext()` gives each test cookies of its own. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(chromiumMissing);
  // Chromium's sandbox does not run as root; what it opens here is our own page.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, headless: true, args: [...quiet, ...asRoot] });
}
