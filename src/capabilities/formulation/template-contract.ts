import { z } from 'zod';
import { oneFieldAtLeast } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, lineField, textField } from '../../platform/endpoint/text-field.ts';
import { moment, problemParams, versionField } from './problem-contract.ts';

const named = {
  name: lineField({ max: 120, min: 1 }).meta({ description: 'What it is called in the list' }),
  description: textField({ max: 2000 }).meta({ description: 'For which problems it is a good beginning' }),
};
const templateParams = z.object({ templateId: idField.meta({ description: 'Id of the template' }) });

export const problemTemplateSchema = z.object({
  id: z.string(),
  ...named,
  holds: z
    .object({
      answers: z.int().meta({ description: 'Answered questions of the opportunity' }),
      objectives: z.int(),
      keyResults: z.int(),
      translation: z.int().meta({ description: 'Answered questions of the translation' }),
      dataRequirements: z.int(),
      options: z.int().meta({ description: 'Alternatives that are listed' }),
      valueModel: z.boolean(),
    })
    .meta({ description: 'What a problem that begins with it already has' }),
  version: versionField,
  createdAt: moment('When it was saved'),
  retiredAt: moment('When it was retired').nullable(),
});
export type ProblemTemplate = z.infer<typeof problemTemplateSchema>;

export const saveTemplate = defineEndpoint({
  id: 'saveProblemTemplate',
  method: 'POST',
  path: '/api/problems/:problemId/template',
  permission: 'problem.write',
  summary:
    'Keeps what was formulated as a template of the organisation, without people, decisions or talk. Refused for a private problem.',
  params: problemParams,
  body: z.strictObject(named),
  answer: problemTemplateSchema,
  status: 201,
  cli: { command: 'problem-template save' },
});

export const listTemplates = defineEndpoint({
  id: 'listProblemTemplates',
  method: 'GET',
  path: '/api/problem-templates',
  permission: 'organisation.read',
  summary: 'The templates that a problem can begin with, by name; the retired ones after them.',
  answer: z.object({ templates: z.array(problemTemplateSchema) }),
  cli: { command: 'problem-template list' },
});

export const editTemplate = defineEndpoint({
  id: 'editProblemTemplate',
  method: 'PATCH',
  path: '/api/problem-templates/:templateId',
  permission: 'organisation.administer',
  summary: 'Gives a template another name or description.',
  params: templateParams,
  body: z
    .strictObject({ name: z.exactOptional(named.name), description: z.exactOptional(named.description) })
    .refine((fields) => Object.keys(fields).length > 0, { error: oneFieldAtLeast }),
  answer: problemTemplateSchema,
  versioned: true,
  cli: { command: 'problem-template edit' },
});

export const retireTemplate = defineEndpoint({
  id: 'retireProblemTemplate',
  method: 'DELETE',
  path: '/api/problem-templates/:templateId',
  permission: 'organisation.administer',
  summary: 'Takes a template out of use; problems that began with it stay as they are, and it can be brought back.',
  params: templateParams,
  answer: problemTemplateSchema,
  cli: { command: 'problem-template retire' },
});

export const restoreTemplate = defineEndpoint({
  id: 'restoreProblemTemplate',
  method: 'POST',
  path: '/api/problem-templates/:templateId/restore',
  permission: 'organisation.administer',
  summary: 'Brings a template that was retired back into use.',
  params: templateParams,
  answer: problemTemplateSchema,
  cli: { command: 'problem-template restore' },
});
