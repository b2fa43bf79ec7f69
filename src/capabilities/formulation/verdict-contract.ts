import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { textField } from '../../platform/endpoint/text-field.ts';
import { moment, problemParams, withinProblem } from './problem-contract.ts';

/** Who each say whether machine learning can contribute to a key result. */
export const verdictRoles = ['data_scientist', 'sme'] as const;
export type VerdictRole = (typeof verdictRoles)[number];
export const verdictWords = ['yes', 'partly', 'no', 'unknown'] as const;
export type VerdictWord = (typeof verdictWords)[number];

const fields = {
  role: z.enum(verdictRoles).meta({ description: 'In which role it is given; only by who holds it' }),
  verdict: z.enum(verdictWords).meta({ description: 'Can machine learning contribute to this key result?' }),
  reason: textField({ max: 5000, min: 1 }).refine((text) => text.trim() !== '', {
    error: inBoth('Give the reason in words', 'Geef de reden in woorden'),
  }),
};

export const keyResultVerdictSchema = z
  .object({
    id: z.string(),
    keyResultId: z.string(),
    ...fields,
    userId: z.string().meta({ description: 'Who gave it' }),
    at: moment('When it was given'),
    isStanding: z.boolean().meta({ description: 'The last one of this person in this role; earlier ones are kept' }),
    isOnEarlierText: z.boolean().meta({ description: 'The key result was changed since' }),
  })
  .meta({ id: 'KeyResultVerdict' });
export type KeyResultVerdict = z.infer<typeof keyResultVerdictSchema>;

export const listVerdicts = defineEndpoint({
  id: 'listVerdicts',
  method: 'GET',
  path: '/api/problems/:problemId/verdicts',
  permission: 'problem.read',
  summary:
    'Whether machine learning can contribute to each key result, by data scientist and expert; the newest first.',
  params: problemParams,
  answer: z.object({ verdicts: z.array(keyResultVerdictSchema) }),
  cli: { command: 'verdict list' },
});

export const giveVerdict = defineEndpoint({
  id: 'giveVerdict',
  method: 'POST',
  path: '/api/problems/:problemId/key-results/:keyResultId/verdicts',
  permission: 'key_result.judge',
  summary: 'Gives your verdict on whether machine learning can contribute to a key result; an earlier one is kept.',
  params: withinProblem('keyResultId', 'Id of the key result'),
  body: z.strictObject(fields),
  answer: keyResultVerdictSchema,
  status: 201,
  cli: { command: 'verdict give' },
});
