import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField } from '../../platform/endpoint/text-field.ts';
import { problemParams, reasonField, versionField } from './shared-contract.ts';

/** What a regulator asks in this phase, in the order of the overview; the rows of a model come with a model. */
export const regulatorRows = [
  'identity',
  'purpose',
  'objectives',
  'alternatives',
  'decision',
  'riskClass',
  'appetite',
  'risks',
  'errorCosts',
  'thresholds',
  'personalData',
  'dataNeeds',
  'limitations',
  'oversight',
  'waivers',
  'eventLog',
  'review',
  'dpia',
] as const;
export type RegulatorRow = (typeof regulatorRows)[number];

export const regulatorSchema = z
  .object({
    version: versionField,
    completeness: z.int().min(0).max(100).meta({ description: 'Share of the rows that is answered, in per cent' }),
    sentence: z.string(),
    rows: z.array(
      z.object({
        row: z.enum(regulatorRows),
        question: z.string(),
        askedBy: z.string().meta({ description: 'Places in law and standards' }),
        state: z
          .enum(['known', 'written', 'not_applicable', 'missing'])
          .meta({ description: 'known: Peil has it; written: by hand; not_applicable: with a reason' }),
        known: z.array(z.string()).meta({ description: 'What Peil knows of it, in sentences' }),
        station: z.string().nullable().meta({ description: 'Where that is written' }),
        text: z.string().meta({ description: 'What was written by hand, or why it does not apply' }),
        isNotApplicable: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'RegulatorList' });
export type RegulatorList = z.infer<typeof regulatorSchema>;

/** Served by the capability that knows the problem, since most rows come from there. */
export const readRegulatorList = defineEndpoint({
  id: 'readRegulatorList',
  method: 'GET',
  path: '/api/problems/:problemId/risk/regulator',
  permission: 'problem.read',
  summary: 'What a regulator would ask, what is known of it, and what is missing.',
  params: problemParams,
  answer: regulatorSchema,
  cli: { command: 'risk regulator' },
});

export const answerRegulator = defineEndpoint({
  id: 'answerRegulator',
  method: 'PUT',
  path: '/api/problems/:problemId/risk/regulator/:row',
  permission: 'problem.assess',
  summary: 'Answers one row by hand, or says why it does not apply.',
  params: problemParams.extend({ row: idField.meta({ description: `One of: ${regulatorRows.join(', ')}` }) }),
  body: z.strictObject({
    text: reasonField.meta({ description: 'The answer, or the reason why it does not apply; empty takes it back' }),
    isNotApplicable: z.boolean().default(false),
  }),
  answer: z.object({ version: versionField }),
  versioned: true,
  cli: { command: 'risk regulator-answer' },
});
