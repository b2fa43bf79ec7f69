import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { datasetSchema, outcomeFields } from './dataset-contract.ts';
import { withinProblem } from './shared-contract.ts';

export const tellOutcome = defineEndpoint({
  id: 'tellDatasetOutcome',
  method: 'PUT',
  path: '/api/problems/:problemId/datasets/:datasetId/outcome',
  permission: 'data.write',
  summary: 'Says which column is what a model is to tell, for every version; the newest is set against it by a job.',
  params: withinProblem('datasetId', 'Id of the data set'),
  body: z.strictObject({
    column: outcomeFields.column.nullable().meta({ description: 'Name of the column; null: none is' }),
    positive: outcomeFields.positive,
  }),
  answer: datasetSchema,
  cli: { command: 'dataset outcome' },
});
