import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { lineField } from '../../platform/endpoint/text-field.ts';
import { moment, nameField, personField } from './shared-contract.ts';
import { versionParams } from './version-contract.ts';

const columnName = z.string().min(1).max(300).meta({ description: 'Name of a column' });
const partName = lineField({ max: 60, min: 1 }).meta({ description: 'Name of the part: train, test, ...' });
const valueText = z.string().max(500);

const byTime = z.strictObject({
  by: z.literal('time'),
  column: columnName,
  cuts: z
    .array(z.string().min(4).max(40))
    .min(1)
    .max(9)
    .meta({ description: 'Moments or days, ascending: a part ends just before its cut' }),
  names: z.array(partName).min(2).max(10).meta({ description: 'One more than the cuts, the earliest part first' }),
});
const byHash = z.strictObject({
  by: z.literal('hash'),
  key: z
    .exactOptional(z.array(columnName).min(1).max(10))
    .meta({ description: 'Columns whose values stay together in one part; left out: the whole row, by chance' }),
  seed: lineField({ max: 60, min: 1 }).meta({ description: 'Any text: the same seed gives the same parts' }),
  parts: z
    .array(z.strictObject({ name: partName, share: z.number().gt(0).lt(1) }))
    .min(2)
    .max(10)
    .meta({ description: 'Shares that together are 1' }),
});
const byValue = z.strictObject({
  by: z.literal('value'),
  column: columnName,
  parts: z
    .array(z.strictObject({ name: partName, values: z.array(valueText).min(1).max(200) }))
    .min(1)
    .max(10),
  others: z
    .exactOptional(partName)
    .meta({ description: 'The part of every other value; left out: rows of other values are in no part' }),
});
export const splitRuleSchema = z.discriminatedUnion('by', [byTime, byHash, byValue]).meta({
  id: 'SplitRule',
  description:
    'time: by cuts; hash: the first 13 hexadecimal digits of the MD5 of seed and key, joined by the character U+001F, as a share of 16^13 (of a row: the text that DuckDB makes of it); value: by the values of a column',
});
export type SplitRule = z.infer<typeof splitRuleSchema>;

const partSchema = z.object({
  name: z.string(),
  rows: z.int(),
  keys: z.int().nullable().meta({ description: 'Different keys in it; null where no key was told' }),
});
export const splitSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    rule: splitRuleSchema,
    key: z.array(z.string()).nullable().meta({ description: 'What may not be in two parts' }),
    parts: z.array(partSchema),
    unassigned: z.int().meta({ description: 'Rows in no part: the column is empty, or its value is in none' }),
    sharedRows: z.int().meta({ description: 'Different rows, by the MD5 of all their values, that are in two parts' }),
    sharedKeys: z.int().nullable().meta({ description: 'Keys that are in two parts; null where no key was told' }),
    isDisjoint: z.boolean().meta({ description: 'No row, and no key, is in two parts' }),
    declaredBy: personField,
    declaredAt: moment('When it was declared and checked'),
  })
  .meta({ id: 'DatasetSplit' });
export type Split = z.infer<typeof splitSchema>;
export type SplitResult = Pick<Split, 'key' | 'parts' | 'unassigned' | 'sharedRows' | 'sharedKeys' | 'isDisjoint'>;

export const listSplits = defineEndpoint({
  id: 'listDatasetSplits',
  method: 'GET',
  path: '/api/problems/:problemId/dataset-versions/:versionId/splits',
  permission: 'problem.read',
  summary: 'How a version is split, for training and testing, with the proof that the parts share nothing.',
  params: versionParams,
  answer: z.object({ splits: z.array(splitSchema) }),
  cli: { command: 'dataset splits' },
});

export const declareSplit = defineEndpoint({
  id: 'declareDatasetSplit',
  method: 'POST',
  path: '/api/problems/:problemId/dataset-versions/:versionId/splits',
  permission: 'data.write',
  summary: 'Declares a split of a version, counts its parts, and checks that no row and no key is in two of them.',
  params: versionParams,
  body: z.strictObject({
    name: nameField.meta({ description: 'What the split is called' }),
    rule: splitRuleSchema,
    key: z
      .exactOptional(z.array(columnName).min(1).max(10))
      .meta({ description: 'Columns that name a case, such as a customer, which may not be in two parts' }),
  }),
  answer: splitSchema,
  status: 201,
  cli: { command: 'dataset split' },
});

export const removeSplit = defineEndpoint({
  id: 'removeDatasetSplit',
  method: 'DELETE',
  path: '/api/problems/:problemId/dataset-versions/:versionId/splits/:splitId',
  permission: 'data.write',
  summary: 'Takes a split out of sight; what was made by it stays.',
  params: versionParams.extend({ splitId: z.string().min(1).max(64).meta({ description: 'Id of the split' }) }),
  answer: z.object({ id: z.string() }),
  cli: { command: 'dataset remove-split' },
});

export const conditionOps = [
  'is',
  'is_not',
  'in',
  'under',
  'at_most',
  'over',
  'at_least',
  'empty',
  'not_empty',
] as const;
const conditionSchema = z
  .strictObject({
    column: columnName,
    op: z.enum(conditionOps).meta({ description: 'is, is_not, in, under, at_most, over, at_least, empty, not_empty' }),
    values: z.array(valueText).max(200).default([]).meta({ description: 'As text, in the form of the column' }),
  })
  .refine(({ op, values }) => (op === 'empty' || op === 'not_empty') === (values.length === 0), {
    error: inBoth(
      'Give a value, or several for in; none for empty and not_empty',
      'Geef een waarde, of meer bij in; geen bij empty en not_empty',
    ),
  })
  .refine(({ op, values }) => op === 'in' || values.length <= 1, {
    error: inBoth('Give one value; only in takes several', 'Geef één waarde; alleen bij in mogen het er meer zijn'),
  });
export type Condition = z.infer<typeof conditionSchema>;

const segmentRuleSchema = z
  .union([
    z.strictObject({ column: columnName }).meta({ description: 'Each value of a column is a segment' }),
    z.strictObject({ all: z.array(conditionSchema).min(1).max(10) }).meta({ description: 'Rows for which all hold' }),
  ])
  .meta({ id: 'SegmentRule' });
export type SegmentRule = z.infer<typeof segmentRuleSchema>;

export const segmentSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    rule: segmentRuleSchema,
    parts: z.array(z.object({ value: z.string().nullable(), rows: z.int() })).meta({
      description: 'Rows by value, the most first, at most 100; one without a value, for conditions',
    }),
    rows: z.int().meta({ description: 'Rows of the whole version' }),
    declaredBy: personField,
    declaredAt: moment('When it was declared'),
  })
  .meta({ id: 'DatasetSegment' });
export type Segment = z.infer<typeof segmentSchema>;

export const listSegments = defineEndpoint({
  id: 'listDatasetSegments',
  method: 'GET',
  path: '/api/problems/:problemId/dataset-versions/:versionId/segments',
  permission: 'problem.read',
  summary: 'The segments of a version, each with its number of rows.',
  params: versionParams,
  answer: z.object({ segments: z.array(segmentSchema) }),
  cli: { command: 'dataset segments' },
});

export const declareSegment = defineEndpoint({
  id: 'declareDatasetSegment',
  method: 'POST',
  path: '/api/problems/:problemId/dataset-versions/:versionId/segments',
  permission: 'data.write',
  summary: 'Declares segments of a version: the values of a column, or the rows for which conditions hold.',
  params: versionParams,
  body: z.strictObject({ name: nameField.meta({ description: 'What it is called' }), rule: segmentRuleSchema }),
  answer: segmentSchema,
  status: 201,
  cli: { command: 'dataset segment' },
});

export const removeSegment = defineEndpoint({
  id: 'removeDatasetSegment',
  method: 'DELETE',
  path: '/api/problems/:problemId/dataset-versions/:versionId/segments/:segmentId',
  permission: 'data.write',
  summary: 'Takes a segment out of sight.',
  params: versionParams.extend({ segmentId: z.string().min(1).max(64).meta({ description: 'Id of the segment' }) }),
  answer: z.object({ id: z.string() }),
  cli: { command: 'dataset remove-segment' },
});
