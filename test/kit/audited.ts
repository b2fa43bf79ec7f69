import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordEvents } from '../../src/capabilities/audit/index.ts';
import { schemaSteps } from '../../src/migrations/index.ts';
import type { Config } from '../../src/platform/config/config.ts';
import { change, type Happened } from '../../src/platform/context/change.ts';
import { type Context, makeContext, type Services, systemActor } from '../../src/platform/context/context.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { openLog } from '../../src/platform/log/log.ts';
import { openServices } from '../../src/server/open-services.ts';
import { TestClock } from './app.ts';
import type { DatabaseKit } from './databases.ts';

/** Audited services without a server and without a sealer: nothing is sealed but by the suite. */
export async function openAudited(
  openEmpty: DatabaseKit['openEmpty'],
): Promise<{ services: Services; remove: () => Promise<void> }> {
  const { database, remove } = await openEmpty();
  const dataFolder = await mkdtemp(join(tmpdir(), 'peil-audit-'));
  await migrate(database, schemaSteps);
  const config = {
    dataFolder,
    checkpointFolder: join(dataFolder, 'checkpoints'),
    secretsKeyFile: join(dataFolder, 'secrets.key'),
  } as Config;
  const services = await openServices({ config, database, clock: new TestClock(), log: openLog('silent') });
  services.events.inTransaction(recordEvents);
  return {
    services,
    remove: async () => {
      await remove();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Peil itself at work, for suites that only need something to have happened. */
export function systemContext(services: Services): Context {
  return makeContext(services, { actor: systemActor, requestId: 'test-request' });
}

/** What the suites of the trail let happen: `number` tells one from another. */
export function happened(number: number, rest: Partial<Happened> = {}): Happened {
  const subject = { kind: 'note', id: `note-${number}` };
  return { type: 'note.written', subject, problemId: null, data: { number }, ...rest };
}

/** So many changes one after another, each with one event. */
export async function writeNotes(services: Services, count: number): Promise<void> {
  const ctx = systemContext(services);
  for (let number = 1; number <= count; number += 1) await change(ctx, async (tx) => tx.record(happened(number)));
}
