import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../../platform/clock.ts';
import type { Config } from '../../platform/config/config.ts';
import type { Services } from '../../platform/context/context.ts';
import { type Database, openPostgres, openSqlite } from '../../platform/db/database.ts';
import { offlineErrors } from './offline-errors.ts';
import { startProblem } from './start-errors.ts';

type OfflineServices = Pick<Services, 'config' | 'database' | 'clock'>;

/** Opens what a server keeps, for reading, whether or not one runs on it. Nothing is made or brought up to date. */
export async function withOfflineData<T>(config: Config, read: (services: OfflineServices) => Promise<T>): Promise<T> {
  const database = await openKept(config);
  try {
    const tables = await database.reader.introspection.getTables();
    if (!tables.some((table) => table.name === 'audit_head')) throw noData(config);
    return await read({ config, database, clock: systemClock });
  } catch (error) {
    throw startProblem(error, config) ?? error;
  } finally {
    await database.close();
  }
}

async function openKept(config: Config): Promise<Database> {
  if (config.databaseUrl) return openPostgres(config.databaseUrl, { connections: 2 });
  const path = join(config.dataFolder, 'peil.db');
  if (!(await isThere(path))) throw noData(config);
  try {
    return await openSqlite({ path });
  } catch (error) {
    throw startProblem(error, config) ?? error;
  }
}

// The address of a database may hold a password.
const noData = ({ databaseUrl, dataFolder }: Config) =>
  offlineErrors.noData({ place: databaseUrl ? new URL(databaseUrl).pathname.slice(1) : dataFolder });

export async function isThere(path: string): Promise<boolean> {
  try {
    await access(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
