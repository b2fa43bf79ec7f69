import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { textField } from '../../platform/endpoint/text-field.ts';
import { moment, problemParams, versionField, withinProblem } from './problem-contract.ts';

export const mlTasks = ['binary', 'multiclass', 'regression', 'ranking', 'anomaly', 'generation', 'other'] as const;
export type MlTask = (typeof mlTasks)[number];

/** In the order in which they are asked; `task` is one of a list, the others are people's own words. */
export const translationFields = [
  'task',
  'unit',
  'target',
  'truth',
  'moment',
  'horizon',
  'action',
  'capacity',
  'constraints',
  'fairness',
] as const;
export type TranslationField = (typeof translationFields)[number];

const meanings: Record<Exclude<TranslationField, 'task'>, string> = {
  unit: 'Of what there is one prediction: a flight, a customer, a machine-night',
  target: 'What is predicted, in words',
  truth: 'How it is known afterwards whether the prediction was right, and when',
  moment: 'At which moment the prediction must be there',
  horizon: 'How far ahead it looks',
  action: 'What is done with it, and by whom',
  capacity: 'How many can be acted on per period',
  constraints: 'What it must keep to: law, latency, explanation; may stay empty',
  fairness: 'Who could be treated worse by it, and what is done about that; "nobody" is an answer',
};

const taskField = z.enum(['', ...mlTasks]).meta({ description: 'The kind of task; empty: not chosen yet' });
const answerField = (field: keyof typeof meanings) => textField({ max: 20_000 }).meta({ description: meanings[field] });

const textsSchema = z.object({
  task: taskField,
  unit: answerField('unit'),
  target: answerField('target'),
  truth: answerField('truth'),
  moment: answerField('moment'),
  horizon: answerField('horizon'),
  action: answerField('action'),
  capacity: answerField('capacity'),
  constraints: answerField('constraints'),
  fairness: answerField('fairness'),
});
export type TranslationTexts = z.infer<typeof textsSchema>;

const linkText = textField({ max: 5000 }).meta({
  description: 'How the prediction moves this key result; or why machine learning does not contribute to it',
});

export const keyResultLinkSchema = z.object({
  keyResultId: z.string(),
  metric: z.string(),
  contributes: z.boolean().meta({ description: 'false: the text says why machine learning does not contribute' }),
  text: linkText,
  isLinked: z.boolean().meta({ description: 'There is a text, either way' }),
  version: versionField,
});
export type KeyResultLink = z.infer<typeof keyResultLinkSchema>;

export const translationSchema = textsSchema
  .extend({
    isLocked: z.boolean().meta({ description: 'true until the opportunity is accepted at gate G0: only to be read' }),
    isKept: z.boolean().meta({
      description: 'Answers came along with a template or a copy; they show once the opportunity is accepted',
    }),
    version: versionField,
    changedAt: moment('When one of the texts last changed').nullable(),
    completeness: z.int().min(0).max(100).meta({ description: 'Share of what is asked that is there, in per cent' }),
    missing: z.array(z.enum(translationFields)).meta({ description: 'Required questions without an answer' }),
    links: z.array(keyResultLinkSchema).meta({ description: 'Every key result, in order, linked or not' }),
  })
  .meta({ id: 'Translation' });
export type Translation = z.infer<typeof translationSchema>;

export const readTranslation = defineEndpoint({
  id: 'readTranslation',
  method: 'GET',
  path: '/api/problems/:problemId/translation',
  permission: 'problem.read',
  summary:
    'The problem as an ML problem: task, unit, target, moment, horizon, action, capacity, and the key results it moves.',
  params: problemParams,
  answer: translationSchema,
  cli: { command: 'translation show' },
});

export const writeTranslation = defineEndpoint({
  id: 'writeTranslation',
  method: 'PATCH',
  path: '/api/problems/:problemId/translation',
  permission: 'problem.write',
  summary: 'Saves one or more answers of the translation; conflicts only where somebody else changed the same answer.',
  params: problemParams,
  body: z
    .strictObject({
      task: z.exactOptional(taskField),
      unit: z.exactOptional(answerField('unit')),
      target: z.exactOptional(answerField('target')),
      truth: z.exactOptional(answerField('truth')),
      moment: z.exactOptional(answerField('moment')),
      horizon: z.exactOptional(answerField('horizon')),
      action: z.exactOptional(answerField('action')),
      capacity: z.exactOptional(answerField('capacity')),
      constraints: z.exactOptional(answerField('constraints')),
      fairness: z.exactOptional(answerField('fairness')),
    })
    .refine((texts) => Object.keys(texts).length > 0, {
      error: inBoth('Send at least one answer', 'Stuur ten minste één antwoord'),
    }),
  answer: translationSchema,
  versioned: true,
  cli: { command: 'translation write' },
});

export const linkKeyResult = defineEndpoint({
  id: 'linkKeyResult',
  method: 'PUT',
  path: '/api/problems/:problemId/translation/key-results/:keyResultId',
  permission: 'problem.write',
  summary: 'Says how the prediction moves one key result, or why machine learning does not contribute to it.',
  params: withinProblem('keyResultId', 'Id of the key result'),
  body: z.strictObject({ contributes: z.boolean().default(true), text: linkText }),
  answer: keyResultLinkSchema,
  versioned: true,
  cli: { command: 'translation link' },
});
