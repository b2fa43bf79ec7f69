import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { textField } from '../../platform/endpoint/text-field.ts';

const erasedSchema = z
  .object({
    runs: z.int().meta({ description: 'Runs that it stood at as who began them' }),
    tags: z.int().meta({ description: 'Tags of experiments, runs, models and versions that said exactly this' }),
  })
  .meta({ id: 'ErasedClientName' });
export type ErasedClientName = z.infer<typeof erasedSchema>;

export const eraseClientName = defineEndpoint({
  id: 'eraseClientName',
  method: 'POST',
  path: '/api/runs/erase-client-name',
  permission: 'organisation.administer',
  summary: 'Erases the name of a person that clients have sent with runs and models, for good and everywhere.',
  body: z.strictObject({
    name: textField({ min: 1, max: 8000 }).meta({ description: 'Exactly as it was sent' }),
  }),
  answer: erasedSchema,
  cli: { command: 'run erase-client-name' },
});
