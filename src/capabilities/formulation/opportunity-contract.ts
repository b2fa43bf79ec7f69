import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { textField } from '../../platform/endpoint/text-field.ts';
import { moment, problemParams, versionField } from './problem-contract.ts';

/** In the order in which they are asked. There is no field for a solution: that is not the question yet. */
export const opportunityFields = [
  'currentSituation',
  'affected',
  'frequency',
  'cost',
  'currentDecision',
  'evidence',
  'context',
] as const;
export type OpportunityField = (typeof opportunityFields)[number];

const meanings: Record<OpportunityField, string> = {
  currentSituation: 'What happens now: the problem or the chance, as precisely as can be',
  affected: 'Who is affected, and how',
  frequency: 'How often it happens',
  cost: 'What it costs now, in money, time or trust',
  currentDecision: 'How it is decided today, by whom, by which rule',
  evidence: 'What shows that it is so: figures, reports, cases',
  context: 'What stakeholders said, and what else one must know; may stay empty',
};

const answerField = (field: OpportunityField) => textField({ max: 20_000 }).meta({ description: meanings[field] });
const textsSchema = z.object({
  currentSituation: answerField('currentSituation'),
  affected: answerField('affected'),
  frequency: answerField('frequency'),
  cost: answerField('cost'),
  currentDecision: answerField('currentDecision'),
  evidence: answerField('evidence'),
  context: answerField('context'),
});
export type OpportunityTexts = z.infer<typeof textsSchema>;

export const solutionHintSchema = z.object({
  field: z.enum(opportunityFields),
  words: z.array(z.string()).meta({ description: 'Words of a solution, as they stand in the text' }),
  message: z.string().meta({ description: 'A friendly remark in your language; nothing is refused' }),
});
export type SolutionHint = z.infer<typeof solutionHintSchema>;

export const opportunitySchema = textsSchema
  .extend({
    version: versionField,
    changedAt: moment('When one of the texts last changed').nullable(),
    completeness: z
      .int()
      .min(0)
      .max(100)
      .meta({ description: 'Share of the required questions answered, in per cent' }),
    missing: z.array(z.enum(opportunityFields)).meta({ description: 'Required questions without an answer' }),
    hints: z.array(solutionHintSchema),
  })
  .meta({ id: 'Opportunity' });
export type Opportunity = z.infer<typeof opportunitySchema>;

export const readOpportunity = defineEndpoint({
  id: 'readOpportunity',
  method: 'GET',
  path: '/api/problems/:problemId/opportunity',
  permission: 'problem.read',
  summary: 'The opportunity: what happens now, who, how often, what it costs, how it is decided, evidence.',
  params: problemParams,
  answer: opportunitySchema,
  cli: { command: 'opportunity show' },
});

export const writeOpportunity = defineEndpoint({
  id: 'writeOpportunity',
  method: 'PATCH',
  path: '/api/problems/:problemId/opportunity',
  permission: 'problem.write',
  summary: 'Saves one or more texts of the opportunity; conflicts only where somebody else changed the same text.',
  params: problemParams,
  body: z
    .strictObject({
      currentSituation: z.exactOptional(answerField('currentSituation')),
      affected: z.exactOptional(answerField('affected')),
      frequency: z.exactOptional(answerField('frequency')),
      cost: z.exactOptional(answerField('cost')),
      currentDecision: z.exactOptional(answerField('currentDecision')),
      evidence: z.exactOptional(answerField('evidence')),
      context: z.exactOptional(answerField('context')),
    })
    .refine((texts) => Object.keys(texts).length > 0, {
      error: inBoth('Send at least one text', 'Stuur ten minste één tekst'),
    }),
  answer: opportunitySchema,
  versioned: true,
  cli: { command: 'opportunity write' },
});
