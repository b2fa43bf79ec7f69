import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { valueResultSchema } from '../value/contract.ts';
import { atStakeSchema, moment, problemParams, versionField } from './problem-contract.ts';
import { draftField } from './value-draft-field.ts';

const draftSchema = draftField.meta({
  description: 'The value model as far as it is known, in the shape that value describes; any part may be absent',
});

export const valueModelSchemaOfProblem = z.object({
  version: versionField,
  changedAt: moment('When it last changed').nullable(),
  model: draftSchema.nullable().meta({ description: 'null: nothing was written yet' }),
  isComplete: z.boolean().meta({ description: 'It can be evaluated' }),
  problems: z
    .array(
      z.object({
        path: z.string().meta({ description: 'Place in the model, such as values.tp.value.likely' }),
        kind: z.enum(['missing', 'wrong']),
        message: z.string(),
      }),
    )
    .meta({ description: 'What is still missing or does not fit' }),
  hash: z.string().nullable().meta({ description: 'SHA-256 of the model as canonical JSON (RFC 8785)' }),
  atStake: atStakeSchema.nullable(),
});
export type ProblemValueModel = z.infer<typeof valueModelSchemaOfProblem>;

export const readValueModel = defineEndpoint({
  id: 'readValueModel',
  method: 'GET',
  path: '/api/problems/:problemId/value',
  permission: 'problem.read',
  summary: 'The value model of the problem, and what it still needs.',
  params: problemParams,
  answer: valueModelSchemaOfProblem,
  cli: { command: 'value show' },
});

export const writeValueModel = defineEndpoint({
  id: 'writeValueModel',
  method: 'PUT',
  path: '/api/problems/:problemId/value',
  permission: 'problem.price',
  summary: 'Saves the value model; a draft may be incomplete and says what it still needs.',
  params: problemParams,
  body: z.strictObject({ model: draftSchema }),
  answer: valueModelSchemaOfProblem,
  versioned: true,
  bodyLimit: 256 * 1024,
  cli: { command: 'value write' },
});

export const evaluationSchema = z.object({
  modelVersion: z.int().meta({ description: 'Version of the value model that was evaluated' }),
  modelHash: z.string(),
  result: valueResultSchema,
  sentence: z.string().meta({ description: 'The verdict in one sentence, in your language' }),
  findings: z.array(z.string()).meta({
    description: 'What capacity, segments, scenarios, years and pilot say, a sentence each, where the model has them',
  }),
});
export type Evaluation = z.infer<typeof evaluationSchema>;

/** Few numbers, so that what was computed is asked for again: each further number is seconds of work for others. */
const drawChoices = [1000, 10_000, 100_000] as const;
const [most, ...fewer] = [...drawChoices].reverse();
const fewerDraws = fewer.reverse().join(', ');
const drawsAre = inBoth(`Draws are ${fewerDraws} or ${most}`, `Trekkingen zijn ${fewerDraws} of ${most}`);
const drawsField = z
  .preprocess(Number, z.literal(drawChoices, { error: drawsAre }))
  .default(10_000)
  .meta({ description: 'Monte Carlo draws: 1000, 10000 (the default) or 100000' });

export const evaluateValue = defineEndpoint({
  id: 'evaluateValue',
  method: 'GET',
  path: '/api/problems/:problemId/value/evaluation',
  permission: 'problem.read',
  summary: 'What the value model says: baselines, break-even, the most a project may cost, interval and verdict.',
  params: problemParams,
  query: z.object({ draws: drawsField }),
  answer: evaluationSchema,
  cli: { command: 'value evaluate' },
});
