import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { textField } from '../../platform/endpoint/text-field.ts';
import {
  moment,
  movedField,
  nextField,
  personField,
  proposalsField,
  targetField,
  waitingQuery,
} from '../tracking/contract.ts';

export const waitingModelSchema = z
  .object({
    name: z.string(),
    createdBy: personField,
    createdAt: moment('When it was registered'),
    versions: z.int(),
    isPrompt: z.boolean(),
    proposals: proposalsField,
  })
  .meta({ id: 'WaitingModel' });
export type WaitingModel = z.infer<typeof waitingModelSchema>;

export const listModelInbox = defineEndpoint({
  id: 'listModelInbox',
  method: 'GET',
  path: '/api/inbox/models',
  permission: 'inbox.log',
  summary: 'Registered models of which nobody has said yet to which problem they belong, the newest first.',
  query: waitingQuery,
  answer: z.object({ models: z.array(waitingModelSchema), next: nextField }),
  cli: { command: 'inbox models' },
});

export const assignModels = defineEndpoint({
  id: 'assignModels',
  method: 'POST',
  path: '/api/registered-models/assign',
  permission: 'inbox.log',
  summary:
    'Says to which problem registered models belong, or puts them back in the inbox: all of them, or none. You may log where they were and where they go.',
  body: z.strictObject({
    names: z
      .array(textField({ max: 500, min: 1 }).meta({ description: 'Name of a registered model' }))
      .min(1)
      .max(500),
    problemId: targetField,
  }),
  answer: z.object({ moved: movedField.meta({ description: 'What was elsewhere, by name' }) }),
  cli: { command: 'inbox assign-models' },
});
