import { z } from 'zod';
import { oneFieldAtLeast } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { lineField, textField } from '../../platform/endpoint/text-field.ts';
import { differenceSchema } from '../decisions/contract.ts';
import { moment, problemParams, problemSchema, titleField, versionField } from './problem-contract.ts';
import { writtenContentSchema } from './written-contract.ts';

export const variantAspects = ['country', 'segment', 'product', 'period', 'site', 'other'] as const;
export type VariantAspect = (typeof variantAspects)[number];

const declared = {
  about: z
    .enum(variantAspects)
    .meta({ description: 'In what it differs: country, segment, product line, period (training window), site, other' }),
  difference: lineField({ max: 200, min: 1 }).meta({ description: 'Which one: "France", "first half-year"' }),
  reason: textField({ max: 2000, min: 1 }).meta({ description: 'Why it is another problem and not the same one' }),
};

const relation = z.object({
  id: z.string().nullable().meta({ description: 'null: a problem that you may not read, or that was deleted' }),
  title: z.string().nullable(),
  about: declared.about,
  difference: z.string(),
  reason: z.string(),
  madeAt: moment('When it was copied'),
});

export const originSchema = z.object({
  variantOf: relation.nullable().meta({ description: 'The problem that this one was copied from' }),
  template: z
    .object({ id: z.string(), name: z.string() })
    .nullable()
    .meta({ description: 'The template that this problem began with' }),
  variants: z.array(relation).meta({ description: 'Problems copied from this one, as far as you may read them' }),
  version: versionField,
});
export type Origin = z.infer<typeof originSchema>;
export type Relation = Origin['variants'][number];

export const copyAsVariant = defineEndpoint({
  id: 'copyAsVariant',
  method: 'POST',
  path: '/api/problems/:problemId/variants',
  permission: 'problem.read',
  summary:
    'Begins a problem as a variant of this one, with everything that was formulated: no decisions, people or talk. Of a private problem it is private.',
  params: problemParams,
  body: z.strictObject({ title: titleField, ...declared }),
  answer: problemSchema,
  status: 201,
  cli: { command: 'variant create' },
});

export const readOrigin = defineEndpoint({
  id: 'readOrigin',
  method: 'GET',
  path: '/api/problems/:problemId/origin',
  permission: 'problem.read',
  summary: 'Where the problem comes from, and which variants were made of it.',
  params: problemParams,
  answer: originSchema,
  cli: { command: 'variant show' },
});

export const editVariant = defineEndpoint({
  id: 'editVariant',
  method: 'PATCH',
  path: '/api/problems/:problemId/origin',
  permission: 'problem.write',
  summary: 'Says otherwise in what a variant differs, and why.',
  params: problemParams,
  body: z
    .strictObject({
      about: z.exactOptional(declared.about),
      difference: z.exactOptional(declared.difference),
      reason: z.exactOptional(declared.reason),
    })
    .refine((fields) => Object.keys(fields).length > 0, { error: oneFieldAtLeast }),
  answer: originSchema,
  versioned: true,
  cli: { command: 'variant edit' },
});

export const compareWithParent = defineEndpoint({
  id: 'compareWithParent',
  method: 'GET',
  path: '/api/problems/:problemId/origin/differences',
  permission: 'problem.read',
  summary: 'What a variant says otherwise than the problem it was copied from, field by field, as both stand now.',
  params: problemParams,
  answer: z.object({
    parent: z.object({ id: z.string(), title: z.string() }),
    differences: z.array(differenceSchema).meta({ description: 'before: in the parent; after: in the variant' }),
    content: writtenContentSchema.meta({ description: 'What the variant says' }),
  }),
  cli: { command: 'variant compare' },
});
