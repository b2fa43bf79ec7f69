import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, textField } from '../../platform/endpoint/text-field.ts';
import { runParams } from './run-contract.ts';

const columnsField = z.array(
  z.object({
    name: z.string().nullable().meta({ description: 'null: it has none' }),
    type: z.string().meta({
      description: 'Such as double, string[], {a: long}, or float32 [? × 28 × 28], where ? is as many as are given',
    }),
    isRequired: z.boolean(),
    default: z.string().nullable().meta({ description: 'Of a parameter, what it is where it is not given' }),
  }),
);

export const modelDescriptionSchema = z
  .object({
    flavors: z
      .array(z.object({ name: z.string(), settings: z.array(z.object({ key: z.string(), value: z.string() })) }))
      .meta({ description: 'The libraries that it can be loaded by, and what they say of it' }),
    signature: z
      .object({ inputs: columnsField, outputs: columnsField, params: columnsField })
      .nullable()
      .meta({ description: 'What it takes and gives; null: it does not say' }),
    inputExample: z.string().nullable().meta({ description: 'Name of the file with an example of what it takes' }),
    requirements: z.array(z.string()).nullable().meta({ description: 'The packages that it needs; null: not told' }),
    mlflowVersion: z.string().nullable(),
    pythonVersion: z.string().nullable(),
    madeAt: z.string().nullable().meta({ description: 'As the client wrote it, in UTC' }),
    size_bytes: z.int().nullable().meta({ description: 'Of all its files, as the client wrote it' }),
  })
  .meta({ id: 'ModelDescription' });
export type ModelDescription = z.infer<typeof modelDescriptionSchema>;

export const describeRunModel = defineEndpoint({
  id: 'describeRunModel',
  method: 'GET',
  path: '/api/runs/:runId/artifacts/model',
  permission: 'inbox.log',
  summary: 'What the file MLmodel of a model says: libraries, columns that it takes and gives, example, packages.',
  params: runParams,
  query: z.object({
    modelId: z.exactOptional(idField).meta({ description: 'Of a model that the run made or was given' }),
    path: textField({ max: 4096 })
      .default('MLmodel')
      .meta({ description: 'Of the file, below the place of the run or the model' }),
  }),
  answer: modelDescriptionSchema,
  cli: { command: 'run model' },
});
