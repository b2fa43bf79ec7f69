import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { textField } from '../../platform/endpoint/text-field.ts';
import { problemParams, versionField, withinProblem } from './problem-contract.ts';

/** What a model can be held against a key result by; `none`: no metric of the model answers it. */
export const modelMetrics = [
  'recall',
  'precision',
  'false_alarms',
  'auc',
  'calibration',
  'accuracy',
  'error',
  'bias',
  'net_value',
  'other',
  'none',
] as const;
export type ModelMetric = (typeof modelMetrics)[number];

const metricField = z.enum(modelMetrics).meta({
  description:
    'recall: share caught; precision: share rightly acted; false_alarms: false-positive rate; error: size of the error; net_value: euros by the value model; other and none say why in the text',
});

export const metricLinkSchema = z
  .object({
    keyResultId: z.string(),
    keyResult: z.string().meta({ description: 'What the key result measures' }),
    isAsked: z.boolean().meta({ description: 'false: by the translation, machine learning does not contribute to it' }),
    metric: metricField.nullable().meta({ description: 'null: not said yet' }),
    text: z.string().meta({ description: 'How the one follows from the other' }),
    version: versionField,
  })
  .meta({ id: 'MetricLink' });
export type MetricLink = z.infer<typeof metricLinkSchema>;

export const listMetricLinks = defineEndpoint({
  id: 'listMetricLinks',
  method: 'GET',
  path: '/api/problems/:problemId/metrics',
  permission: 'problem.read',
  summary: 'Which metric of the model answers which key result.',
  params: problemParams,
  answer: z.object({ links: z.array(metricLinkSchema).meta({ description: 'Every key result, in order' }) }),
  cli: { command: 'metric list' },
});

export const linkMetric = defineEndpoint({
  id: 'linkMetric',
  method: 'PUT',
  path: '/api/problems/:problemId/metrics/:keyResultId',
  permission: 'problem.price',
  summary: 'Says which metric of the model answers a key result, or why none does.',
  params: withinProblem('keyResultId', 'Id of the key result'),
  body: z
    .strictObject({
      metric: metricField,
      text: textField({ max: 2000 }).default('').meta({ description: 'How the one follows from the other' }),
    })
    .refine(({ metric, text }) => (metric !== 'none' && metric !== 'other') || text.trim() !== '', {
      path: ['text'],
      error: inBoth(
        'Say in words which metric it is, or why none answers the key result',
        'Zeg in woorden welke maat het is, of waarom geen maat antwoord geeft op het sleutelresultaat',
      ),
    }),
  answer: metricLinkSchema,
  versioned: true,
  cli: { command: 'metric link' },
});
