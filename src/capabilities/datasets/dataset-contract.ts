import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import {
  atLeastOne,
  moment,
  nameField,
  oneField,
  personField,
  problemParams,
  removedSchema,
  versionField,
  withinProblem,
  words,
} from './shared-contract.ts';
import { versionSummarySchema } from './version-contract.ts';

const params = withinProblem('datasetId', 'Id of the data set');
export const datasetNameField = nameField.meta({ description: 'What it is called: one of this name in the problem' });
const description = words('What one row is, and what it is used for');

export const outcomeFields = {
  column: z.string().min(1).max(300).meta({ description: 'Name of the column' }),
  positive: z.string().max(500).nullable().default(null).meta({
    description:
      'Of two values the one whose share is told, as text; null: the truth, the larger number or the rarer text',
  }),
};
const outcomeSchema = z.object(outcomeFields).meta({ id: 'DatasetOutcome' });
export type Outcome = z.infer<typeof outcomeSchema>;

export const datasetSchema = z
  .object({
    id: z.string(),
    name: datasetNameField,
    description,
    outcome: outcomeSchema.nullable().meta({ description: 'The column that a model is to tell; null: nobody said' }),
    latest: versionSummarySchema.nullable().meta({ description: 'Its newest version; null while it has none' }),
    versionCount: z.int(),
    createdBy: personField,
    createdAt: moment('When it was made'),
    version: versionField,
  })
  .meta({ id: 'Dataset' });
export type Dataset = z.infer<typeof datasetSchema>;

export const listDatasets = defineEndpoint({
  id: 'listDatasets',
  method: 'GET',
  path: '/api/problems/:problemId/datasets',
  permission: 'problem.read',
  summary: 'The data sets of the problem, each with its newest version.',
  params: problemParams,
  answer: z.object({ datasets: z.array(datasetSchema) }),
  cli: { command: 'dataset list' },
});

export const readDataset = defineEndpoint({
  id: 'readDataset',
  method: 'GET',
  path: '/api/problems/:problemId/datasets/:datasetId',
  permission: 'problem.read',
  summary: 'One data set, with its newest version.',
  params,
  answer: datasetSchema,
  cli: { command: 'dataset show' },
});

export const createDataset = defineEndpoint({
  id: 'createDataset',
  method: 'POST',
  path: '/api/problems/:problemId/datasets',
  permission: 'data.write',
  summary: 'Makes a data set, still without a version.',
  params: problemParams,
  body: z.strictObject({ name: datasetNameField, description: description.default('') }),
  answer: datasetSchema,
  status: 201,
  cli: { command: 'dataset create' },
});

export const editDataset = defineEndpoint({
  id: 'editDataset',
  method: 'PATCH',
  path: '/api/problems/:problemId/datasets/:datasetId',
  permission: 'data.write',
  summary: 'Changes the name or the description of a data set; its versions stay as they are.',
  params,
  body: z
    .strictObject({ name: z.exactOptional(datasetNameField), description: z.exactOptional(description) })
    .refine(atLeastOne, oneField),
  answer: datasetSchema,
  versioned: true,
  cli: { command: 'dataset edit' },
});

export const removeDataset = defineEndpoint({
  id: 'removeDataset',
  method: 'DELETE',
  path: '/api/problems/:problemId/datasets/:datasetId',
  permission: 'data.write',
  summary: 'Removes a data set with its versions from sight; it can be restored. Erasing is done by version.',
  params,
  answer: removedSchema,
  cli: { command: 'dataset remove' },
});

export const restoreDataset = defineEndpoint({
  id: 'restoreDataset',
  method: 'POST',
  path: '/api/problems/:problemId/datasets/:datasetId/restore',
  permission: 'data.write',
  summary: 'Undoes the removal of a data set.',
  params,
  answer: datasetSchema,
  cli: { command: 'dataset restore' },
});
