import { z } from 'zod';

export const money = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .meta({ description: 'Amount in cents as text, in the currency of the result' });
export const share = z.number().min(0).max(1);
export const baselineKind = z.enum(['nothing', 'all', 'constant', 'today', 'perfect']);
export const rivalKind = z.enum(['nothing', 'all', 'constant', 'today']);
export const point = z.object({ falsePositiveRate: share, recall: share });

const impossibleReason = z.enum([
  'no-cases',
  'no-adoption',
  'no-positives',
  'acting-does-not-help',
  'decisions-do-not-differ',
  'perfect-is-not-enough',
  'capacity-too-small',
]);
export const required = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('required'), value: z.number() }),
    z.object({ kind: z.literal('any') }),
    z.object({ kind: z.literal('impossible'), reason: impossibleReason, value: z.exactOptional(z.number()) }),
  ])
  .meta({
    description: 'How good the model must be to break even: a value, any quality at all, or no quality suffices',
  });

export const threshold = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('act-at-or-above'), probability: share }),
    z.object({
      kind: z.literal('act-at-or-below'),
      probability: share,
      reason: z.literal('acting-helps-on-negatives-only'),
    }),
    z.object({ kind: z.literal('always-act'), reason: z.literal('false-alarms-cost-nothing') }),
    z.object({ kind: z.literal('never-act'), reason: z.literal('acting-does-not-help') }),
  ])
  .meta({ description: 'From which probability acting on a case pays' });

export const verdict = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('must-catch'),
      recallPercent: z.int(),
      falseAlarmPercent: z.number(),
      against: rivalKind,
    }),
    z.object({
      kind: z.literal('must-be-precise'),
      precisionPercent: z.int().meta({ description: 'Of 100 cases acted on, those that must need it' }),
      casesPerYear: z.number().meta({ description: 'The cases a year that can be acted on' }),
      highestRecallPercent: z.int(),
      against: rivalKind,
    }),
    z.object({ kind: z.literal('must-be-right'), accuracyPercent: z.int(), against: rivalKind }),
    z.object({ kind: z.literal('must-err-less'), sigma: z.number(), unit: z.string(), against: rivalKind }),
    z.object({
      kind: z.literal('must-bring'),
      percent: z.int().meta({ description: 'Share of what perfect decisions bring; 0 when any improvement pays' }),
      against: rivalKind,
    }),
    z.object({ kind: z.literal('always-pays'), against: rivalKind }),
    z.object({
      kind: z.literal('never-pays'),
      reason: z.enum(['no-cases', 'no-adoption', 'nothing-to-gain', 'fixed-cost-too-high', 'capacity-too-small']),
      ceilingPerYear: money,
      fixedCostPerYear: money,
      currency: z.string(),
      against: rivalKind,
    }),
  ])
  .meta({ description: 'The answer in one sentence, as data; verdictSentence makes the text in each language' });
