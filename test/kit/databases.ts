import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, inject } from 'vitest';
import type { Config } from '../../src/platform/config/config.ts';
import { type Database, type DatabaseKind, openPostgres, openSqlite } from '../../src/platform/db/database.ts';
import { newId } from '../../src/platform/ids.ts';
import { openTestPeil, type TestPeil } from './app.ts';
import { asAdmin } from './migrated.ts';

/** What a suite that runs on both databases gets. */
export interface DatabaseKit {
  kind: DatabaseKind;
  /** A whole Peil on a new, migrated database; `close` removes it. */
  openPeil: (overrides?: Partial<Config>) => Promise<TestPeil>;
  /** A new, empty database; `remove` closes and removes it. */
  openEmpty: () => Promise<EmptyDatabase>;
}

export interface EmptyDatabase {
  database: Database;
  /** The path of the file or the URL, for a second process on the same data. */
  address: string;
  remove: () => Promise<void>;
}

/** Runs the same suite on real SQLite and on real PostgreSQL. Without PostgreSQL that half is skipped by name. */
export function describeEachDatabase(title: string, suite: (kit: DatabaseKit) => void): void {
  const { url, migrated, missing } = inject('postgres');
  describe(`${title} (SQLite)`, () => {
    suite(sqliteKit);
  });
  describe.runIf(url)(`${title} (PostgreSQL${missing ? `: ${missing}` : ''})`, () => {
    suite(postgresKit(url ?? '', migrated));
  });
}

const sqliteKit: DatabaseKit = {
  kind: 'sqlite',
  openPeil: openTestPeil,
  openEmpty: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'peil-db-'));
    const address = join(folder, 'peil.db');
    const database = await openSqlite({ path: address, durable: false });
    const remove = async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    };
    return { database, address, remove };
  },
};

function postgresKit(adminUrl: string, migrated: string | undefined): DatabaseKit {
  return {
    kind: 'postgres',
    openPeil: async (overrides = {}) => {
      const { url, drop } = await newPostgresDatabase(adminUrl, migrated);
      const peil = await openTestPeil({ ...overrides, databaseUrl: url });
      const close = async () => {
        await peil.close();
        await drop();
      };
      return { ...peil, close };
    },
    openEmpty: async () => {
      const { url, drop } = await newPostgresDatabase(adminUrl);
      const database = await openPostgres(url, { connections: 4 });
      const remove = async () => {
        await database.close();
        await drop();
      };
      return { database, address: url, remove };
    },
  };
}

/** @param template a database to begin as a copy of, which nobody may be connected to */
export async function newPostgresDatabase(
  adminUrl: string,
  template = 'template1',
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `peil_${newId().replaceAll('-', '')}`;
  await asAdmin(adminUrl, `create database ${name} template ${template}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdmin(adminUrl, `drop database ${name} with (force)`) };
}
