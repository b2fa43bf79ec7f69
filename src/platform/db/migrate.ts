import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { AnyDb, Database, DatabaseKind } from './database.ts';

/** One step of the schema's history: append-only, never edited once released. */
export interface SchemaStep {
  /** `0001-name`, as the file is called */
  name: string;
  up: (db: AnyDb, kind: DatabaseKind) => Promise<void>;
}

/** The data was written by a newer Peil than this one. */
export class NewerDataError extends Error {
  constructor(unknown: readonly string[]) {
    super(
      `This data was written by a newer Peil (it knows ${unknown.join(', ')}, this one does not). Start the newer Peil, or restore a backup made by this version.`,
    );
    this.name = 'NewerDataError';
  }
}

/** Names of the steps that the database has had; none on a new one. */
async function appliedSteps(db: AnyDb): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map((row) => row.name);
}

/** Brings the schema up to date in one transaction: all steps or none. Refuses newer data. */
export async function migrate(database: Database, steps: readonly SchemaStep[]): Promise<string[]> {
  const applied = await appliedSteps(database.writer);
  const unknown = applied.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) throw new NewerDataError(unknown);
  if (applied.length === steps.length) return [];
  const migrations: Record<string, Migration> = Object.fromEntries(
    steps.map((step) => [step.name, { up: (db: Kysely<unknown>) => step.up(db, database.kind) }]),
  );
  const migrator = new Migrator({ db: database.writer, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}
