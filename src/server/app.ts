import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { openAuditTrail, recordEvents } from '../capabilities/audit/index.ts';
import { keepProblemSummaries } from '../capabilities/formulation/index.ts';
import { checkEndpoints, openGatekeeper } from '../capabilities/identity/gatekeeper.ts';
import { openIdentity } from '../capabilities/identity/open-identity.ts';
import { schemaSteps } from '../migrations/index.ts';
import { type Clock, systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config/config.ts';
import type { Services } from '../platform/context/context.ts';
import { type Database, openPostgres, openSqlite } from '../platform/db/database.ts';
import { migrate } from '../platform/db/migrate.ts';
import { httpServer } from '../platform/http/http-server.ts';
import { serveRoutes } from '../platform/http/serve-routes.ts';
import { type Log, openLog } from '../platform/log/log.ts';
import { publicEndpoints, routes } from './capabilities.ts';
import { liveEventsOf } from './live-events.ts';
import { metricsOf } from './metrics.ts';
import { openServices } from './open-services.ts';
import { servePage } from './page.ts';

export interface Peil {
  app: FastifyInstance;
  services: Services;
  /** the database was empty: this start made its tables */
  isNew: boolean;
  close(): Promise<void>;
}

/** Peil, whole, without listening: tests `inject()` into it, `serve` listens on it. */
export async function buildApp(
  config: Config,
  { clock = systemClock, log = openLog(config.logLevel) }: { clock?: Clock; log?: Log } = {},
): Promise<Peil> {
  await mkdir(config.dataFolder, { recursive: true });
  const database = await openDatabase(config);
  const applied = await migrateOrClose(database);
  const services = await openServices({ config, database, clock, log });
  services.events.inTransaction(recordEvents);
  services.events.inTransaction(keepProblemSummaries);
  const auditTrail = await openAuditTrail(services);
  const app = httpServer(config, log);
  metricsOf(services).watch(app);
  const live = liveEventsOf(services);
  app.addHook('preClose', async () => live.close());
  checkEndpoints(
    routes.map(({ endpoint }) => endpoint),
    { publicEndpoints },
  );
  await openIdentity(services);
  serveRoutes(app, services, { routes, gatekeeper: openGatekeeper() });
  await servePage(app, config);
  const close = async () => {
    await app.close();
    await services.jobs.stop();
    await auditTrail.close();
    await services.analytics.close();
    await database.close();
  };
  return { app, services, isNew: applied.length === schemaSteps.length, close };
}

/** A database that cannot be used is not left open: its threads would keep the process. */
async function migrateOrClose(database: Database): Promise<string[]> {
  try {
    return await migrate(database, schemaSteps);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openDatabase(config: Config): Promise<Database> {
  return config.databaseUrl
    ? openPostgres(config.databaseUrl)
    : openSqlite({ path: join(config.dataFolder, 'peil.db') });
}
