import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { textField } from '../../platform/endpoint/text-field.ts';
import { moment, problemParams, versionField } from './problem-contract.ts';

const alternativesText = textField({ max: 20_000 }).meta({
  description: 'What was considered instead of a model: a rule, a process change, buying something, doing nothing',
});

export const alternativesSchema = z.object({
  text: alternativesText,
  version: versionField,
  changedAt: moment('When the text last changed').nullable(),
});
export type Alternatives = z.infer<typeof alternativesSchema>;

export const readAlternatives = defineEndpoint({
  id: 'readAlternatives',
  method: 'GET',
  path: '/api/problems/:problemId/alternatives',
  permission: 'problem.read',
  summary: 'The alternatives to machine learning that were considered.',
  params: problemParams,
  answer: alternativesSchema,
  cli: { command: 'alternatives show' },
});

export const writeAlternatives = defineEndpoint({
  id: 'writeAlternatives',
  method: 'PUT',
  path: '/api/problems/:problemId/alternatives',
  permission: 'problem.write',
  summary: 'Saves the text on the alternatives that were considered.',
  params: problemParams,
  body: z.strictObject({ text: alternativesText }),
  answer: alternativesSchema,
  versioned: true,
  cli: { command: 'alternatives write' },
});
