import type { AnyDb } from '../../platform/db/database.ts';
import { dataRequirementFields, type DataRequirementFields } from './data-requirement-contract.ts';
import { formulationErrors } from './errors.ts';
import { ListedThings } from './listed-things.ts';

/** The data that is needed, as a list within the problem: its columns are called as its fields. */
export const dataRequirements = new ListedThings<DataRequirementFields>({
  table: 'data_requirement',
  notFound: formulationErrors.dataRequirementNotFound,
  toColumns: (fields) => ({ ...fields }),
  toFields: (row) =>
    Object.fromEntries(dataRequirementFields.map((field) => [field, row[field]])) as unknown as DataRequirementFields,
});

/** For capabilities whose things answer them. */
export async function listDataRequirementIds(db: AnyDb, problemId: string): Promise<string[]> {
  return (await dataRequirements.list(db, problemId)).map(({ id }) => id);
}

/** What is needed, in order, for capabilities that judge whether it is there. */
export async function listNeededData(db: AnyDb, problemId: string): Promise<{ id: string; what: string }[]> {
  return (await dataRequirements.list(db, problemId)).map(({ id, what }) => ({ id, what }));
}
