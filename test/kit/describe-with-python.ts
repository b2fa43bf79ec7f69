import { describe, test } from 'vitest';
import { findPython } from './programs.ts';
import { pythonMissing } from './python-environment.ts';

/** A suite that needs Python. Without it the suite is skipped, and says why in its title; with CI=true it fails. */
export function describeWithPython(title: string, suite: () => void): void {
  if (findPython()) {
    describe(title, suite);
  } else if (process.env['CI'] === 'true') {
    test(title, () => {
      throw new Error(pythonMissing);
    });
  } else {
    describe.skipIf(true)(`${title} (skipped: ${pythonMissing})`, suite);
  }
}
