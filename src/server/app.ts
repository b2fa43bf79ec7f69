import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { openAuditTrail, recordEvents } from '../capabilities/audit/index.ts';
import { shipTemplate } from '../capabilities/checklists/index.ts';
import { judgeImports } from '../capabilities/contracts/index.ts';
import { countEvaluatedRuns, evaluationsHoldRuns, isEvaluated, runsJudged } from '../capabilities/evaluation/index.ts';
import { datasetNames, installBlobUsers, scheduleSweep } from '../capabilities/datasets/index.ts';
import {
  findingNames,
  forgetErasedCharts,
  listFindingEvidence,
  snapshotOfFindings,
} from '../capabilities/exploration/index.ts';
import {
  guardStoppedProblems,
  handOverWork,
  installAnchorNamers,
  installGateOwners,
  installStationOwners,
  keepProblemSummaries,
  scheduleConditions,
} from '../capabilities/formulation/index.ts';
import { approachNames, frameworksGateOwner, scheduleFrameworkWatch } from '../capabilities/frameworks/index.ts';
import { checkEndpoints, openGatekeeper } from '../capabilities/identity/gatekeeper.ts';
import { installHandOver } from '../capabilities/identity/index.ts';
import { openIdentity } from '../capabilities/identity/open-identity.ts';
import { notifyPeople } from '../capabilities/notifications/index.ts';
import { keepPortfolio, openPortfolio } from '../capabilities/portfolio/index.ts';
import { versionsHoldRuns } from '../capabilities/registry/index.ts';
import { judgeSufficiencyOfImports, sufficiencyGateOwner } from '../capabilities/sufficiency/index.ts';
import {
  installRunCounter,
  installRunHolders,
  isArtifact,
  openTracking,
  runsBegun,
} from '../capabilities/tracking/index.ts';
import { queueDeliveries } from '../capabilities/webhooks/index.ts';
import { schemaSteps } from '../migrations/index.ts';
import { type Clock, systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config/config.ts';
import type { Services } from '../platform/context/context.ts';
import { openDataFolder } from '../platform/data-folder/data-folder.ts';
import { type Database, openPostgres, openSqlite } from '../platform/db/database.ts';
import { migrate } from '../platform/db/migrate.ts';
import { httpServer } from '../platform/http/http-server.ts';
import { serveRoutes } from '../platform/http/serve-routes.ts';
import { type Log, openLog } from '../platform/log/log.ts';
import { serveMlflow } from '../wire/mlflow/serve-mlflow.ts';
import { publicEndpoints, routes } from './capabilities.ts';
import { liveEventsOf } from './live-events.ts';
import { metricsOf } from './metrics.ts';
import { openServices } from './open-services.ts';
import { servePage } from './page.ts';
import { version } from './version.ts';

export interface Peil {
  app: FastifyInstance;
  services: Services;
  /** the database was empty: this start made its tables */
  isNew: boolean;
  close(): Promise<void>;
}

/** Peil, whole, without listening: tests `inject()` into it, `serve` listens on it. What fails leaves nothing open. */
export async function buildApp(
  config: Config,
  { clock = systemClock, log = openLog(config.logLevel) }: { clock?: Clock; log?: Log } = {},
): Promise<Peil> {
  const opened: Close[] = [];
  const close = async () => {
    const failures: unknown[] = [];
    for (const each of opened.splice(0).reverse()) await attempt(each).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  };
  try {
    return { ...(await build({ config, clock, log }, (each) => opened.push(each))), close };
  } catch (error) {
    // Why it could not start is what there is to say, not what then failed to close.
    await close().catch(() => {});
    throw error;
  }
}

type Close = () => Promise<void> | void;

/** As a promise in every case, so that what cannot be closed does not keep the rest open. */
const attempt = async (close: Close) => close();

/** Each part is closed before those that it was built on. */
async function build(
  { config, clock, log }: { config: Config; clock: Clock; log: Log },
  closeLater: (close: Close) => void,
): Promise<Omit<Peil, 'close'>> {
  const folder = await openDataFolder(config.dataFolder, { version });
  closeLater(() => folder.close());
  const database = await openDatabase(config);
  closeLater(() => database.close());
  const applied = await migrate(database, schemaSteps);
  const services = await openServices({ config, database, clock, log });
  closeLater(() => services.analytics.close());
  const findings = { areas: ['finding'], listEvidence: listFindingEvidence, snapshot: snapshotOfFindings };
  installGateOwners(services, [sufficiencyGateOwner(services, findings), frameworksGateOwner]);
  installRunHolders(services, [versionsHoldRuns, evaluationsHoldRuns]);
  installStationOwners(services, [runsBegun, runsJudged]);
  installRunCounter(services, countEvaluatedRuns);
  installBlobUsers(services, [isArtifact, isEvaluated]);
  services.events.inTransaction(guardStoppedProblems);
  services.events.inTransaction(recordEvents);
  services.events.inTransaction(keepProblemSummaries);
  services.events.inTransaction(keepPortfolio(services));
  services.events.inTransaction(notifyPeople(services));
  services.events.inTransaction(queueDeliveries(services));
  services.events.inTransaction(judgeImports(services));
  services.events.inTransaction(forgetErasedCharts);
  services.events.inTransaction(judgeSufficiencyOfImports(services));
  installAnchorNamers(services, [datasetNames, findingNames, approachNames]);
  await shipTemplate(services);
  await openTracking(services);
  await openPortfolio(services);
  await scheduleConditions(services);
  await scheduleSweep(services);
  await scheduleFrameworkWatch(services);
  const auditTrail = await openAuditTrail(services);
  closeLater(() => auditTrail.close());
  closeLater(() => services.jobs.stop());
  const app = httpServer(config, log);
  closeLater(() => app.close());
  metricsOf(services).watch(app);
  const live = liveEventsOf(services);
  app.addHook('preClose', async () => live.close());
  checkEndpoints(
    routes.map(({ endpoint }) => endpoint),
    { publicEndpoints },
  );
  await openIdentity(services);
  installHandOver(services, handOverWork);
  const gatekeeper = openGatekeeper();
  serveRoutes(app, services, { routes, gatekeeper });
  serveMlflow(app, services, gatekeeper);
  await servePage(app, config);
  return { app, services, isNew: applied.length === schemaSteps.length };
}

async function openDatabase(config: Config): Promise<Database> {
  return config.databaseUrl
    ? openPostgres(config.databaseUrl)
    : openSqlite({ path: join(config.dataFolder, 'peil.db') });
}
