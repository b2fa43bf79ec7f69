import { z } from 'zod';
import { dateWritten, inBoth, oneFieldAtLeast } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { lineField, textField } from '../../platform/endpoint/text-field.ts';
import { orderBody, problemParams, removedSchema, versionField, withinProblem } from './problem-contract.ts';

const objectiveParams = withinProblem('objectiveId', 'Id of the objective');
const keyResultParams = withinProblem('keyResultId', 'Id of the key result');

const quantity = (description: string) =>
  z
    .string()
    .regex(/^-?\d{1,15}(\.\d{1,8})?$/, {
      error: inBoth(
        'Write a number with a point for the decimals and no thousands separators, such as 12.5',
        'Schrijf een getal met een punt voor de decimalen en zonder scheiding van duizendtallen, zoals 12.5',
      ),
    })
    .nullable()
    .meta({ description: `${description}, as a decimal string; null: not known yet` });

const objectiveText = textField({ max: 1000, min: 1 }).meta({ description: 'What is to be reached, in a sentence' });
const keyResultFields = {
  metric: lineField({ max: 200, min: 1 }).meta({ description: 'What is measured' }),
  unit: lineField({ max: 50 }).meta({ description: 'In which unit: %, minutes, EUR a year' }),
  baseline: quantity('Where it stands today'),
  target: quantity('Where it must get'),
  by: z.iso
    .date({ error: dateWritten })
    .nullable()
    .meta({ description: 'The day on which the target must be reached; null: not known yet' }),
  source: textField({ max: 1000 }).meta({ description: 'Where the measurement comes from' }),
};

export const keyResultSchema = z
  .object({
    id: z.string(),
    objectiveId: z.string(),
    position: z.int().meta({ description: 'From 0, within the objective' }),
    ...keyResultFields,
    direction: z
      .enum(['up', 'down'])
      .nullable()
      .meta({ description: 'Derived: up when the target is above the baseline; null while one is missing' }),
    isQuantified: z.boolean().meta({ description: 'Metric, unit, baseline, target, date and source are all there' }),
    missing: z.array(z.enum(['unit', 'baseline', 'target', 'by', 'source'])),
    version: versionField,
  })
  .meta({ id: 'KeyResult' });
export type KeyResult = z.infer<typeof keyResultSchema>;

export const objectiveSchema = z
  .object({
    id: z.string(),
    text: objectiveText,
    position: z.int().meta({ description: 'From 0' }),
    version: versionField,
    keyResults: z.array(keyResultSchema),
  })
  .meta({ id: 'Objective' });
export type Objective = z.infer<typeof objectiveSchema>;

const objectivesSchema = z.object({ objectives: z.array(objectiveSchema) });

export const listObjectives = defineEndpoint({
  id: 'listObjectives',
  method: 'GET',
  path: '/api/problems/:problemId/objectives',
  permission: 'problem.read',
  summary: 'The objectives with their key results, in order.',
  params: problemParams,
  answer: objectivesSchema,
  cli: { command: 'objective list' },
});

export const createObjective = defineEndpoint({
  id: 'createObjective',
  method: 'POST',
  path: '/api/problems/:problemId/objectives',
  permission: 'problem.write',
  summary: 'Adds an objective at the end.',
  params: problemParams,
  body: z.strictObject({ text: objectiveText }),
  answer: objectiveSchema,
  status: 201,
  cli: { command: 'objective create' },
});

export const editObjective = defineEndpoint({
  id: 'editObjective',
  method: 'PATCH',
  path: '/api/problems/:problemId/objectives/:objectiveId',
  permission: 'problem.write',
  summary: 'Changes the text of an objective.',
  params: objectiveParams,
  body: z.strictObject({ text: objectiveText }),
  answer: objectiveSchema,
  versioned: true,
  cli: { command: 'objective edit' },
});

export const removeObjective = defineEndpoint({
  id: 'removeObjective',
  method: 'DELETE',
  path: '/api/problems/:problemId/objectives/:objectiveId',
  permission: 'problem.write',
  summary: 'Removes an objective with its key results; it can be restored.',
  params: objectiveParams,
  answer: removedSchema,
  cli: { command: 'objective remove' },
});

export const restoreObjective = defineEndpoint({
  id: 'restoreObjective',
  method: 'POST',
  path: '/api/problems/:problemId/objectives/:objectiveId/restore',
  permission: 'problem.write',
  summary: 'Undoes the removal of an objective.',
  params: objectiveParams,
  answer: objectiveSchema,
  cli: { command: 'objective restore' },
});

export const orderObjectives = defineEndpoint({
  id: 'orderObjectives',
  method: 'PUT',
  path: '/api/problems/:problemId/objective-order',
  permission: 'problem.write',
  summary: 'Puts the objectives in another order.',
  params: problemParams,
  body: orderBody,
  answer: objectivesSchema,
  cli: { command: 'objective order' },
});

export const createKeyResult = defineEndpoint({
  id: 'createKeyResult',
  method: 'POST',
  path: '/api/problems/:problemId/objectives/:objectiveId/key-results',
  permission: 'problem.write',
  summary: 'Adds a key result to an objective; the metric is enough to begin with.',
  params: objectiveParams,
  body: z.strictObject({
    metric: keyResultFields.metric,
    unit: keyResultFields.unit.default(''),
    baseline: keyResultFields.baseline.default(null),
    target: keyResultFields.target.default(null),
    by: keyResultFields.by.default(null),
    source: keyResultFields.source.default(''),
  }),
  answer: keyResultSchema,
  status: 201,
  cli: { command: 'key-result create' },
});

export const editKeyResult = defineEndpoint({
  id: 'editKeyResult',
  method: 'PATCH',
  path: '/api/problems/:problemId/key-results/:keyResultId',
  permission: 'problem.write',
  summary: 'Changes one or more fields of a key result.',
  params: keyResultParams,
  body: z
    .strictObject({
      metric: z.exactOptional(keyResultFields.metric),
      unit: z.exactOptional(keyResultFields.unit),
      baseline: z.exactOptional(keyResultFields.baseline),
      target: z.exactOptional(keyResultFields.target),
      by: z.exactOptional(keyResultFields.by),
      source: z.exactOptional(keyResultFields.source),
    })
    .refine((fields) => Object.keys(fields).length > 0, { error: oneFieldAtLeast }),
  answer: keyResultSchema,
  versioned: true,
  cli: { command: 'key-result edit' },
});

export const removeKeyResult = defineEndpoint({
  id: 'removeKeyResult',
  method: 'DELETE',
  path: '/api/problems/:problemId/key-results/:keyResultId',
  permission: 'problem.write',
  summary: 'Removes a key result; it can be restored.',
  params: keyResultParams,
  answer: removedSchema,
  cli: { command: 'key-result remove' },
});

export const restoreKeyResult = defineEndpoint({
  id: 'restoreKeyResult',
  method: 'POST',
  path: '/api/problems/:problemId/key-results/:keyResultId/restore',
  permission: 'problem.write',
  summary: 'Undoes the removal of a key result.',
  params: keyResultParams,
  answer: keyResultSchema,
  cli: { command: 'key-result restore' },
});

export const orderKeyResults = defineEndpoint({
  id: 'orderKeyResults',
  method: 'PUT',
  path: '/api/problems/:problemId/objectives/:objectiveId/key-result-order',
  permission: 'problem.write',
  summary: 'Puts the key results of an objective in another order.',
  params: objectiveParams,
  body: orderBody,
  answer: objectiveSchema,
  cli: { command: 'key-result order' },
});
