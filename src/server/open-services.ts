import { join } from 'node:path';
import { contractRunJob } from '../capabilities/contracts/index.ts';
import { describeJob, importJob, removeBlobsJob, sweepUploadsJob } from '../capabilities/datasets/index.ts';
import { evaluationJob, pairJob } from '../capabilities/evaluation/index.ts';
import { conditionsJob, listProblemTitles } from '../capabilities/formulation/index.ts';
import { watchChosenJob } from '../capabilities/frameworks/index.ts';
import { mailJob } from '../capabilities/notifications/index.ts';
import { rebuildPortfolioJob } from '../capabilities/portfolio/index.ts';
import { sufficiencyRunJob } from '../capabilities/sufficiency/index.ts';
import { eraseDeletedJob, sweepArtifactUploadsJob } from '../capabilities/tracking/index.ts';
import { deliverJob } from '../capabilities/webhooks/index.ts';
import { openAnalytics } from '../platform/analytics/analytics.ts';
import { DiskBlobs } from '../platform/blobs/disk-blobs.ts';
import { type Actor, makeContext, type Services } from '../platform/context/context.ts';
import { EventBus } from '../platform/events/event-bus.ts';
import type { JobHandler } from '../platform/jobs/job-handler.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { openSecrets } from '../platform/secrets/secrets.ts';

/** What runs without anybody waiting for it, every handler listed. */
const jobHandlers: readonly JobHandler[] = [
  mailJob(listProblemTitles),
  deliverJob,
  rebuildPortfolioJob,
  conditionsJob,
  watchChosenJob,
  importJob,
  describeJob,
  sweepUploadsJob,
  removeBlobsJob,
  contractRunJob,
  sufficiencyRunJob,
  eraseDeletedJob,
  sweepArtifactUploadsJob,
  evaluationJob,
  pairJob,
];

type Given = Pick<Services, 'config' | 'database' | 'clock' | 'log'>;

/** What every capability stands on, over a database that is up to date. Nothing runs yet: see `jobs.start()`. */
export async function openServices(given: Given): Promise<Services> {
  const { config, database, clock, log } = given;
  const secrets = await openSecrets({ database, clock, path: config.secretsKeyFile });
  const analytics = await openAnalytics({ folder: join(config.dataFolder, 'temp', 'analytics'), log });
  const blobs = await DiskBlobs.open(join(config.dataFolder, 'blobs'));
  const { databaseUrl } = config;
  const jobs = new Jobs({
    database,
    databaseUrl,
    clock,
    log,
    handlers: jobHandlers,
    // In the name of who asked for it.
    contextOf: (job) => {
      const actor: Actor = { userId: job.actor_id, via: 'system', credentialId: null };
      return makeContext(services, { actor, requestId: job.id });
    },
  });
  const services: Services = { ...given, events: new EventBus(), analytics, blobs, jobs, secrets };
  return services;
}
