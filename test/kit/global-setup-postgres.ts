import type { TestProject } from 'vitest/node';
import { findPostgresBinaries } from './programs.ts';
import { dropMigratedDatabase, makeMigratedDatabase } from './migrated.ts';
import { type PostgresCluster, postgresMissing, startPostgres } from './postgres.ts';

/** What a suite gets from `inject('postgres')`: where the server of this run is and which database to copy, or why there is none. */
export type PostgresOffer =
  | { url: string; migrated: string; missing?: never }
  | { url?: never; migrated?: never; missing: string };

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- vitest's own interface is widened here.
  interface ProvidedContext {
    postgres: PostgresOffer;
  }
}

let cluster: PostgresCluster | undefined;
let offered: PostgresOffer | undefined;
/** What this project made: each project of a run loads this file for itself, and the first makes what all of them use. */
let made: { url: string; migrated: string } | undefined;

/** One server for the whole run. One that is named in PEIL_TEST_POSTGRES is used as it is, and left alone. */
export async function setup(project: TestProject): Promise<void> {
  offered ??= await offer();
  project.provide('postgres', offered);
}

async function offer(): Promise<PostgresOffer> {
  const { PEIL_TEST_POSTGRES: named, PEIL_TEST_POSTGRES_MIGRATED: migrated } = process.env;
  if (named && migrated) return { url: named, migrated };
  if (!named && !findPostgresBinaries()) {
    if (process.env['CI'] === 'true') throw new Error(postgresMissing);
    return { missing: postgresMissing };
  }
  const url = named || (await startCluster());
  made = { url, migrated: await makeMigratedDatabase(url) };
  process.env['PEIL_TEST_POSTGRES'] = url;
  process.env['PEIL_TEST_POSTGRES_MIGRATED'] = made.migrated;
  return made;
}

async function startCluster(): Promise<string> {
  cluster = await startPostgres();
  return cluster.url;
}

export async function teardown(): Promise<void> {
  offered = undefined;
  if (!made) return;
  delete process.env['PEIL_TEST_POSTGRES_MIGRATED'];
  if (!cluster) return dropMigratedDatabase(made.url, made.migrated);
  delete process.env['PEIL_TEST_POSTGRES'];
  await cluster.stop();
}
