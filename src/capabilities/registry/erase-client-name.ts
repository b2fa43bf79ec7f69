import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { erasedClientName, eraseNameInTracking } from '../tracking/index.ts';
import type { ErasedClientName } from './client-name-contract.ts';
import { registryErrors } from './errors.ts';
import { registryDb } from './tables.ts';

/**
 * Erases the name of a person that clients have sent, for good and everywhere: who began a run, and tags that say exactly that name.
 * Who signs in here is known by an id, whose name is erased with the account. The event says that a name went, and not which.
 */
export async function eraseClientName(ctx: Context, name: string): Promise<ErasedClientName> {
  return change(ctx, async (tx) => {
    const { runs, tags } = await eraseNameInTracking(tx.db, name);
    let ofModels = 0n;
    for (const table of ['registered_model_tag', 'model_version_tag'] as const) {
      const changed = await registryDb(tx.db)
        .updateTable(table)
        .set({ value: erasedClientName })
        .where('value', '=', name)
        .executeTakeFirst();
      ofModels += changed.numUpdatedRows;
    }
    const erased = { runs, tags: tags + Number(ofModels) };
    if (erased.runs + erased.tags === 0) throw registryErrors.clientNameNotFound();
    const subject = { kind: 'client_name', id: newId(tx.now) };
    tx.record({ type: 'personal_data.client_name_erased', subject, problemId: null, data: erased });
    return erased;
  });
}
