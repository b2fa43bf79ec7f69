import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, textField } from '../../platform/endpoint/text-field.ts';
import { versionRunFields } from '../datasets/contract.ts';
import {
  checkFigureSchema,
  checkIds,
  checkOutcomeSchema,
  checkVerdicts,
  expertAnswers,
  missingSchema,
  overallVerdicts,
} from './check-contract.ts';
import { planContentSchema } from './plan-contract.ts';

const problemParams = z.object({ problemId: idField.meta({ description: 'Id of the problem' }) });
const requirementParams = problemParams.extend({
  dataRequirementId: idField.meta({ description: 'Id of the data requirement' }),
});
const moment = (description: string) => z.int().meta({ description: `${description}; epoch milliseconds, UTC` });

export const planSchema = z
  .object({
    dataRequirementId: z.string(),
    content: planContentSchema,
    version: z
      .int()
      .meta({ description: 'Send it back in If-Match when you change this; 0 before anything was written' }),
    changedAt: moment('When it last changed').nullable(),
    confirmedBy: z.string().nullable().meta({ description: 'Id of the person who confirmed it' }),
    confirmedAt: moment('When it was confirmed').nullable(),
    isConfirmed: z.boolean().meta({ description: 'Confirmed as it reads now' }),
  })
  .meta({ id: 'SufficiencyPlan' });
export type Plan = z.infer<typeof planSchema>;

const answerSchema = z.object({
  answer: z.enum(expertAnswers),
  reason: z.string(),
  answeredBy: z.string().meta({ description: 'Id of the person' }),
  answeredAt: moment('When it was answered'),
});

const judgedCheckSchema = checkOutcomeSchema.extend({
  figures: z
    .array(checkFigureSchema.extend({ label: z.string().meta({ description: 'What it is, in words' }) }))
    .meta({ description: 'The worst first' }),
  missing: z
    .array(missingSchema.extend({ sentence: z.string() }))
    .meta({ description: 'What was not given, or could not be computed' }),
  question: z.string().nullable().meta({ description: 'The one question for the expert; null where nothing is asked' }),
  definition: z.string().meta({ description: 'What is measured, and by which rule' }),
  answer: answerSchema.nullable(),
  isUnanswered: z.boolean().meta({ description: 'The expert is asked and has not answered' }),
  weight: z.enum(overallVerdicts).meta({ description: 'What it means for the requirement, with the answer' }),
});
export type JudgedCheck = z.infer<typeof judgedCheckSchema>;

export const sufficiencyRunSchema = z
  .object({
    ...versionRunFields,
    dataRequirementId: z.string(),
    planVersion: z.int(),
    datasetId: z.string(),
    methodVersion: z.int(),
  })
  .meta({ id: 'SufficiencyRun' });
export type SufficiencyRun = z.infer<typeof sufficiencyRunSchema>;

const picturedSchema = z.object({
  curve: z
    .array(z.object({ rows: z.int(), auc: z.number() }))
    .meta({ description: 'What the small model reached on ever more rows' }),
  segments: z
    .array(z.object({ name: z.string(), rows: z.int(), share: z.number(), wanted: z.number().nullable() }))
    .meta({ description: 'The declared segments, with the share they have and the one they should have' }),
  months: z
    .array(z.object({ month: z.string(), rows: z.int(), positives: z.int().nullable() }))
    .meta({ description: 'Rows and hits by month of the moment of prediction' }),
});
export type Pictured = z.infer<typeof picturedSchema>;

const requirementSchema = z
  .object({
    dataRequirementId: z.string(),
    what: z.string(),
    plan: planSchema,
    latestRun: sufficiencyRunSchema.nullable().meta({ description: 'Also one that is under way' }),
    judged: z
      .object({
        run: sufficiencyRunSchema,
        isStale: z.boolean().meta({ description: 'The plan, or the newest version of the data, is another since' }),
        verdict: z.enum(overallVerdicts).nullable(),
        checks: z.array(judgedCheckSchema),
        pictured: picturedSchema.meta({ description: 'What the page draws of what was measured' }),
      })
      .nullable()
      .meta({ description: 'The last run that ended well' }),
  })
  .meta({ id: 'RequirementSufficiency' });
export type RequirementSufficiency = z.infer<typeof requirementSchema>;

export const sufficiencySchema = z
  .object({
    verdict: z.enum(overallVerdicts).nullable().meta({
      description: 'The worst of all requirements; null where one was not judged, or by what is no longer so',
    }),
    sentence: z.string(),
    whatThen: z.string().nullable().meta({ description: 'What can be done where it is not sufficient' }),
    requirements: z.array(requirementSchema),
  })
  .meta({ id: 'Sufficiency' });
export type Sufficiency = z.infer<typeof sufficiencySchema>;

const path = '/api/problems/:problemId/sufficiency';

export const readSufficiency = defineEndpoint({
  id: 'readSufficiency',
  method: 'GET',
  path,
  permission: 'problem.read',
  summary: 'Whether the data is enough: overall, and for each data requirement every check with its figures.',
  params: problemParams,
  answer: sufficiencySchema,
  cli: { command: 'sufficiency show' },
});

export const suggestSufficiencyPlan = defineEndpoint({
  id: 'suggestSufficiencyPlan',
  method: 'GET',
  path: `${path}/:dataRequirementId/suggestion`,
  permission: 'problem.read',
  summary: 'A plan to begin with, from the columns of a data set; nothing of it counts before a person confirmed it.',
  params: requirementParams,
  query: z.object({ datasetId: idField.meta({ description: 'The data set that answers the requirement' }) }),
  answer: z.object({ content: planContentSchema }),
  cli: { command: 'sufficiency suggest' },
});

export const writeSufficiencyPlan = defineEndpoint({
  id: 'writeSufficiencyPlan',
  method: 'PUT',
  path: `${path}/:dataRequirementId/plan`,
  permission: 'data.write',
  summary: 'Says how a data set answers a data requirement; what is not given makes a check not assessed.',
  params: requirementParams,
  body: z.strictObject({ content: planContentSchema }),
  answer: planSchema,
  versioned: true,
  cli: { command: 'sufficiency plan' },
});

export const confirmSufficiencyPlan = defineEndpoint({
  id: 'confirmSufficiencyPlan',
  method: 'POST',
  path: `${path}/:dataRequirementId/plan/confirm`,
  permission: 'data.write',
  summary: 'Says that the plan is right as it reads; a later change makes that stale.',
  params: requirementParams,
  answer: planSchema,
  versioned: true,
  cli: { command: 'sufficiency confirm' },
});

export const runSufficiency = defineEndpoint({
  id: 'runSufficiency',
  method: 'POST',
  path: `${path}/runs`,
  permission: 'data.write',
  summary: 'Runs all checks over the newest version of the data, for every confirmed plan or for one.',
  params: problemParams,
  body: z.strictObject({
    dataRequirementId: z.exactOptional(idField).meta({ description: 'Of one data requirement; all unless told' }),
  }),
  answer: z.object({ runs: z.array(sufficiencyRunSchema) }),
  status: 202,
  cli: { command: 'sufficiency run' },
});

export const answerSufficiency = defineEndpoint({
  id: 'answerSufficiency',
  method: 'PUT',
  path: `${path}/:dataRequirementId/answers/:checkId`,
  permission: 'data.identify',
  summary: 'Answers the question of one check: as expected, explained by something, an error in the data, or unknown.',
  params: requirementParams.extend({ checkId: z.enum(checkIds).meta({ description: 'The check' }) }),
  body: z
    .strictObject({
      runId: idField.meta({ description: 'The run that was looked at' }),
      verdict: z.enum(checkVerdicts).meta({ description: 'What the check said there' }),
      answer: z.enum(expertAnswers),
      reason: textField({ max: 2000 })
        .default('')
        .meta({ description: 'In own words; asked for explained and data_error' }),
    })
    .refine(({ answer, reason }) => (answer !== 'explained' && answer !== 'data_error') || reason.trim() !== '', {
      error: inBoth(
        'Say in a few words what explains it, or what is wrong',
        'Zeg in een paar woorden wat het verklaart, of wat er niet klopt',
      ),
      path: ['reason'],
    }),
  answer: judgedCheckSchema,
  cli: { command: 'sufficiency answer' },
});
