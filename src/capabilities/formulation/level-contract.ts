import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { differenceSchema } from '../decisions/contract.ts';
import { valueModelSchema, valueResultSchema } from '../value/contract.ts';
import { keyResultSchema } from './okr-contract.ts';
import { opportunityFields } from './opportunity-contract.ts';
import { moment, problemParams } from './problem-contract.ts';
import { draftField } from './value-draft-field.ts';

const snapshotKeyResult = keyResultSchema.omit({
  objectiveId: true,
  position: true,
  isQuantified: true,
  missing: true,
  version: true,
});

/** Written in other capabilities; absent in evidence of older releases. */
const supplied = (description: string) => z.exactOptional(z.unknown()).meta({ description });

/** The evidence for G1, word for word. Before a go the value model may be a draft, without an evaluation. */
const g1SnapshotSchema = z.object({
  gate: z.literal('g1'),
  problemId: z.string(),
  previousDecisionId: z.string().nullable(),
  title: z.string(),
  opportunity: z.record(z.enum(opportunityFields), z.string()),
  objectives: z.array(z.object({ id: z.string(), text: z.string(), keyResults: z.array(snapshotKeyResult) })),
  alternatives: z.string(),
  valueModel: draftField.nullable(),
  evaluation: valueResultSchema.nullable(),
  stakeholders: supplied('Who has to do with it, who was heard, and what was said'),
  steering: supplied('Steering remarks and their answers'),
  checklist: supplied('What the roles asked, and what was answered'),
  risk: supplied('The risk assessment'),
  attachments: supplied('Files, by what is in them, and links'),
  translation: supplied('The problem in terms of machine learning'),
  dataRequirements: supplied('Which data is needed'),
  weighed: supplied('Alternatives that were valued, and whether machine learning fits'),
  verdicts: supplied('Of each key result, whether machine learning can contribute'),
});
export type G1Snapshot = z.infer<typeof g1SnapshotSchema>;

const levelGates = ['g1', 'g2'] as const;

/** What was signed at the go: what every later measurement is held against. */
const levelSnapshotSchema = g1SnapshotSchema.extend({
  gate: z.enum(levelGates),
  measured: supplied('At G2: figures of the value model that were measured in the data'),
  metrics: supplied('At G2: which metric of the model answers which key result'),
  valueModel: valueModelSchema,
  evaluation: valueResultSchema.meta({ description: 'Baselines, break-even, interval and verdict at the go' }),
});

export const levelSchema = z
  .object({
    number: z.int().meta({ description: '1 for the first go of the problem' }),
    gate: z.enum(levelGates).meta({ description: 'Whose go froze it: g1 on estimates, g2 with the data in hand' }),
    hash: z.string().meta({ description: 'SHA-256 of the snapshot that was signed' }),
    decisionId: z.string(),
    at: moment('When it was frozen'),
    snapshot: levelSnapshotSchema,
    sentence: z.string().meta({ description: 'The verdict at the go, in your language' }),
  })
  .meta({ id: 'Level' });
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

const levelNumber = (description: string) => z.exactOptional(z.coerce.number().int().min(1)).meta({ description });

export const compareLevels = defineEndpoint({
  id: 'compareLevels',
  method: 'GET',
  path: '/api/problems/:problemId/levels/differences',
  permission: 'problem.read',
  summary: 'What one level says otherwise than another; without numbers the one in force than the one before it.',
  params: problemParams,
  query: z.object({
    from: levelNumber('The level it is compared with; absent: the one before'),
    to: levelNumber('The level that is looked at; absent: the one in force'),
  }),
  answer: z.object({
    from: z.int().nullable().meta({ description: 'null: there is no such level to compare with' }),
    to: z.int().nullable(),
    differences: z.array(differenceSchema),
  }),
  cli: { command: 'level compare' },
});
