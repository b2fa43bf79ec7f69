import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, lineField, textField } from '../../platform/endpoint/text-field.ts';
import { licenceKinds, places } from './catalogue-contract.ts';
import { criterionKeys } from './criteria.ts';
import { costsResultSchema, costsSchema, routes } from './costs-contract.ts';
import { dayField, problemParams, versionField } from './shared-contract.ts';

const text = textField({ max: 2000 });
const candidateId = idField.meta({ description: 'Names the candidate within the selection' });

export const candidateSchema = z.strictObject({
  id: candidateId,
  name: lineField({ max: 120, min: 1 }),
  route: z.enum(routes),
  entryKeys: z.array(idField).max(8).meta({ description: 'Entries of the catalogue it is made of; may be none' }),
  approachId: idField.nullable().meta({ description: 'The approach on the board that it carries out' }),
  note: text,
});
export type Candidate = z.infer<typeof candidateSchema>;

export const constraintKeys = [
  'runs_on',
  'offline',
  'latency',
  'data_stays',
  'licence',
  'managed',
  'training',
  'supported_until',
  'retired',
] as const;
export type ConstraintKey = (typeof constraintKeys)[number];

const constraintsSchema = z.strictObject({
  runsOn: z.enum(places).nullable().meta({ description: 'Where predictions must be made' }),
  offline: z.boolean().meta({ description: 'It must work without a connection' }),
  maxLatency_ms: z.number().positive().nullable().meta({ description: 'Longest answer time, 95 of 100 within' }),
  dataStays: z.enum(['any', 'own_servers', 'device']).meta({ description: 'How far data may go' }),
  licences: z.array(z.enum(licenceKinds)).meta({ description: 'Licences that may be; empty: any' }),
  managed: z.enum(['any', 'yes', 'no']).meta({ description: 'It must, or must not, be run by somebody else' }),
  training: z.boolean().meta({ description: 'It must train on own data' }),
  supportedUntil: dayField('Support must last until').nullable(),
  own: z
    .array(z.strictObject({ id: idField, text: lineField({ max: 300, min: 1 }) }))
    .max(10)
    .meta({ description: 'Further hard constraints, answered by people for each candidate' }),
});
export type Constraints = z.infer<typeof constraintsSchema>;

const draftCriterionSchema = z.strictObject({
  key: z.enum(criterionKeys),
  anchors: z
    .array(z.strictObject({ at: z.number(), value: z.number().min(0).max(100) }))
    .min(2)
    .max(10)
    .refine((anchors) => anchors.every(({ at }, index) => index === 0 || at > (anchors[index - 1]?.at ?? at)), {
      error: inBoth(
        'Put the anchors in order: each measurement higher than the one before',
        'Zet de ankers op volgorde: elke meting hoger dan de vorige',
      ),
    })
    .meta({ description: 'What a measurement is worth, from 0 to 100, with straight lines between' }),
  why: text,
});

const weighingSchema = z.strictObject({
  method: z.enum(['points', 'pairs']).meta({ description: 'Weights given as points, or by comparing two by two' }),
  points: z.array(z.strictObject({ criterion: z.enum(criterionKeys), points: z.number().min(0).max(1000) })).max(25),
  pairs: z
    .array(
      z.strictObject({
        more: z.enum(criterionKeys),
        less: z.enum(criterionKeys),
        times: z
          .number()
          .min(1 / 9)
          .max(9)
          .meta({ description: 'How many times as much the first counts: 1 equal, 9 by far' }),
      }),
    )
    .max(45),
});

const unique = <T>(items: readonly T[], by: (item: T) => string) => new Set(items.map(by)).size === items.length;

export const draftSchema = z
  .strictObject({
    candidates: z.array(candidateSchema).max(12),
    constraints: constraintsSchema,
    answers: z
      .array(
        z.strictObject({
          candidateId,
          constraint: lineField({ max: 80, min: 1 }).meta({
            description: 'A constraint, or the id of one of your own',
          }),
          answer: z.enum(['passes', 'fails', 'unknown']),
          reason: text,
        }),
      )
      .max(200)
      .meta({ description: 'What people found out about a constraint; it stands above the catalogue' }),
    criteria: z.array(draftCriterionSchema).max(25),
    weighing: weighingSchema,
    values: z
      .array(
        z.strictObject({
          candidateId,
          criterion: z.enum(criterionKeys),
          value: z.number(),
          source: lineField({ max: 300 }).meta({ description: 'Where it comes from: measured, read, estimated' }),
        }),
      )
      .max(300)
      .meta({ description: 'Measurements; one that is not here is unknown' }),
    costs: costsSchema,
  })
  .refine(({ candidates }) => unique(candidates, ({ id }) => id), {
    error: inBoth('Each candidate needs an id of its own', 'Elke kandidaat heeft een eigen id nodig'),
  })
  .refine(({ criteria }) => unique(criteria, ({ key }) => key), {
    error: inBoth('Name each criterion once', 'Noem elk criterium één keer'),
  })
  .refine(({ values }) => unique(values, ({ candidateId: id, criterion }) => `${id} ${criterion}`), {
    error: inBoth(
      'Give one value for each candidate and criterion',
      'Geef één waarde voor elke kandidaat en elk criterium',
    ),
  })
  .meta({ id: 'FrameworkDraft' });
export type Draft = z.infer<typeof draftSchema>;

const rank = z.int().nullable().meta({ description: 'From 1; null: no score' });

export const scoreSchema = z.object({
  candidateId: z.string(),
  isOut: z.boolean().meta({ description: 'It fell at a hard constraint, and is scored no further' }),
  score: z.number().nullable().meta({ description: '0 to 100, over what is known; null: nothing is' }),
  low: z.number().meta({ description: 'With everything unknown as bad as it gets' }),
  high: z.number().meta({ description: 'With everything unknown as good as it gets' }),
  known: z.number().meta({ description: 'Share of the weight that is known' }),
  minMax: z
    .number()
    .nullable()
    .meta({ description: 'The weighted sum from the worst to the best candidate, 0 to 100' }),
  topsis: z.number().nullable().meta({ description: 'Nearness to the best of everything, 0 to 1' }),
  ranks: z.object({ score: rank, minMax: rank, topsis: rank }),
  parts: z.array(
    z.object({
      criterion: z.enum(criterionKeys),
      measured: z.number().nullable().meta({ description: 'null: unknown' }),
      value: z.number().nullable().meta({ description: 'What that is worth, 0 to 100' }),
      origin: z.enum(['given', 'catalogue', 'unknown']),
    }),
  ),
});
export type Score = z.infer<typeof scoreSchema>;

export const resultSchema = z
  .object({
    knockOuts: z
      .array(
        z.object({
          candidateId: z.string(),
          constraint: z.string(),
          verdict: z.enum(['fails', 'unknown']),
          sentence: z.string(),
        }),
      )
      .meta({ description: 'What fell and why, and what nobody knows yet' }),
    weights: z.array(z.object({ criterion: z.enum(criterionKeys), weight: z.number() })),
    consistency: z
      .object({ lambda: z.number(), ratio: z.number(), isConsistent: z.boolean(), isComplete: z.boolean() })
      .nullable()
      .meta({ description: 'Of comparisons two by two: a ratio under 0.1 hangs together; null with points' }),
    scores: z.array(scoreSchema).meta({ description: 'In the order of the candidates' }),
    winner: z.string().nullable().meta({ description: 'Id of the candidate that is first alone' }),
    isSettled: z.boolean().meta({ description: 'Nothing that is unknown could put another one first' }),
    leftOut: z
      .array(z.enum(criterionKeys))
      .meta({ description: 'Criteria that the second opinions leave out, since a value is unknown' }),
    sensitivity: z.array(
      z.object({
        criterion: z.enum(criterionKeys),
        weight: z.number(),
        from: z.number(),
        to: z.number().meta({ description: 'The winner stays first while the weight lies between' }),
      }),
    ),
    costs: costsResultSchema,
    sentences: z.array(z.string()).meta({ description: 'What it comes to, in your language' }),
  })
  .meta({ id: 'FrameworkResult' });
export type Result = z.infer<typeof resultSchema>;

export const selectionSchema = z
  .object({
    isOpen: z.boolean(),
    closedBecause: z.string().nullable(),
    version: versionField,
    draft: draftSchema,
    result: resultSchema,
  })
  .meta({ id: 'FrameworkSelection' });
export type Selection = z.infer<typeof selectionSchema>;

export const readSelection = defineEndpoint({
  id: 'readSelection',
  method: 'GET',
  path: '/api/problems/:problemId/framework-selection',
  permission: 'problem.read',
  summary:
    'The selection of a framework as it stands: candidates, knock-outs, weights, scores, costs, and what it comes to.',
  params: problemParams,
  answer: selectionSchema,
  cli: { command: 'framework selection' },
});

export const writeSelection = defineEndpoint({
  id: 'writeSelection',
  method: 'PUT',
  path: '/api/problems/:problemId/framework-selection',
  permission: 'problem.write',
  summary: 'Writes the selection whole, and answers what it comes to.',
  params: problemParams,
  body: z.strictObject({ draft: draftSchema }),
  answer: selectionSchema,
  versioned: true,
  cli: { command: 'framework weigh' },
});
