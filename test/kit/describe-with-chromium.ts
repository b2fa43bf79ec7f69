import { describe, test } from 'vitest';
import { chromiumMissing } from './chromium.ts';
import { findChromium } from './programs.ts';

/**
 * A suite that needs a browser. Where there is none it is skipped, and says why in its title; with CI=true it fails, so
 * that no journey goes missing unseen.
 */
export function describeWithChromium(title: string, suite: () => void): void {
  if (findChromium()) return void describe(title, suite);
  if (process.env['CI'] !== 'true') return void describe.skip(`${title} (skipped: ${chromiumMissing})`, suite);
  describe(title, () => {
    test('has a browser', () => {
      throw new Error(chromiumMissing);
    });
  });
}
