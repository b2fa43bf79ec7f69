import type { AnyDb } from '../../platform/db/database.ts';
import { formulationErrors } from './errors.ts';
import { formulationDb } from './tables.ts';

const most = 50;

/** After everything else of its kind in the problem, removed ones included, so that a restored one finds its place. */
export async function nextPosition(
  db: AnyDb,
  { table, problemId }: { table: 'objective' | 'key_result' | 'data_requirement' | 'alternative'; problemId: string },
): Promise<number> {
  const { last } = await formulationDb(db)
    .selectFrom(table)
    .select((eb) => eb.fn.max('position').as('last'))
    .where('problem_id', '=', problemId)
    .executeTakeFirstOrThrow();
  return last === null ? 0 : last + 1;
}

export function refuseMore(present: readonly unknown[]): void {
  if (present.length >= most) throw formulationErrors.tooMany({ limit: most });
}

/** Throws 409 unless the order names exactly what is there: somebody may have added one meanwhile. */
export function refuseOtherIds(given: readonly string[], present: readonly { id: string }[]): void {
  const expected = present.map(({ id }) => id);
  const isSame = new Set(given).size === given.length && [...given].sort().join() === [...expected].sort().join();
  if (!isSame) throw formulationErrors.orderDiffers({ expected });
}
