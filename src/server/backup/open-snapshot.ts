import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../platform/config/config.ts';
import { NewerDataError, type SchemaStep } from '../../platform/db/migrate.ts';
import { backupErrors } from './errors.ts';
import type { Snapshot } from './snapshot.ts';
import { openSqliteSnapshot } from './sqlite-snapshot.ts';

/** Opens what a server keeps, as it is at this moment. Throws where there is nothing, or something newer than these steps. */
export async function openSnapshot(config: Config, steps: readonly SchemaStep[]): Promise<Snapshot> {
  const snapshot = await open(config);
  const unknown = snapshot.steps.filter((name) => !steps.some((step) => step.name === name));
  if (snapshot.steps.length > 0 && unknown.length === 0) return snapshot;
  await snapshot.close();
  throw unknown.length > 0 ? new NewerDataError(unknown) : noData(config);
}

async function open(config: Config): Promise<Snapshot> {
  if (config.databaseUrl) {
    const { openPostgresSnapshot } = await import('./postgres-snapshot.ts');
    return openPostgresSnapshot(config.databaseUrl);
  }
  const path = join(config.dataFolder, 'peil.db');
  try {
    await access(path);
  } catch {
    throw noData(config);
  }
  return openSqliteSnapshot(path);
}

// The address of a database may hold a password.
const noData = ({ databaseUrl, dataFolder }: Config) =>
  backupErrors.noData({ place: databaseUrl ? new URL(databaseUrl).pathname.slice(1) : dataFolder });
