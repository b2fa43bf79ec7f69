import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { at } from './root.mjs';
import { runInFront } from './run.mjs';

/** Every server and thread that a test starts from source would strip its types anew: a third of what their start takes. */
const compiled = at('.cache', 'compiled');
const nothing = { passed: 0, failed: 0, skipped: 0 };

/**
 * Runs the suites of the projects in one run, so that no core waits between them, as they go by on the terminal, and counts
 * what came of them. What failed is named once more at the end, where somebody reads who did not see it go by.
 */
export async function runSuites(projects, args = []) {
  const { failures, ...counts } = await run(projects, args);
  for (const name of failures) process.stdout.write(`FAILED  ${name}\n`);
  return counts;
}

async function run(projects, args) {
  const report = at('test-results', `${projects.join('-')}-${process.pid}.json`);
  mkdirSync(at('test-results'), { recursive: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const chosen = projects.flatMap((project) => ['--project', project]);
  const command = ['run', ...chosen, '--passWithNoTests', ...reporters, ...args];
  const vitest = [at('node_modules', 'vitest', 'vitest.mjs'), ...command];
  const code = await runInFront(process.execPath, vitest, { env: { ...process.env, NODE_COMPILE_CACHE: compiled } });
  const counts = readCounts(report);
  rmSync(report, { force: true });
  if (code === 0 || counts.failed > 0) return counts;
  // An error outside every test (a rejection nobody awaited, a setup that failed) ends the run without a failed test.
  return { ...counts, failed: 1, failures: [`ended with exit code ${code} outside every test`] };
}

function readCounts(report) {
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { ...nothing, failures: [] }; // The run ended before it could write: its exit code tells.
  }
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.testResults.filter(hasFailedAsAFile).length,
    skipped: result.numPendingTests + result.numTodoTests,
    failures: result.testResults.flatMap(namesOfFailures),
  };
}

/** A file that could not be loaded, or whose setup failed, has no failed test to show for it. */
const hasFailedAsAFile = ({ status, assertionResults }) =>
  status === 'failed' && assertionResults.every((test) => test.status !== 'failed');

function namesOfFailures(file) {
  const failed = file.assertionResults.filter((test) => test.status === 'failed');
  const names = hasFailedAsAFile(file) ? ['(the file itself)'] : failed.map((test) => test.fullName);
  return names.map((name) => `${file.name}: ${name}`);
}

/** Ends the script with the line that is read by whoever counts. A run of nothing has proved nothing. */
export function endWithCounts({ passed, failed, skipped }) {
  const ran = passed + failed > 0;
  if (!ran) process.stdout.write('No test ran: no suite matches what was asked for.\n');
  process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  process.exitCode = ran && failed === 0 ? 0 : 1;
}
