import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, lineField, textField } from '../../platform/endpoint/text-field.ts';
import {
  evaluationParams,
  evaluationSchema,
  evaluationSummarySchema,
  problemParams,
  valueToUse,
  variantSchema,
} from './evaluation-contract.ts';

const differenceSchema = z.object({
  what: z.enum(['data', 'split', 'segment', 'metric', 'cases', 'value', 'variant']),
  reason: z.string().meta({ description: 'In your language' }),
});
const missingSchema = z
  .object({
    evaluationId: z.string(),
    differences: z.array(differenceSchema),
    repair: z
      .object({
        kind: z.enum(['rescore', 'evaluate', 'log', 'together']).meta({
          description:
            'rescore: by the value model of the group; evaluate: the same predictions under the protocol of the group (either is one request, evaluateAlike); log: predictions on other data are needed; together: ask for the variants in one ranking',
        }),
        sentence: z.string(),
      })
      .meta({ description: 'What would make it comparable' }),
  })
  .meta({ id: 'NotComparable' });
export type NotComparable = z.infer<typeof missingSchema>;

const pairSchema = z
  .object({
    evaluationId: z.string().meta({ description: 'Of the other' }),
    cases: z.int().meta({ description: 'That both have, by id' }),
    difference: z.number().meta({ description: 'Euros a month of the best over it, on those cases' }),
    low: z.number(),
    high: z.number(),
  })
  .meta({ id: 'EvaluationPair', description: 'Bounds of 95 % of the difference by case' });
export type EvaluationPair = z.infer<typeof pairSchema>;

const groupSchema = z
  .object({
    key: z.string().meta({ description: 'Of the protocol: only within an equal key is one better than another' }),
    title: z.string().meta({ description: 'The protocol in words' }),
    place: z.string().meta({ description: 'The same without the value model: data, part, segment' }),
    isInEuros: z.boolean(),
    currency: z.string().nullable().meta({ description: 'Of the euros; null without' }),
    metric: z.string().meta({ description: 'By which it is ordered' }),
    evaluations: z.array(evaluationSummarySchema).meta({ description: 'The best first' }),
    bestId: z.string(),
    pairs: z.array(pairSchema).meta({
      description:
        'What the best is worth over others, held against each other case by case; none without ids or euros',
    }),
    variant: variantSchema
      .nullable()
      .meta({ description: 'That all of them are of; null for none, or where variants are ranked together' }),
    note: z.string().nullable().meta({
      description:
        'What must be known of this ranking, in your language: it holds several variants, or the cases have no ids',
    }),
  })
  .meta({ id: 'ProtocolGroup' });
export type ProtocolGroup = z.infer<typeof groupSchema>;

const variantsField = z
  .exactOptional(z.enum(['apart', 'together']))
  .meta({ description: 'together: runs of different variants of the model in one ranking; apart unless told' });

export const rankEvaluations = defineEndpoint({
  id: 'rankEvaluations',
  method: 'GET',
  path: '/api/problems/:problemId/evaluations/ranking',
  permission: 'problem.read',
  summary: 'Evaluations ranked within equal protocols and one variant only, and what keeps the others apart.',
  params: problemParams,
  query: z.object({
    variants: variantsField,
    key: z
      .exactOptional(lineField({ min: 1, max: 100 }))
      .meta({ description: 'Of the group that the others are held against; the first one unless told' }),
  }),
  answer: z.object({
    groups: z.array(groupSchema).meta({ description: 'The group with most runs first' }),
    key: z.string().nullable().meta({ description: 'Of the group that the others are held against' }),
    apart: z.array(missingSchema).meta({ description: 'What does not compare with that group, and why' }),
    alone: z
      .array(evaluationSummarySchema)
      .meta({ description: 'Those whose data is not known: they compare with nothing' }),
    elsewhere: z
      .array(
        z.object({
          evaluation: evaluationSummarySchema,
          reason: z.string().meta({ description: 'And what to do, in your language' }),
        }),
      )
      .meta({ description: 'Those whose run was deleted, or is of this problem no more: they are not ranked' }),
    behind: z
      .object({ value: valueToUse, evaluations: z.int() })
      .nullable()
      .meta({ description: 'How many the value model in force has not priced yet; null where it priced all' }),
  }),
  cli: { command: 'evaluation ranking' },
});

export const tellDifferences = defineEndpoint({
  id: 'tellDifferences',
  method: 'GET',
  path: '/api/problems/:problemId/evaluations/:evaluationId/differences',
  permission: 'problem.read',
  summary: 'What keeps evaluations from comparing with this one, and what would make them compare.',
  params: evaluationParams,
  query: z.object({
    of: textField({ min: 1, max: 10_000 }).meta({ description: 'Ids with commas between, at most 100' }),
    variants: variantsField,
  }),
  answer: z.object({
    place: z.string().meta({ description: 'What this one was measured on, in words: data, part, segment' }),
    value: valueToUse.nullable().meta({ description: 'By what this one is priced; null: by nothing' }),
    apart: z.array(missingSchema).meta({ description: 'Those that do not compare with it' }),
  }),
  cli: { command: 'evaluation differences' },
});

export const evaluateAlike = defineEndpoint({
  id: 'evaluateAlike',
  method: 'POST',
  path: '/api/problems/:problemId/evaluations/:evaluationId/evaluate-alike',
  permission: 'run.log',
  summary:
    'Evaluates the same predictions under the protocol of another evaluation, by the very value model that priced it, so that both compare. The old one stays.',
  params: evaluationParams,
  body: z.strictObject({ like: idField.meta({ description: 'Id of the evaluation that it must compare with' }) }),
  answer: evaluationSchema,
  status: 201,
  cli: { command: 'evaluation alike' },
});
