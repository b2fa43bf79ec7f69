import type { Analytics } from '../analytics/analytics.ts';
import type { BlobStore } from '../blobs/blob-store.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import type { AnyDb, Database } from '../db/database.ts';
import type { EventBus } from '../events/event-bus.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Log } from '../log/log.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { Locale } from '../text/locale.ts';

/** Who acts. Permission is decided before an operation runs; operations only record who it was. */
export interface Actor {
  userId: string;
  /** how the person was recognised; `system` is Peil itself */
  via: 'personal' | 'session' | 'token' | 'system';
  /** the session or token, so that it can be ended */
  credentialId: string | null;
}

export const systemActor: Actor = { userId: 'system', via: 'system', credentialId: null };

/** What every capability stands on, made once at start. */
export interface Services {
  config: Config;
  database: Database;
  clock: Clock;
  log: Log;
  events: EventBus;
  /** arithmetic over Parquet, beside the server */
  analytics: Analytics;
  /** files by their content */
  blobs: BlobStore;
  /** work that outlives the request, and schedules */
  jobs: Jobs;
  /** passwords and keys that must be read again */
  secrets: Secrets;
}

/** One request, one job run or one command: the services, who asks, and in which language to answer. */
export interface Context extends Services {
  actor: Actor;
  requestId: string;
  locale: Locale;
  /** For reading; it cannot write. */
  db: AnyDb;
}

export function makeContext(
  services: Services,
  request: { actor: Actor; requestId: string; locale?: Locale },
): Context {
  return { ...services, ...request, locale: request.locale ?? 'en', db: services.database.reader };
}
