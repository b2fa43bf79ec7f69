import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPeil, type TestPeil } from '../../../test/kit/app.ts';
import { importFiles } from '../../../test/kit/importing.ts';
import { wideTable } from '../../../test/kit/wide-table.ts';
import { asking } from '../../../test/kit/written-problem.ts';
import type { DuckDbAnalytics } from '../../platform/analytics/analytics.ts';
import { createProblem } from '../formulation/contract.ts';
import { readProfile } from './contract.ts';

let peil: TestPeil;
let folder: string;
let content: Buffer;
beforeAll(async () => {
  peil = await openTestPeil();
  folder = await mkdtemp(join(tmpdir(), 'peil-killed-'));
  const path = join(folder, 'wide.parquet');
  await peil.services.analytics.query(`copy (${wideTable(20_000)}) to '${path}' (format parquet)`, [], {
    files: [path],
  });
  content = await readFile(path);
});
afterAll(async () => {
  await peil.close();
  await rm(folder, { recursive: true, force: true });
});

/** Brings the same file into a problem of its own; answers its profile. */
async function describedProfile(title: string) {
  const { id: problemId } = await asking(peil, createProblem, { body: { title } });
  const files = [{ name: 'wide.parquet', content }];
  const { versionId } = await importFiles(peil, { problemId, files, body: { name: 'Wide' } });
  await peil.services.jobs.runDue();
  return (await asking(peil, readProfile, { params: { problemId, versionId: versionId ?? '' } })).profile;
}

/** Sums are made in the order in which threads end: numbers are compared by how far they lie apart, all else by the letter. */
function takenApart(value: unknown): { shape: string; numbers: number[] } {
  const numbers: number[] = [];
  const shape = JSON.stringify(value, (_, each: unknown) => (typeof each === 'number' ? numbers.push(each) : each));
  return { shape, numbers };
}
const distance = (a: number, b: number) => Math.abs(a - b) / Math.max(1, Math.abs(a));

test('PF7 a profile whose process is killed on the way is the profile it would have been', async () => {
  const undisturbed = await describedProfile('Undisturbed');
  const killed: number[] = [];
  const forget = peil.services.events.afterCommit((events) => {
    if (!events.some(({ type }) => type === 'dataset_version.profiled') || killed.length > 0) return;
    const { pid } = (peil.services.analytics as DuckDbAnalytics).queries;
    if (pid === null) return;
    killed.push(pid);
    // The query of the next step has then begun.
    setTimeout(() => process.kill(pid, 'SIGKILL'), 20);
  });
  const struck = await describedProfile('Struck');
  forget();
  expect(killed).toHaveLength(1);
  expect((peil.services.analytics as DuckDbAnalytics).queries.pid).not.toBe(killed[0]);
  expect(struck?.pass).toBe('complete');
  const [expected, found] = [takenApart(undisturbed), takenApart(struck)];
  expect(found.shape).toBe(expected.shape);
  const apart = found.numbers.map((number, at) => distance(number, expected.numbers[at] ?? NaN));
  expect(Math.max(...apart)).toBeLessThan(1e-9);
});
