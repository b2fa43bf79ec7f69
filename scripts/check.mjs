// `npm run check`: the whole wall, the same here as in CI. `-- --quick` leaves the tests out.
import { ensureInstalled } from './kit/install.mjs';
import { goOnUnderNode24 } from './kit/node24.mjs';
import { say } from './kit/say.mjs';

await ensureInstalled();
await goOnUnderNode24();
const { runSteps } = await import('./kit/steps.mjs');
const { runTests } = await import('./kit/tests.mjs');

const failed = await runSteps();
if (failed.length > 0) say(`Failed: ${failed.join(', ')}.`);
if (!process.argv.includes('--quick')) await runTests(['unit']);
if (failed.length > 0) process.exitCode = 1;
