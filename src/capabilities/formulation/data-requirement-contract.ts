import { z } from 'zod';
import { oneFieldAtLeast } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { lineField, textField } from '../../platform/endpoint/text-field.ts';
import { orderBody, problemParams, removedSchema, versionField, withinProblem } from './problem-contract.ts';

const params = withinProblem('dataRequirementId', 'Id of the data requirement');

const line = (description: string) => lineField({ max: 300 }).meta({ description });
const fields = {
  what: lineField({ max: 200, min: 1 }).meta({ description: 'Which field or data is needed' }),
  why: textField({ max: 2000 }).meta({ description: 'Why: what it says about the target' }),
  history: line('How much history is needed: two years, three seasons'),
  granularity: line('One row per what: per flight, per customer and day'),
  freshness: line('How old it may be at the moment of prediction'),
  segment: line('For which part of the cases it must be there: all, one country, one product'),
  volume: line('How many rows or cases are expected'),
  source: textField({ max: 1000 }).meta({ description: 'Its owner, and the source as far as it is known' }),
};
export const dataRequirementFields = Object.keys(fields) as (keyof typeof fields)[];

export const dataRequirementSchema = z
  .object({
    id: z.string(),
    position: z.int().meta({ description: 'From 0' }),
    ...fields,
    version: versionField,
  })
  .meta({ id: 'DataRequirement' });
export type DataRequirement = z.infer<typeof dataRequirementSchema>;
export type DataRequirementFields = Pick<DataRequirement, keyof typeof fields>;
const listSchema = z.object({ dataRequirements: z.array(dataRequirementSchema) });

export const listDataRequirements = defineEndpoint({
  id: 'listDataRequirements',
  method: 'GET',
  path: '/api/problems/:problemId/data-requirements',
  permission: 'problem.read',
  summary: 'The data that is needed, in order.',
  params: problemParams,
  answer: listSchema,
  cli: { command: 'data-requirement list' },
});

export const createDataRequirement = defineEndpoint({
  id: 'createDataRequirement',
  method: 'POST',
  path: '/api/problems/:problemId/data-requirements',
  permission: 'problem.write',
  summary: 'Adds data that is needed, at the end; what it is is enough to begin with.',
  params: problemParams,
  body: z.strictObject({
    what: fields.what,
    why: fields.why.default(''),
    history: fields.history.default(''),
    granularity: fields.granularity.default(''),
    freshness: fields.freshness.default(''),
    segment: fields.segment.default(''),
    volume: fields.volume.default(''),
    source: fields.source.default(''),
  }),
  answer: dataRequirementSchema,
  status: 201,
  cli: { command: 'data-requirement create' },
});

export const editDataRequirement = defineEndpoint({
  id: 'editDataRequirement',
  method: 'PATCH',
  path: '/api/problems/:problemId/data-requirements/:dataRequirementId',
  permission: 'problem.write',
  summary: 'Changes one or more fields of a data requirement.',
  params,
  body: z
    .strictObject({
      what: z.exactOptional(fields.what),
      why: z.exactOptional(fields.why),
      history: z.exactOptional(fields.history),
      granularity: z.exactOptional(fields.granularity),
      freshness: z.exactOptional(fields.freshness),
      segment: z.exactOptional(fields.segment),
      volume: z.exactOptional(fields.volume),
      source: z.exactOptional(fields.source),
    })
    .refine((given) => Object.keys(given).length > 0, { error: oneFieldAtLeast }),
  answer: dataRequirementSchema,
  versioned: true,
  cli: { command: 'data-requirement edit' },
});

export const removeDataRequirement = defineEndpoint({
  id: 'removeDataRequirement',
  method: 'DELETE',
  path: '/api/problems/:problemId/data-requirements/:dataRequirementId',
  permission: 'problem.write',
  summary: 'Removes a data requirement; it can be restored.',
  params,
  answer: removedSchema,
  cli: { command: 'data-requirement remove' },
});

export const restoreDataRequirement = defineEndpoint({
  id: 'restoreDataRequirement',
  method: 'POST',
  path: '/api/problems/:problemId/data-requirements/:dataRequirementId/restore',
  permission: 'problem.write',
  summary: 'Undoes the removal of a data requirement.',
  params,
  answer: dataRequirementSchema,
  cli: { command: 'data-requirement restore' },
});

export const orderDataRequirements = defineEndpoint({
  id: 'orderDataRequirements',
  method: 'PUT',
  path: '/api/problems/:problemId/data-requirement-order',
  permission: 'problem.write',
  summary: 'Puts the data requirements in another order.',
  params: problemParams,
  body: orderBody,
  answer: listSchema,
  cli: { command: 'data-requirement order' },
});
