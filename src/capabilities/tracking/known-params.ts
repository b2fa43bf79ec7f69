import type { AnyDb } from '../../platform/db/database.ts';
import { trackingDb } from './tables.ts';
import type { KeyValue } from './run.ts';

interface Given {
  runId: string;
  params: readonly KeyValue[];
}

const placeOf = (runId: string, key: string) => `${runId} ${key}`;

/** The values that parameters have already, of the runs that are given some. These are held: of two values for one name, one is refused. */
export async function knownParams(db: AnyDb, given: readonly Given[]): Promise<Map<string, string>> {
  const runIds = [...new Set(given.filter(({ params }) => params.length > 0).map(({ runId }) => runId))];
  if (runIds.length === 0) return new Map();
  const keys = [...new Set(given.flatMap(({ params }) => params.map(({ key }) => key)))];
  const rows = await trackingDb(db)
    .selectFrom('run_param')
    .selectAll()
    .where('run_id', 'in', runIds)
    .where('key', 'in', keys)
    .execute();
  return new Map(rows.map(({ run_id, key, value }) => [placeOf(run_id, key), value]));
}

/**
 * A parameter is given once; the same value again is no change. What is new is known from now on, also to those who are
 * written together with it.
 */
export function findChangedParam(
  known: Map<string, string>,
  { runId, params }: Given,
): { key: string; old: string; given: string } | null {
  for (const { key, value } of params) {
    const old = known.get(placeOf(runId, key));
    if (old !== undefined && old !== value) return { key, old, given: value };
  }
  for (const { key, value } of params) known.set(placeOf(runId, key), value);
  return null;
}
