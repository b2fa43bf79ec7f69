import { z } from 'zod';
import { oneFieldAtLeast } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { lineField, textField } from '../../platform/endpoint/text-field.ts';
import { alternativeFiguresSchema } from '../value/contract.ts';
import { moment, orderBody, problemParams, removedSchema, versionField, withinProblem } from './problem-contract.ts';

const params = withinProblem('alternativeId', 'Id of the alternative');

export const alternativeKinds = ['rule', 'process_change', 'buy', 'nothing', 'other'] as const;
export type AlternativeKind = (typeof alternativeKinds)[number];

const fields = {
  kind: z.enum(alternativeKinds).meta({ description: 'What is done instead of a model' }),
  name: lineField({ max: 120, min: 1 }).meta({ description: 'A few words, for lists and pictures' }),
  description: textField({ max: 5000 }).meta({ description: 'What it is, and who would do it' }),
  figures: alternativeFiguresSchema.meta({
    description: 'What it costs and what it catches or saves, in the currency of the value model; a part may be absent',
  }),
};

export const alternativeSchema = z
  .object({
    id: z.string(),
    position: z.int().meta({ description: 'From 0' }),
    ...fields,
    missing: z
      .array(z.enum(['buildCost', 'runCostPerYear', 'brings']))
      .meta({ description: 'What it still needs to be valued; what costs nothing is written as 0' }),
    version: versionField,
  })
  .meta({ id: 'Alternative' });
export type Alternative = z.infer<typeof alternativeSchema>;
export type AlternativeFields = Pick<Alternative, 'kind' | 'name' | 'description' | 'figures'>;

const baselineKindSchema = z.enum(['nothing', 'all', 'constant', 'today', 'perfect']);
const amount = z.string().meta({ description: 'A year, in cents, as a decimal string' });
const rangeSchema = z.object({ low: amount, likely: amount, high: amount });

export const rankedOptionSchema = z
  .object({
    alternativeId: z.string().nullable().meta({ description: 'null: a baseline' }),
    baseline: baselineKindSchema.nullable().meta({ description: 'null: an alternative' }),
    name: z.string().nullable().meta({ description: 'Of the alternative; a baseline is called by its kind' }),
    valuePerYear: amount.meta({
      description: 'Of a year in which it is done, its costs taken off; negative for a cost',
    }),
    overNothing: rangeSchema.nullable().meta({ description: 'Net over doing nothing; null where that has no value' }),
    overToday: rangeSchema
      .nullable()
      .meta({ description: 'Net over today’s practice; null where that is not described' }),
  })
  .meta({ id: 'RankedOption' });
export type RankedOption = z.infer<typeof rankedOptionSchema>;

const listSchema = z.object({
  alternatives: z.array(alternativeSchema),
  ranking: z
    .object({
      currency: z.string(),
      options: z.array(rankedOptionSchema).meta({ description: 'Highest value first; doing nothing is always there' }),
      notPriced: z.array(
        z.object({
          alternativeId: z.string(),
          reason: z.enum(['incomplete', 'needs_yes_or_no']).meta({
            description: 'incomplete: see missing; needs_yes_or_no: recall and precision fit a yes-or-no task only',
          }),
        }),
      ),
    })
    .nullable()
    .meta({ description: 'Valued with the euros of the value model; null while that is not complete' }),
});
export type AlternativeList = z.infer<typeof listSchema>;

export const listAlternatives = defineEndpoint({
  id: 'listAlternatives',
  method: 'GET',
  path: '/api/problems/:problemId/alternatives/valued',
  permission: 'problem.read',
  summary: 'The alternatives to machine learning, ranked beside the baselines in the same euros.',
  params: problemParams,
  answer: listSchema,
  cli: { command: 'alternative list' },
});

export const createAlternative = defineEndpoint({
  id: 'createAlternative',
  method: 'POST',
  path: '/api/problems/:problemId/alternatives',
  permission: 'problem.write',
  summary: 'Adds an alternative to machine learning; a kind and a name are enough to begin with.',
  params: problemParams,
  body: z.strictObject({
    kind: fields.kind,
    name: fields.name,
    description: fields.description.default(''),
    figures: fields.figures.default({}),
  }),
  answer: alternativeSchema,
  status: 201,
  cli: { command: 'alternative create' },
});

export const editAlternative = defineEndpoint({
  id: 'editAlternative',
  method: 'PATCH',
  path: '/api/problems/:problemId/alternatives/:alternativeId',
  permission: 'problem.write',
  summary: 'Changes one or more fields of an alternative; the figures are sent as a whole.',
  params,
  body: z
    .strictObject({
      kind: z.exactOptional(fields.kind),
      name: z.exactOptional(fields.name),
      description: z.exactOptional(fields.description),
      figures: z.exactOptional(fields.figures),
    })
    .refine((given) => Object.keys(given).length > 0, { error: oneFieldAtLeast }),
  answer: alternativeSchema,
  versioned: true,
  cli: { command: 'alternative edit' },
});

export const removeAlternative = defineEndpoint({
  id: 'removeAlternative',
  method: 'DELETE',
  path: '/api/problems/:problemId/alternatives/:alternativeId',
  permission: 'problem.write',
  summary: 'Removes an alternative; it can be restored.',
  params,
  answer: removedSchema,
  cli: { command: 'alternative remove' },
});

export const restoreAlternative = defineEndpoint({
  id: 'restoreAlternative',
  method: 'POST',
  path: '/api/problems/:problemId/alternatives/:alternativeId/restore',
  permission: 'problem.write',
  summary: 'Undoes the removal of an alternative.',
  params,
  answer: alternativeSchema,
  cli: { command: 'alternative restore' },
});

export const orderAlternatives = defineEndpoint({
  id: 'orderAlternatives',
  method: 'PUT',
  path: '/api/problems/:problemId/alternative-order',
  permission: 'problem.write',
  summary: 'Puts the alternatives in another order.',
  params: problemParams,
  body: orderBody,
  answer: z.object({ alternatives: z.array(alternativeSchema) }),
  cli: { command: 'alternative order' },
});

/** Is machine learning a fit at all? (R56) */
export const fitQuestions = ['pattern', 'data', 'repeatable', 'tolerable'] as const;
export type FitQuestion = (typeof fitQuestions)[number];
export const fitAnswers = ['yes', 'no', 'unknown'] as const;
export type FitAnswer = (typeof fitAnswers)[number];

const fitFields = {
  answer: z.enum(fitAnswers).nullable().meta({ description: 'null: not answered yet' }),
  reason: textField({ max: 5000 }).meta({ description: 'Why, in a sentence or two' }),
};
export const fitSchema = z.object({
  question: z.enum(fitQuestions).meta({
    description:
      'pattern: is there a pattern to learn; data: is there data that shows it; repeatable: is the decision taken again and again; tolerable: can a wrong one now and then be borne',
  }),
  ...fitFields,
  version: versionField,
  changedAt: moment('When it was last answered').nullable(),
});
export type Fit = z.infer<typeof fitSchema>;

export const listFitQuestions = defineEndpoint({
  id: 'listFitQuestions',
  method: 'GET',
  path: '/api/problems/:problemId/fit-questions',
  permission: 'problem.read',
  summary: 'Four questions on whether machine learning fits the problem, with their answers.',
  params: problemParams,
  answer: z.object({ questions: z.array(fitSchema) }),
  cli: { command: 'fit list' },
});

export const answerFitQuestion = defineEndpoint({
  id: 'answerFitQuestion',
  method: 'PUT',
  path: '/api/problems/:problemId/fit-questions/:question',
  permission: 'problem.write',
  summary: 'Answers one of the four questions on whether machine learning fits.',
  params: problemParams.extend({ question: z.enum(fitQuestions).meta({ description: 'Which question' }) }),
  body: z.strictObject(fitFields),
  answer: fitSchema,
  versioned: true,
  cli: { command: 'fit answer' },
});
