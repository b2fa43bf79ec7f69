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

/** One server for the whole run. One that is named in PEIL_TEST_POSTGRES is used as it is, and left alone. */
export async function setup(project: TestProject): Promise<void> {
  offered ??= await offer();
  project.provide('postgres', offered);
}

async function offer(): Promise<PostgresOffer> {
  const named = process.env['PEIL_TEST_POSTGRES'];
  if (named) return { url: named, migrated: await makeMigratedDatabase(named) };
  if (!findPostgresBinaries()) {
    if (process.env['CI'] === 'true') throw new Error(postgresMissing);
    return { missing: postgresMissing };
  }
  cluster = await startPostgres();
  process.env['PEIL_TEST_POSTGRES'] = cluster.url;
  return { url: cluster.url, migrated: await makeMigratedDatabase(cluster.url) };
}

export async function teardown(): Promise<void> {
  if (!cluster && offered?.url) await dropMigratedDatabase(offered.url, offered.migrated);
  offered = undefined;
  if (!cluster) return;
  delete process.env['PEIL_TEST_POSTGRES'];
  await cluster.stop();
}
