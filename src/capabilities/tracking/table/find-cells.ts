import { sql } from 'kysely';
import type { AnyDb } from '../../../platform/db/database.ts';
import { trackingDb } from '../tables.ts';
import { parentTag } from './parent-tag.ts';
import type { RunColumn } from './run-columns.ts';

type Cells = Record<string, string | number>;
type Found = { run_id: string; key: string; value: string | number };

/** What runs have in these columns, by run: one read for each kind of column, and no other fact of the run. */
export async function findCells(
  db: AnyDb,
  runIds: readonly string[],
  columns: readonly RunColumn[],
): Promise<Map<string, Cells>> {
  const cells = new Map<string, Cells>(runIds.map((id) => [id, {}]));
  if (runIds.length === 0) return cells;
  const kinds = Map.groupBy(columns, ({ entity }) => entity);
  await Promise.all(
    [...kinds].map(async ([entity, wanted]) => {
      const names = new Map(wanted.map(({ key, name }) => [key, name]));
      for (const { run_id, key, value } of await listFound(db, entity, [runIds, [...names.keys()]])) {
        const name = names.get(key);
        const row = cells.get(run_id);
        if (row && name !== undefined) row[name] = value;
      }
    }),
  );
  return cells;
}

async function listFound(
  db: AnyDb,
  entity: RunColumn['entity'],
  [runIds, keys]: [readonly string[], readonly string[]],
): Promise<Found[]> {
  if (entity !== 'metric')
    return trackingDb(db)
      .selectFrom(entity === 'param' ? 'run_param' : 'run_tag')
      .select(['run_id', 'key', 'value'])
      .where('run_id', 'in', runIds)
      .where('key', 'in', keys)
      .execute();
  const rows = await trackingDb(db)
    .selectFrom('run_metric')
    .select(['run_id', 'key', 'value', 'is_nan'])
    .where('run_id', 'in', runIds)
    .where('key', 'in', keys)
    .execute();
  return rows.map(({ is_nan, ...row }) => (is_nan ? { ...row, value: 'NaN' } : row));
}

/** Of which run each is a part, and how many that were not deleted are parts of it. */
export async function findNesting(
  db: AnyDb,
  runIds: readonly string[],
): Promise<{ parents: Map<string, string>; children: Map<string, number> }> {
  if (runIds.length === 0) return { parents: new Map(), children: new Map() };
  const [parents, children] = await Promise.all([
    trackingDb(db)
      .selectFrom('run_tag')
      .select(['run_id', 'value'])
      .where('run_id', 'in', runIds)
      .where('key', '=', parentTag)
      .execute(),
    // By the beginning of the value, as its index has it.
    sql<{
      value: string;
      runs: number;
    }>`select t.value as value, count(*) as runs from run_tag t join run on run.id = t.run_id
      where t.key = ${parentTag} and ${sql`substr(t.value, 1, 64) in (${sql.join(runIds.map((id) => id.slice(0, 64)))})`} and run.deleted_at is null
      group by t.value`.execute(db),
  ]);
  return {
    parents: new Map(parents.map(({ run_id, value }) => [run_id, value])),
    children: new Map(children.rows.map(({ value, runs }) => [value, runs])),
  };
}
