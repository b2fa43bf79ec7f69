import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField } from '../../platform/endpoint/text-field.ts';
import { factNames } from './run.ts';

export const obstaclesField = z
  .array(
    z.object({
      obstacle: z.string(),
      sentence: z.string().meta({ description: 'In the language of the reader' }),
    }),
  )
  .meta({ description: 'Why it cannot be promoted yet; none: a gate may decide on it' });
export type Obstacle = z.infer<typeof obstaclesField>[number];

export const runFactsSchema = z
  .object({
    runId: z.string(),
    mayBePromoted: z.boolean().meta({ description: 'Only a run of a problem that has all six' }),
    obstacles: obstaclesField,
    facts: z
      .array(
        z.object({
          fact: z.enum(factNames),
          isGiven: z.boolean(),
          found: z.array(z.string()).meta({ description: 'What says so, as the client gave it' }),
          lacks: z.array(
            z.object({
              lack: z.string(),
              sentence: z.string().meta({ description: 'What is missing' }),
              python: z.string().meta({ description: 'How to give it with the client of MLflow' }),
            }),
          ),
        }),
      )
      .meta({ description: 'The six, in their order' }),
  })
  .meta({ id: 'RunFacts' });
export type RunFacts = z.infer<typeof runFactsSchema>;

export const readRunFacts = defineEndpoint({
  id: 'readRunFacts',
  method: 'GET',
  path: '/api/runs/:runId/six-facts',
  permission: 'inbox.log',
  summary:
    'The six facts of a run: time, result, model, hyperparameters, version of the data, version of the code; what lacks, and how to give it.',
  params: z.object({ runId: idField.meta({ description: 'Id of the run' }) }),
  answer: runFactsSchema,
  cli: { command: 'run facts' },
});
