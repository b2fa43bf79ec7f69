import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { textField } from '../../platform/endpoint/text-field.ts';
import { opportunityFields, opportunitySchema } from './opportunity-contract.ts';
import { problemParams } from './problem-contract.ts';

const markdownField = textField({ max: 200_000, min: 1 }).meta({
  description: 'A one-pager in Markdown; its headings, English or Dutch, say which question each part answers',
});

export const onePagerSchema = z.object({
  title: z.string().nullable().meta({ description: 'Its first heading, when that names the whole; for you to use' }),
  parts: z
    .array(
      z.object({
        field: z.enum(opportunityFields),
        headings: z.array(z.string()).meta({ description: 'The headings it was found under' }),
        text: z.string(),
        current: z.string().meta({ description: 'What stands there now; empty: nothing yet' }),
      }),
    )
    .meta({ description: 'What goes where, in the order of the questions' }),
  unplaced: z
    .array(z.object({ heading: z.string().nullable(), text: z.string() }))
    .meta({ description: 'What answers none of the questions: it is kept under context' }),
});
export type OnePager = z.infer<typeof onePagerSchema>;

export const previewOnePager = defineEndpoint({
  id: 'previewOnePager',
  method: 'POST',
  path: '/api/problems/:problemId/opportunity/preview',
  permission: 'problem.write',
  summary: 'Shows where each part of a one-pager in Markdown would go; nothing is written.',
  params: problemParams,
  body: z.strictObject({ markdown: markdownField }),
  answer: onePagerSchema,
  cli: { command: 'opportunity preview' },
});

export const importOnePager = defineEndpoint({
  id: 'importOnePager',
  method: 'POST',
  path: '/api/problems/:problemId/opportunity/import',
  permission: 'problem.write',
  summary: 'Fills the opportunity from a one-pager in Markdown; texts that are there stay unless you name them.',
  params: problemParams,
  body: z.strictObject({
    markdown: markdownField,
    replace: z
      .array(z.enum(opportunityFields))
      .default([])
      .meta({ description: 'Questions whose present text may be replaced' }),
  }),
  answer: opportunitySchema,
  versioned: true,
  cli: { command: 'opportunity import' },
});
