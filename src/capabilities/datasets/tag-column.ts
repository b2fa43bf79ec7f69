import type { z } from 'zod';
import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { lockPresent } from './lock-row.ts';
import type { taggedColumnSchema } from './reading-contract.ts';
import { refuseUnknownColumn } from './refuse-unknown-column.ts';
import type { PersonalData } from './shared-contract.ts';
import { datasetDb } from './tables.ts';

interface Told {
  problemId: string;
  datasetId: string;
  column: string;
  personalData: PersonalData;
  description: string;
}

/** What a column tells of people, and what it means: of the data set, so that the next version has it too. */
export function tagColumn(ctx: Context, told: Told): Promise<z.infer<typeof taggedColumnSchema>> {
  const { problemId, datasetId, column, personalData, description } = told;
  return change(ctx, async (tx) => {
    await lockPresent(tx, 'dataset', { problemId, id: datasetId });
    await refuseUnknownColumn(tx.db, { datasetId, column });
    const tag = { personal_data: personalData, description, changed_by: ctx.actor.userId, changed_at: tx.now };
    await datasetDb(tx.db)
      .insertInto('dataset_column')
      .values({ dataset_id: datasetId, name: column, ...tag })
      .onConflict((conflict) => conflict.columns(['dataset_id', 'name']).doUpdateSet(tag))
      .execute();
    const subject = { kind: 'dataset', id: datasetId };
    tx.record({ type: 'dataset_column.tagged', subject, problemId, data: { column, personalData } });
    return { column, personalData, description };
  });
}
