import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyDatabase } from '../src/capabilities/audit/index.ts';
import { readLevel, readProblem, renameProblem } from '../src/capabilities/formulation/contract.ts';
import { version } from '../src/server/version.ts';
import { openTestPeil } from './kit/app.ts';
import {
  fixtureConfig,
  type FixtureContents,
  fixturesFolder,
  listFixtures,
  readContents,
  writeFixture,
} from './kit/data-folder-fixture.ts';
import { asking } from './kit/written-problem.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'peil-releases-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Everything that was kept is there, the trail holds, and work goes on. */
async function expectAllKept(folder: string, contents: FixtureContents): Promise<void> {
  const peil = await openTestPeil(fixtureConfig(folder));
  const params = { problemId: contents.problemId };
  const problem = await asking(peil, readProblem, { params });
  expect(problem).toMatchObject({ title: contents.title, phase: 'modelling' });
  expect(await asking(peil, readLevel, { params })).toMatchObject({ level: { hash: contents.snapshotHash } });
  expect(await peil.services.secrets.find(contents.secret.name)).toBe(contents.secret.value);
  const verdict = await verifyDatabase(peil.services);
  expect(verdict).toMatchObject({ intact: true, unsealed: 0 });
  expect(verdict.size).toBeGreaterThanOrEqual(contents.events);
  expect(verdict.attested).toBeGreaterThanOrEqual(contents.events);
  const renamed = await asking(peil, renameProblem, { params, version: problem.version, body: { title: 'Goes on' } });
  expect(renamed).toMatchObject({ title: 'Goes on' });
  await peil.close();
}

test.each(await listFixtures())('house the data folder of Peil %s opens with all that was in it', async (release) => {
  const fixture = join(fixturesFolder, release);
  const copy = join(root, release);
  await cp(fixture, copy, { recursive: true });
  const contents = await readContents(fixture);
  expect(contents.peil).toBe(release);
  await expectAllKept(copy, contents);
});

test('house this version has a fixture, which stays small', async () => {
  expect(await listFixtures()).toContain(version);
  for (const file of await readdir(join(fixturesFolder, version), { recursive: true }))
    expect((await stat(join(fixturesFolder, version, file))).size).toBeLessThan(2_000_000);
});

test('house what this version writes, it opens', async () => {
  const folder = join(root, 'now');
  await writeFixture(folder);
  await expectAllKept(folder, await readContents(folder));
});
