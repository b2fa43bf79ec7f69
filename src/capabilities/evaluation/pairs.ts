import type { AnyDb } from '../../platform/db/database.ts';
import { oneOf } from '../../platform/db/one-of.ts';
import { evaluationDb } from './tables.ts';

/** Euros a month of the own over the other, on the cases that both have. */
export interface Pair {
  ownId: string;
  otherId: string;
  cases: number;
  difference: number;
  low: number;
  high: number;
}

/** Done twice it is there once. */
export async function insertPair(db: AnyDb, { ownId, otherId, cases, difference, low, high }: Pair): Promise<void> {
  await evaluationDb(db)
    .insertInto('evaluation_pair')
    .values({ own_id: ownId, other_id: otherId, cases, difference, low, high })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Of each of these over every other that it was held against, whichever of the two was the best then. */
export async function listPairs(db: AnyDb, ownIds: readonly string[]): Promise<Pair[]> {
  if (ownIds.length === 0) return [];
  const columns = ['own_id as ownId', 'other_id as otherId', 'cases', 'difference', 'low', 'high'] as const;
  const from = evaluationDb(db).selectFrom('evaluation_pair').select(columns);
  const own = await from.where(oneOf(db, 'own_id', ownIds)).execute();
  const turned = await from.where(oneOf(db, 'other_id', ownIds)).execute();
  return [...own, ...turned.map(turn)];
}

const turn = ({ ownId, otherId, cases, difference, low, high }: Pair): Pair => ({
  ownId: otherId,
  otherId: ownId,
  cases,
  difference: -difference,
  low: -high,
  high: -low,
});
