import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getHead } from '../../src/capabilities/audit/queries.ts';
import { decideGate, readGate } from '../../src/capabilities/formulation/contract.ts';
import type { Config } from '../../src/platform/config/config.ts';
import { quietly } from '../../src/platform/context/change.ts';
import { version } from '../../src/server/version.ts';
import { openTestPeil } from './app.ts';
import { asking, writtenProblem } from './written-problem.ts';

/** One folder for each release: `folder` is its data folder, `checkpoints` lies beside it, `contents.json` tells of both. */
export const fixturesFolder = join(import.meta.dirname, '..', 'fixtures', 'data-folders');

/** What a later Peil must find in it. */
export interface FixtureContents {
  peil: string;
  problemId: string;
  title: string;
  snapshotHash: string;
  /** sealed events of the audit trail */
  events: number;
  secret: { name: string; value: string };
}

export const fixtureConfig = (root: string): Partial<Config> => ({
  dataFolder: join(root, 'folder'),
  checkpointFolder: join(root, 'checkpoints'),
  secretsKeyFile: join(root, 'folder', 'secrets.key'),
});

export async function listFixtures(): Promise<string[]> {
  return (await readdir(fixturesFolder)).sort();
}

export async function readContents(fixture: string): Promise<FixtureContents> {
  return JSON.parse(await readFile(join(fixture, 'contents.json'), 'utf8')) as FixtureContents;
}

/** A data folder as this version writes it: a problem as far as its go, the trail of that, and a secret. */
export async function writeFixture(root: string): Promise<void> {
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  const peil = await openTestPeil(fixtureConfig(root));
  const { problemId } = await writtenProblem(peil);
  const params = { problemId, gate: 'g1' as const };
  const { snapshotHash } = await asking(peil, readGate, { params });
  const people = [{ userId: 'owner', role: 'sme' as const, meaning: 'approves' as const }];
  const reasons = 'The gain is clear.';
  await asking(peil, decideGate, { params, body: { outcome: 'go', reasons, people, snapshotHash } });
  const secret = { name: 'fixture', value: 'opens in every later release' };
  await quietly(peil.services, (db) => peil.services.secrets.keep(db, secret.name, secret.value));
  // The last events are sealed at the end, so they are counted in a second opening.
  await peil.close();
  const again = await openTestPeil(fixtureConfig(root));
  const { sequence: events } = await getHead(again.services.database.reader);
  await again.close();
  await rm(join(root, 'folder', 'peil.lock'));
  const contents: FixtureContents = {
    peil: version,
    problemId,
    title: 'Machines that stop at night',
    snapshotHash,
    events,
    secret,
  };
  await writeFile(join(root, 'contents.json'), `${JSON.stringify(contents, null, 2)}\n`);
}
