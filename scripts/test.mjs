// `npm test` and `npm run test:long`: installs, builds, brings Chromium and PostgreSQL where it may, and runs the suites.
// What follows `--` goes to vitest: `npm test -- src/capabilities/value`.
import { ensureInstalled } from './kit/install.mjs';
import { goOnUnderNode24 } from './kit/node24.mjs';

await ensureInstalled();
await goOnUnderNode24();
const { runTests } = await import('./kit/tests.mjs');

const isLong = process.argv.includes('--long');
const args = process.argv.slice(2).filter((argument) => argument !== '--long');
await runTests(isLong ? ['long'] : ['unit', 'e2e'], args);
