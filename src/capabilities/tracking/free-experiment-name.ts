import type { AnyDb } from '../../platform/db/database.ts';
import { cut } from './check-facts.ts';
import { limits } from './limits.ts';
import { trackingDb } from './tables.ts';

/** The name, or where it is taken the name with the first addition that makes it another: `added` is asked from 2 on. */
export async function freeExperimentName(db: AnyDb, name: string, added: (count: number) => string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const end = count === 1 ? '' : added(count);
    const candidate = cut(name, limits.experimentName - end.length) + end;
    const taken = await trackingDb(db)
      .selectFrom('experiment')
      .select('id')
      .where('name', '=', candidate)
      .executeTakeFirst();
    if (!taken) return candidate;
  }
}
