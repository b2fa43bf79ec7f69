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
