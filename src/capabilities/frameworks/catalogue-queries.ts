import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import type { Entry, EntryFacts, EntryVersion } from './catalogue-contract.ts';
import { frameworksErrors } from './errors.ts';
import { marksOf } from './mark-entry.ts';
import { shippedCatalogue } from './shipped/shipped-catalogue.ts';
import { frameworksDb, type FrameworksTables } from './tables.ts';

type Row = Selectable<FrameworksTables['framework_fact']>;

/** Every entry as it counts today: the newest facts of the organisation, else those that came with Peil; by name. */
export async function listEntries(db: AnyDb, today: string): Promise<Entry[]> {
  const rows = await frameworksDb(db).selectFrom('framework_fact').selectAll().orderBy('number').execute();
  const newest = new Map(rows.map((row) => [row.entry_key, row]));
  const keys = [...new Set([...Object.keys(shippedCatalogue), ...newest.keys()])];
  return keys
    .flatMap((key) => asEntry(key, newest.get(key), today) ?? [])
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || a.key.localeCompare(b.key));
}

/** Null where the catalogue has no such key. */
export async function findEntry(db: AnyDb, key: string, today: string): Promise<Entry | null> {
  const row = await frameworksDb(db)
    .selectFrom('framework_fact')
    .selectAll()
    .where('entry_key', '=', key)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return asEntry(key, row, today);
}

export async function getEntry(db: AnyDb, key: string, today: string): Promise<Entry> {
  const entry = await findEntry(db, key, today);
  if (!entry) throw frameworksErrors.entryNotFound({ key });
  return entry;
}

/** Those of these keys that there are, whether they are offered or not: what was chosen once stays known. */
export async function listEntriesOf(db: AnyDb, keys: readonly string[], today: string): Promise<Entry[]> {
  if (keys.length === 0) return [];
  const asked = new Set(keys);
  return (await listEntries(db, today)).filter(({ key }) => asked.has(key));
}

/** The newest first; what came with Peil is version 0. */
export async function listVersions(db: AnyDb, key: string): Promise<EntryVersion[]> {
  const rows = await frameworksDb(db)
    .selectFrom('framework_fact')
    .selectAll()
    .where('entry_key', '=', key)
    .orderBy('number', 'desc')
    .execute();
  const own = rows.map(({ number, facts, note, changed_by, changed_at }) => ({
    version: number,
    facts: fromJson<EntryFacts>(facts),
    note,
    changedBy: changed_by,
    changedAt: changed_at,
  }));
  const came = shippedOf(key);
  return came ? [...own, { version: 0, facts: came, note: '', changedBy: null, changedAt: null }] : own;
}

function asEntry(key: string, row: Row | undefined, today: string): Entry | null {
  const came = shippedOf(key);
  const facts = row ? fromJson<EntryFacts>(row.facts) : came;
  if (!facts) return null;
  return {
    key,
    ...facts,
    version: row?.number ?? 0,
    isOwn: came === undefined,
    changedBy: row?.changed_by ?? null,
    changedAt: row?.changed_at ?? null,
    newerShipped: row !== undefined && came !== undefined && came.asOf > facts.asOf,
    marks: marksOf(facts, today),
  };
}

function shippedOf(key: string): EntryFacts | undefined {
  return Object.hasOwn(shippedCatalogue, key) ? shippedCatalogue[key] : undefined;
}
