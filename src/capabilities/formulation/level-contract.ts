import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { differenceSchema } from '../decisions/contract.ts';
import { valueModelSchema, valueResultSchema } from '../value/contract.ts';
import { objectiveSchema } from './okr-contract.ts';
import { opportunityFields } from './opportunity-contract.ts';
import { moment, problemParams } from './problem-contract.ts';

/** The evidence that was signed, word for word: what every later measurement is held against. */
export const levelSnapshotSchema = z.object({
  title: z.string(),
  opportunity: z.record(z.enum(opportunityFields), z.string()),
  objectives: z.array(objectiveSchema.omit({ version: true, position: true })),
  alternatives: z.string(),
  valueModel: valueModelSchema,
  evaluation: valueResultSchema.meta({ description: 'Baselines, break-even, interval and verdict at the go' }),
});

export const levelSchema = z.object({
  number: z.int().meta({ description: '1 for the first go of the problem' }),
  hash: z.string().meta({ description: 'SHA-256 of the snapshot that was signed' }),
  decisionId: z.string(),
  at: moment('When it was frozen'),
  snapshot: levelSnapshotSchema,
  sentence: z.string().meta({ description: 'The verdict at the go, in your language' }),
});
export type Level = z.infer<typeof levelSchema>;

export const readLevel = defineEndpoint({
  id: 'readLevel',
  method: 'GET',
  path: '/api/problems/:problemId/level',
  permission: 'problem.read',
  summary: 'The level in force, and what has changed in the problem since the go that froze it.',
  params: problemParams,
  answer: z.object({
    level: levelSchema.nullable().meta({ description: 'null: there was no go yet' }),
    changedSince: z
      .array(differenceSchema)
      .meta({ description: 'Differences between the level and the problem as it stands now' }),
  }),
  cli: { command: 'level show' },
});

export const listLevels = defineEndpoint({
  id: 'listLevels',
  method: 'GET',
  path: '/api/problems/:problemId/levels',
  permission: 'problem.read',
  summary: 'Every level of the problem, the newest first; none is ever changed.',
  params: problemParams,
  answer: z.object({ levels: z.array(levelSchema) }),
  cli: { command: 'level list' },
});
