import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, textField } from '../../platform/endpoint/text-field.ts';
import { redirectSchema } from '../decisions/contract.ts';
import { phaseSchema } from './problem-contract.ts';

export const similarProblemSchema = z.object({
  id: z.string(),
  title: z.string(),
  phase: phaseSchema,
  reasons: z.string().nullable().meta({ description: 'Of a stopped problem: why it was stopped, shortened' }),
  redirect: redirectSchema.nullable().meta({ description: 'Of a stopped problem: where the solution is sought' }),
});
export type SimilarProblem = z.infer<typeof similarProblemSchema>;

export const listSimilarProblems = defineEndpoint({
  id: 'listSimilarProblems',
  method: 'GET',
  path: '/api/problems/similar',
  permission: 'problem.list',
  summary: 'Problems you may read that share words with a text, the most alike first; stopped ones with their reason.',
  query: z.object({
    text: textField({ max: 2000, min: 1 }).meta({ description: 'A title or a situation, as far as it is written' }),
    except: z.exactOptional(idField).meta({ description: 'Id of the problem it is about, which is left out' }),
  }),
  answer: z.object({ problems: z.array(similarProblemSchema) }),
  cli: { command: 'problem similar' },
});
