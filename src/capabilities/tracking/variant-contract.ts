import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { dateWritten } from '../../platform/endpoint/field-words.ts';
import { idField, lineField, textField } from '../../platform/endpoint/text-field.ts';
import { moment, personField, problemParams } from './shared-contract.ts';

const day = (description: string) => z.iso.date({ error: dateWritten }).meta({ description });
const paramsField = z
  .array(z.strictObject({ key: lineField({ min: 1, max: 250 }), value: lineField({ max: 6000 }) }))
  .max(50)
  .meta({ description: 'Parameters by which it is another, by name' });

/** What makes a variant another than its parent; null is as the parent. */
const variantFields = {
  name: lineField({ min: 1, max: 120 }).meta({ description: 'What the tag `peil.variant` of its runs says' }),
  parentId: idField.nullable().meta({ description: 'The variant that it was made from; null for none' }),
  note: textField({ max: 5000 }).meta({ description: 'What it is for' }),
  segment: lineField({ min: 1, max: 120 }).nullable().meta({ description: 'Part of the cases that it is trained on' }),
  windowFrom: day('First day of what it is trained on').nullable(),
  windowTo: day('Last day of what it is trained on').nullable(),
  data: lineField({ min: 1, max: 300 }).nullable().meta({ description: 'Data set, or `name@3` for its version 3' }),
  params: paramsField,
};

/** Which variants, by what they are trained on. */
export const trainedOn = z.object({
  segment: z.exactOptional(lineField({ max: 120 })).meta({ description: 'Only those trained on this segment' }),
  from: z.exactOptional(day('Only those whose window ends on this day or later')),
  to: z.exactOptional(day('Only those whose window begins on this day or earlier')),
});

const settingsSchema = z
  .object({
    segment: z.string().nullable(),
    windowFrom: z.string().nullable(),
    windowTo: z.string().nullable(),
    data: z.string().nullable(),
    params: z.array(z.object({ key: z.string(), value: z.string() })),
  })
  .meta({ id: 'VariantSettings', description: 'What it is trained on, with what it has from its parent' });
export type VariantSettings = z.infer<typeof settingsSchema>;

const differenceSchema = z
  .object({
    what: z.enum(['segment', 'window', 'data', 'param']),
    key: z.string().nullable().meta({ description: 'Name of the parameter' }),
    parent: z.string().nullable().meta({ description: 'With the parent; null where it says nothing' }),
    own: z.string().nullable().meta({ description: 'With this variant' }),
  })
  .meta({ id: 'VariantDifference' });
export type VariantDifference = z.infer<typeof differenceSchema>;

export const variantSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    parentId: z.string().nullable(),
    note: z.string(),
    own: settingsSchema.meta({ description: 'Only what it says itself' }),
    settings: settingsSchema,
    differences: z.array(differenceSchema).meta({ description: 'Between its parent and itself' }),
    runs: z.int().meta({ description: 'Runs that name it, and were not deleted' }),
    createdBy: personField,
    createdAt: moment('When it was declared'),
    version: z.int().meta({ description: 'Send it back in If-Match when you change this' }),
  })
  .meta({ id: 'ModelVariant' });
export type Variant = z.infer<typeof variantSchema>;

const withinVariant = problemParams.extend({ variantId: idField.meta({ description: 'Id of the variant' }) });

export const listVariants = defineEndpoint({
  id: 'listModelVariants',
  method: 'GET',
  path: '/api/problems/:problemId/model-variants',
  permission: 'problem.read',
  summary:
    'The variants of the model of a problem, each with what it is trained on and how it differs from its parent.',
  params: problemParams,
  query: trainedOn,
  answer: z.object({
    variants: z.array(variantSchema),
    undeclared: z
      .array(z.object({ name: z.string(), runs: z.int() }))
      .meta({ description: 'What runs name as their variant and nobody has declared' }),
    withoutVariant: z.int().meta({ description: 'Runs that name none' }),
  }),
  cli: { command: 'model-variant list' },
});

export const addVariant = defineEndpoint({
  id: 'addModelVariant',
  method: 'POST',
  path: '/api/problems/:problemId/model-variants',
  permission: 'run.log',
  summary: 'Declares a variant of the model, from a parent or by itself, with what makes it another.',
  params: problemParams,
  body: z.strictObject({
    name: variantFields.name,
    parentId: variantFields.parentId.default(null),
    note: variantFields.note.default(''),
    segment: variantFields.segment.default(null),
    windowFrom: variantFields.windowFrom.default(null),
    windowTo: variantFields.windowTo.default(null),
    data: variantFields.data.default(null),
    params: variantFields.params.default([]),
  }),
  answer: variantSchema,
  status: 201,
  cli: { command: 'model-variant add' },
});

export const editVariant = defineEndpoint({
  id: 'editModelVariant',
  method: 'PUT',
  path: '/api/problems/:problemId/model-variants/:variantId',
  permission: 'run.log',
  summary: 'Writes a variant anew; with another name its runs are called so too.',
  params: withinVariant,
  body: z.strictObject(variantFields),
  answer: variantSchema,
  versioned: true,
  cli: { command: 'model-variant edit' },
});

export const removeVariant = defineEndpoint({
  id: 'removeModelVariant',
  method: 'DELETE',
  path: '/api/problems/:problemId/model-variants/:variantId',
  permission: 'run.log',
  summary: 'Removes a variant; its runs stay, and it can be brought back.',
  params: withinVariant,
  answer: z.object({ id: z.string(), removedAt: moment('When it was removed') }),
  cli: { command: 'model-variant remove' },
});

export const restoreVariant = defineEndpoint({
  id: 'restoreModelVariant',
  method: 'POST',
  path: '/api/problems/:problemId/model-variants/:variantId/restore',
  permission: 'run.log',
  summary: 'Brings back a variant that was removed.',
  params: withinVariant,
  answer: variantSchema,
  cli: { command: 'model-variant restore' },
});

export const assignRuns = defineEndpoint({
  id: 'assignRunsToVariant',
  method: 'POST',
  path: '/api/problems/:problemId/model-variants/runs',
  permission: 'run.log',
  summary: 'Says of which variant runs are, by their tag `peil.variant`; all of them or none.',
  params: problemParams,
  body: z.strictObject({
    runIds: z
      .array(idField.meta({ description: 'Id of a run' }))
      .min(1)
      .max(1000),
    variant: lineField({ min: 1, max: 120 })
      .nullable()
      .meta({ description: 'Id or name of the variant; null for none' }),
  }),
  answer: z.object({
    moved: z
      .array(z.object({ id: z.string(), before: z.string().nullable().meta({ description: 'What its tag said' }) }))
      .meta({ description: 'Runs that were of another' }),
  }),
  cli: { command: 'model-variant assign' },
});
