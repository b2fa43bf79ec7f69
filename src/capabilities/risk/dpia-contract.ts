import { z } from 'zod';
import { oneFieldAtLeast } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, textField } from '../../platform/endpoint/text-field.ts';
import { answerBody, problemParams, questionSchema, reasonField, versionField } from './shared-contract.ts';

export const dpiaVerdicts = ['unassessed', 'needed', 'not_needed'] as const;
export type DpiaVerdict = (typeof dpiaVerdicts)[number];

export const dpiaSchema = z
  .object({
    version: versionField,
    verdict: z.enum(dpiaVerdicts).meta({ description: 'Is a data protection impact assessment needed?' }),
    sentence: z.string().meta({ description: 'The verdict and why, in your language' }),
    criteria: z.int().meta({ description: 'How many of the nine criteria of the EDPB were answered with yes' }),
    openQuestion: z.string().nullable().meta({ description: 'Id of the question that is open; null when settled' }),
    questions: z.array(questionSchema),
    remark: z.string().meta({ description: 'What the risk manager adds, such as where the assessment is' }),
    dpoAdvice: z.string().meta({ description: 'Advice of the data protection officer (GDPR 35(2))' }),
  })
  .meta({ id: 'DataProtection' });
export type DpiaAssessment = z.infer<typeof dpiaSchema>;

export const readDpia = defineEndpoint({
  id: 'readDpia',
  method: 'GET',
  path: '/api/problems/:problemId/risk/dpia',
  permission: 'problem.read',
  summary: 'Whether a data protection impact assessment is needed, and why.',
  params: problemParams,
  answer: dpiaSchema,
  cli: { command: 'risk dpia' },
});

export const answerDpia = defineEndpoint({
  id: 'answerDpia',
  method: 'PUT',
  path: '/api/problems/:problemId/risk/dpia/answers/:question',
  permission: 'problem.assess',
  summary: 'Answers one question on data protection with yes or no, and why.',
  params: problemParams.extend({ question: idField.meta({ description: 'Id of the question' }) }),
  body: answerBody,
  answer: dpiaSchema,
  versioned: true,
  cli: { command: 'risk dpia-answer' },
});

export const writeDpia = defineEndpoint({
  id: 'writeDpia',
  method: 'PATCH',
  path: '/api/problems/:problemId/risk/dpia',
  permission: 'problem.assess',
  summary: 'Writes the advice of the data protection officer, or a remark.',
  params: problemParams,
  body: z
    .strictObject({ dpoAdvice: z.exactOptional(textField({ max: 20_000 })), remark: z.exactOptional(reasonField) })
    .refine((fields) => Object.keys(fields).length > 0, { error: oneFieldAtLeast }),
  answer: dpiaSchema,
  versioned: true,
  cli: { command: 'risk dpia-advice' },
});
