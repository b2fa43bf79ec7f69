import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { rolesOfActor } from '../identity/index.ts';
import { datasetErrors } from './errors.ts';
import { lockPresent } from './lock-row.ts';
import type { Source, StatingRole } from './source-contract.ts';
import { getSource } from './source-queries.ts';
import { datasetDb } from './tables.ts';

interface Given {
  problemId: string;
  sourceId: string;
  role: StatingRole;
}

/** States that this is the source, in a role that one holds oneself; a later statement in the same role replaces it. */
export async function identifySource(ctx: Context, given: Given & { note: string }): Promise<Source> {
  const { problemId, sourceId, role, note } = given;
  await change(ctx, async (tx) => {
    const { roles } = await rolesOfActor(ctx, tx.db, problemId);
    if (!roles.includes(role)) throw datasetErrors.notYourRole({ role });
    const { version } = await lockPresent(tx, 'data_source', { problemId, id: sourceId });
    const said = { user_id: ctx.actor.userId, of_version: version, note, at: tx.now };
    await datasetDb(tx.db)
      .insertInto('data_source_statement')
      .values({ source_id: sourceId, role, ...said })
      .onConflict((conflict) => conflict.columns(['source_id', 'role']).doUpdateSet(said))
      .execute();
    const data = { role, version };
    tx.record({ type: 'data_source.identified', subject: { kind: 'data_source', id: sourceId }, problemId, data });
  });
  return getSource(ctx, given);
}

export async function withdrawStatement(ctx: Context, given: Given): Promise<Source> {
  const { problemId, sourceId, role } = given;
  await change(ctx, async (tx) => {
    await lockPresent(tx, 'data_source', { problemId, id: sourceId });
    const stated = await datasetDb(tx.db)
      .selectFrom('data_source_statement')
      .select('user_id')
      .where('source_id', '=', sourceId)
      .where('role', '=', role)
      .executeTakeFirst();
    if (!stated) throw datasetErrors.notStated({ role });
    if (stated.user_id !== ctx.actor.userId) throw datasetErrors.notYourStatement();
    await datasetDb(tx.db)
      .deleteFrom('data_source_statement')
      .where('source_id', '=', sourceId)
      .where('role', '=', role)
      .execute();
    const subject = { kind: 'data_source', id: sourceId };
    tx.record({ type: 'data_source.statement_withdrawn', subject, problemId, data: { role } });
  });
  return getSource(ctx, given);
}
