import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField } from '../../platform/endpoint/text-field.ts';
import { moment, problemParams, trainedOn } from '../tracking/contract.ts';

export const variantVersionSchema = z
  .object({
    model: z.string().meta({ description: 'Name of the registered model' }),
    number: z.int(),
    runId: z.string(),
    createdAt: moment('When it was made'),
    variant: z
      .object({ id: z.string().nullable().meta({ description: 'null: nobody has declared it' }), name: z.string() })
      .nullable()
      .meta({ description: 'Of which its run is; null for none' }),
  })
  .meta({ id: 'VersionOfVariant' });
export type VariantVersion = z.infer<typeof variantVersionSchema>;

export const listVariantVersions = defineEndpoint({
  id: 'listVersionsByVariant',
  method: 'GET',
  path: '/api/problems/:problemId/model-variants/versions',
  permission: 'problem.read',
  summary:
    'Versions of the registered models of a problem that come from a run, the newest first, each with its variant; all, or of one variant, segment or training window.',
  params: problemParams,
  query: trainedOn.extend({ variantId: z.exactOptional(idField).meta({ description: 'Only of this variant' }) }),
  answer: z.object({ versions: z.array(variantVersionSchema) }),
  cli: { command: 'model-variant versions' },
});
