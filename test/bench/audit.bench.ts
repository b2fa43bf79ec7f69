import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openAuditTrail, recordEvents, verifyDatabase } from '../../src/capabilities/audit/index.ts';
import { schemaSteps } from '../../src/migrations/index.ts';
import { systemClock } from '../../src/platform/clock.ts';
import type { Config } from '../../src/platform/config/config.ts';
import { change } from '../../src/platform/context/change.ts';
import { type Context, makeContext, type Services, systemActor } from '../../src/platform/context/context.ts';
import { openSqlite } from '../../src/platform/db/database.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { newId } from '../../src/platform/ids.ts';
import { openLog } from '../../src/platform/log/log.ts';
import { openServices } from '../../src/server/open-services.ts';
import type { Bench, Figure } from '../kit/bench.ts';

const writes = 10_000;
const writersAtOnce = 32;

/** A database with one table beside Peil's own, durable as in production. */
async function openDurable(folder: string): Promise<Services> {
  const database = await openSqlite({ path: join(folder, 'peil.db') });
  await migrate(database, schemaSteps);
  await sql`create table bench_row (id text primary key, title text not null)`.execute(database.writer);
  const config = {
    dataFolder: folder,
    checkpointFolder: join(folder, 'checkpoints'),
    secretsKeyFile: join(folder, 'secrets.key'),
  } as Config;
  return openServices({ config, database, clock: systemClock, log: openLog('error') });
}

async function write(ctx: Context): Promise<void> {
  const id = newId();
  await change(ctx, async (tx) => {
    await sql`insert into bench_row (id, title) values (${id}, 'Late flights')`.execute(tx.db);
    const data = { title: 'Late flights', version: 3, changed: ['title', 'evidence'] };
    tx.record({ type: 'bench.written', subject: { kind: 'bench', id }, problemId: null, data });
  });
}

async function writesPerSecond(services: Services): Promise<number> {
  const ctx = makeContext(services, { actor: systemActor, requestId: newId() });
  let left = writes;
  const start = performance.now();
  const writer = async () => {
    while (left-- > 0) await write(ctx);
  };
  await Promise.all(Array.from({ length: writersAtOnce }, writer));
  return writes / ((performance.now() - start) / 1000);
}

async function measure(folder: string): Promise<Figure[]> {
  const services = await openDurable(folder);
  try {
    const unaudited = await writesPerSecond(services);
    services.events.inTransaction(recordEvents);
    const trail = await openAuditTrail(services);
    const audited = await writesPerSecond(services);
    await trail.close();
    // Without a listener nothing is sealed meanwhile: the backlog is sealed by the next start.
    await writesPerSecond(services);
    const sealing = performance.now();
    await (await openAuditTrail(services)).close();
    const sealed = writes / ((performance.now() - sealing) / 1000);
    const verifying = performance.now();
    const { size } = await verifyDatabase(services);
    const verified = size / ((performance.now() - verifying) / 1000);
    return [
      { name: `writes without audit, ${writersAtOnce} at once`, value: unaudited, unit: '/s' },
      { name: `audited writes, ${writersAtOnce} at once`, value: audited, unit: '/s', limit: { atLeast: 2_000 } },
      { name: `sealing a backlog of ${writes}`, value: sealed, unit: 'events/s', limit: { atLeast: 10_000 } },
      { name: 'exporting and verifying', value: verified, unit: 'events/s' },
    ];
  } finally {
    await services.database.close();
  }
}

export const bench: Bench = {
  name: 'audit on SQLite',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'peil-bench-'));
    try {
      return await measure(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
