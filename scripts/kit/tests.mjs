import { ensureBuilt } from './built.mjs';
import { ensurePrerequisites } from './prerequisites.mjs';
import { say } from './say.mjs';
import { endWithCounts, runSuites } from './suites.mjs';

/**
 * Everything around a run of suites: the build they start, the programs they need, and the counts at the end. What
 * stands in the way of a suite is a failure where nobody looks (CI), and a sentence everywhere.
 */
export async function runTests(projects, args = []) {
  const failures = [];
  const buildFailure = await ensureBuilt();
  if (buildFailure) failures.push(`${buildFailure}\nThe build failed: suites that start the built server cannot pass.`);
  const missing = await ensurePrerequisites(projects);
  if (process.env.CI === 'true') failures.push(...missing);
  const counts = await runSuites(projects, args);
  for (const line of new Set([...failures, ...missing])) say(`\n${line}`);
  endWithCounts({ ...counts, failed: counts.failed + failures.length });
}
