import { z } from 'zod';
import { alternativeSchema, fitSchema } from './alternative-contract.ts';
import { dataRequirementSchema } from './data-requirement-contract.ts';
import { keyResultSchema } from './okr-contract.ts';
import { opportunityFields } from './opportunity-contract.ts';
import { atStakeSchema } from './problem-contract.ts';
import { translationFields } from './translation-contract.ts';

const { metric, unit, baseline, target, by, source } = keyResultSchema.shape;

/**
 * What a problem says by itself, without who said it: what a variant begins with, and what a template keeps. There are no
 * ids, people, states of a checklist, decisions, signatures, hearings, verdicts, attachments or comments in it.
 */
export const writtenContentSchema = z.object({
  opportunity: z.record(z.enum(opportunityFields), z.string()),
  objectives: z.array(
    z.object({
      text: z.string(),
      keyResults: z.array(
        z.object({
          metric,
          unit,
          baseline,
          target,
          by,
          source,
          contributes: z
            .boolean()
            .meta({ description: 'false: the text says why machine learning does not contribute' }),
          moves: z.string().meta({ description: 'How the prediction moves it; empty: not said yet' }),
        }),
      ),
    }),
  ),
  translation: z.record(z.enum(translationFields), z.string()),
  dataRequirements: z.array(dataRequirementSchema.omit({ id: true, position: true, version: true })),
  alternatives: z.string().meta({ description: 'What else was considered, in words' }),
  options: z.array(alternativeSchema.pick({ kind: true, name: true, description: true, figures: true })),
  fit: z.array(fitSchema.pick({ question: true, answer: true, reason: true })),
  valueModel: z.record(z.string(), z.unknown()).nullable().meta({ description: 'null before anything was written' }),
  atStake: atStakeSchema.nullable().meta({ description: 'What a complete value model is about' }),
});
export type WrittenContent = z.infer<typeof writtenContentSchema>;
