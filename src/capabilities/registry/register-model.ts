import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { isUniqueViolation } from '../../platform/db/database-error.ts';
import { newId } from '../../platform/ids.ts';
import { type KeyValue, problemOfNew } from '../tracking/index.ts';
import { checkModelName, checkTags } from './check-labels.ts';
import { registryErrors } from './errors.ts';
import { getRegisteredModel } from './registry-queries.ts';
import type { RegisteredModel } from './registered-model.ts';
import { registryDb } from './tables.ts';

interface Given {
  name: string;
  description: string;
  tags: readonly KeyValue[];
}

/** A name under which versions are gathered. Belongs to the problem that its tag `peil.problem` names, or else a naming rule. Throws 409. */
export async function registerModel(ctx: Context, given: Given): Promise<RegisteredModel> {
  const { name, description } = given;
  checkModelName(name);
  checkTags(given.tags);
  const { problemId, tags } = await problemOfNew(ctx, given);
  try {
    await change(ctx, async (tx) => {
      const id = newId(tx.now);
      const made = { created_by: ctx.actor.userId, created_at: tx.now, changed_at: tx.now };
      await registryDb(tx.db)
        .insertInto('registered_model')
        .values({ id, name, description, problem_id: problemId, ...made })
        .execute();
      await setModelTags(tx, id, tags);
      tx.record({
        type: 'registered_model.created',
        subject: { kind: 'registered_model', id },
        problemId,
        data: { name },
      });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw registryErrors.modelExists({ name });
    throw error;
  }
  return getRegisteredModel(ctx, name);
}

export async function setModelTags({ db }: Pick<Tx, 'db'>, model_id: string, tags: readonly KeyValue[]): Promise<void> {
  const last = new Map(tags.map(({ key, value }) => [key, value]));
  if (last.size === 0) return;
  await registryDb(db)
    .insertInto('registered_model_tag')
    .values([...last].map(([key, value]) => ({ model_id, key, value })))
    .onConflict((conflict) =>
      conflict.columns(['model_id', 'key']).doUpdateSet((is) => ({ value: is.ref('excluded.value') })),
    )
    .execute();
}
