import { z } from 'zod';
import { oneFieldAtLeast } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField } from '../../platform/endpoint/text-field.ts';
import { aiActLeaves, assessedClasses } from './ai-act-tree.ts';
import {
  answerBody,
  dayField,
  nameField,
  problemParams,
  questionSchema,
  reasonField,
  versionField,
} from './shared-contract.ts';

export const riskClasses = ['unassessed', ...assessedClasses] as const;
export const riskClassSchema = z
  .enum(riskClasses)
  .meta({ description: 'Class under the EU AI Act; unassessed as long as a question on the way is open' });
export type RiskClass = z.infer<typeof riskClassSchema>;

export const aiActRoles = ['provider', 'deployer', 'both'] as const;
export const aiActRoleSchema = z.enum(aiActRoles).meta({
  description: 'provider: develops it or has it developed under its own name; deployer: uses it under its authority',
});

export const aiActSchema = z
  .object({
    version: versionField,
    class: riskClassSchema,
    leaf: z.enum(aiActLeaves).nullable().meta({ description: 'Where the tree ended' }),
    sentence: z.string().meta({ description: 'The class and why, in your language' }),
    path: z
      .array(
        z.object({
          question: z.string(),
          questionText: z.string(),
          choice: z.string(),
          choiceText: z.string(),
          article: z.string(),
          reason: z.string(),
        }),
      )
      .meta({ description: 'The answers that led there, in order' }),
    openQuestion: z.string().nullable().meta({ description: 'Id of the question that is open; null at the end' }),
    questions: z.array(questionSchema),
    role: aiActRoleSchema.nullable(),
    confirmation: z
      .object({
        name: z.string(),
        remark: z.string(),
        on: dayField,
        isCurrent: z.boolean().meta({ description: 'The answers are still those that were confirmed' }),
      })
      .nullable()
      .meta({ description: 'Who confirmed the class as a lawyer would' }),
    dates: z.array(
      z.object({
        id: z.string(),
        from: dayField,
        article: z.string(),
        text: z.string(),
        source: z.string(),
        asOf: dayField.meta({ description: 'The day on which this was known to be so' }),
      }),
    ),
    asOf: dayField.meta({ description: 'The law as it stood on this day' }),
    source: z.string(),
  })
  .meta({ id: 'AiActAssessment' });
export type AiActAssessment = z.infer<typeof aiActSchema>;

export const readAiAct = defineEndpoint({
  id: 'readAiAct',
  method: 'GET',
  path: '/api/problems/:problemId/risk/ai-act',
  permission: 'problem.read',
  summary: 'The class under the EU AI Act, the answers that led to it, and the question that is open.',
  params: problemParams,
  answer: aiActSchema,
  cli: { command: 'risk class' },
});

export const answerAiAct = defineEndpoint({
  id: 'answerAiAct',
  method: 'PUT',
  path: '/api/problems/:problemId/risk/ai-act/answers/:question',
  permission: 'problem.assess',
  summary: 'Answers one question of the tree, with its reasons.',
  params: problemParams.extend({ question: idField.meta({ description: 'Id of the question' }) }),
  body: answerBody,
  answer: aiActSchema,
  versioned: true,
  cli: { command: 'risk class-answer' },
});

export const classifyAtOnce = defineEndpoint({
  id: 'classifyAtOnce',
  method: 'PUT',
  path: '/api/problems/:problemId/risk/ai-act/answers',
  permission: 'problem.assess',
  summary: 'Answers several questions of the tree at once, with the role under the Act and who confirms the class.',
  params: problemParams,
  body: z.strictObject({
    answers: z
      .array(answerBody.extend({ question: idField.meta({ description: 'Id of the question' }) }))
      .min(1)
      .max(20)
      .meta({ description: 'Each takes the place of the answer before; other questions keep theirs' }),
    role: z.exactOptional(aiActRoleSchema.nullable()),
    confirmedBy: z.exactOptional(nameField),
  }),
  answer: aiActSchema,
  versioned: true,
  cli: { command: 'risk classify' },
});

export const confirmAiAct = defineEndpoint({
  id: 'confirmAiAct',
  method: 'PATCH',
  path: '/api/problems/:problemId/risk/ai-act',
  permission: 'problem.assess',
  summary: 'Sets the role under the Act, or who confirmed the class.',
  params: problemParams,
  body: z
    .strictObject({
      role: z.exactOptional(aiActRoleSchema.nullable()),
      confirmedBy: z.exactOptional(nameField),
      remark: z.exactOptional(reasonField.meta({ description: 'What the person who confirms adds' })),
    })
    .refine((fields) => Object.keys(fields).length > 0, { error: oneFieldAtLeast }),
  answer: aiActSchema,
  versioned: true,
  cli: { command: 'risk class-confirm' },
});
