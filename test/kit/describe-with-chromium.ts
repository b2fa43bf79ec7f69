import { describe, test } from 'vitest';
import { chromiumMissing } from './chromium.ts';
import { findChromium } from './programs.ts';

/**
 * A suite that needs a browser. Where there is none it is skipped, and says why in its title; with CI=true it fails, so
 * that no journey goes missing unseen.
 */
export function describeWithChromium(title: string, suite: () => void): void {
  if (findChromium()) {
    describe(title, suite);
  } else if (process.env['CI'] === 'true') {
    test(title, () => {
      throw new Error(chromiumMissing);
    });
  } else {
    describe.skipIf(true)(`${title} (skipped: ${chromiumMissing})`, suite);
  }
}
