import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { schemaSteps } from '../../src/migrations/index.ts';
import { openPostgres, openSqlite } from '../../src/platform/db/database.ts';
import { migrate } from '../../src/platform/db/migrate.ts';

/**
 * Databases that have had every step of the schema and hold nothing. A suite begins with a copy of one: the steps are a third of
 * what opening a Peil takes, and they are proven by tests of their own.
 */
let file: Promise<Buffer> | undefined;

/** Puts a migrated SQLite file where there is none yet. */
export async function putMigratedFile(path: string): Promise<void> {
  file ??= makeFile();
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, await file, { flag: 'wx' });
}

async function makeFile(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'peil-migrated-'));
  const path = join(folder, 'peil.db');
  const database = await openSqlite({ path, durable: false });
  await migrate(database, schemaSteps);
  await database.close();
  const made = await readFile(path);
  await rm(folder, { recursive: true, force: true });
  return made;
}

/** Makes the database that PostgreSQL copies for each suite, and answers its name. */
export async function makeMigratedDatabase(adminUrl: string): Promise<string> {
  const name = `peil_migrated_${process.pid}`;
  await dropMigratedDatabase(adminUrl, name);
  await asAdmin(adminUrl, `create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const database = await openPostgres(url.href, { connections: 2 });
  await migrate(database, schemaSteps);
  await database.close();
  return name;
}

export async function dropMigratedDatabase(adminUrl: string, name: string): Promise<void> {
  await asAdmin(adminUrl, `drop database if exists ${name} with (force)`);
}

export async function asAdmin(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
