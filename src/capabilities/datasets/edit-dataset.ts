import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { searchable } from '../../platform/text/searchable.ts';
import { refuseTakenName } from './create-dataset.ts';
import type { Dataset } from './dataset-contract.ts';
import { getDataset } from './dataset-queries.ts';
import { lockPresent } from './lock-row.ts';
import { refuseStale } from '../../platform/errors/refuse-stale.ts';
import { datasetDb } from './tables.ts';

interface Given {
  problemId: string;
  datasetId: string;
  version: number;
  fields: { name?: string; description?: string };
}

export async function editDataset(ctx: Context, given: Given): Promise<Dataset> {
  const { problemId, datasetId, fields, version } = given;
  await change(ctx, async (tx) => {
    const row = await lockPresent(tx, 'dataset', { problemId, id: datasetId });
    const { name, description } = row;
    refuseStale({ given: version, current: row.version }, { yours: fields, theirs: { name, description } });
    if (fields.name !== undefined) await refuseTakenName(tx, { problemId, name: fields.name, except: datasetId });
    await datasetDb(tx.db)
      .updateTable('dataset')
      .set({
        ...fields,
        ...(fields.name === undefined ? {} : { name_key: searchable(fields.name) }),
        version: version + 1,
      })
      .where('id', '=', datasetId)
      .execute();
    const data = { fields: Object.keys(fields), version: version + 1 };
    tx.record({ type: 'dataset.edited', subject: { kind: 'dataset', id: datasetId }, problemId, data });
  });
  return getDataset(ctx.db, given);
}
