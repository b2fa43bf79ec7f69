import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField } from '../../platform/endpoint/text-field.ts';
import { columnComparisonSchema } from '../statistics/contract.ts';
import { moment } from './shared-contract.ts';
import { versionParams } from './version-contract.ts';

export const changeKinds = [
  'column_added',
  'column_removed',
  'column_renamed',
  'type_widened',
  'type_narrowed',
  'type_changed',
  'nulls_appeared',
  'nulls_gone',
  'order_changed',
  'date_pattern_changed',
  'decimal_mark_changed',
  'encoding_changed',
  'unit_changed',
  'case_changed',
  'values_appeared',
  'values_gone',
  'key_lost',
] as const;
export type ChangeKind = (typeof changeKinds)[number];
export const grades = ['breaking', 'compatible', 'cosmetic'] as const;
export type Grade = (typeof grades)[number];

const changeSchema = z.object({
  kind: z.enum(changeKinds),
  grade: z.enum(grades).meta({
    description: 'breaking: what reads the data stops or errs; compatible: it goes on; cosmetic: nobody notices',
  }),
  column: z.string().nullable().meta({ description: 'As it is called in the newer version; null: all of them' }),
  before: z.string().nullable(),
  after: z.string().nullable(),
  examples: z.array(z.string()).meta({ description: 'Some of the values it is about' }),
  isGuess: z.boolean().meta({ description: 'Found by likeness: a person looks at it' }),
});
export type Change = z.infer<typeof changeSchema>;

export const readingParts = [
  'delimiter',
  'quote',
  'encoding',
  'decimal',
  'sheet',
  'skipped',
  'note',
  'emptied',
] as const;
const readingChangeSchema = z.object({
  column: z.string().nullable().meta({ description: 'null: of the whole file' }),
  what: z.enum(readingParts).meta({
    description:
      'note: what a reader must know of the column; emptied: values that were refused and taken as absent; skipped: rows left out',
  }),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type ReadingChange = z.infer<typeof readingChangeSchema>;

export const diffSchema = z
  .object({
    versionId: z.string(),
    baseId: z.string(),
    baseNumber: z.int(),
    rowsBefore: z.int(),
    rowsAfter: z.int(),
    changes: z.array(changeSchema).meta({ description: 'The gravest first' }),
    distributions: z.array(columnComparisonSchema).meta({
      description: 'How far the values of each column lie apart; empty where the columns are not the same ones',
    }),
    reading: z.array(readingChangeSchema).meta({ description: 'What was read otherwise' }),
    worst: z.enum([...grades, 'none']),
    madeAt: moment('When they were compared'),
  })
  .meta({ id: 'DatasetDiff' });
export type Diff = z.infer<typeof diffSchema>;

export const readDiff = defineEndpoint({
  id: 'readDatasetDiff',
  method: 'GET',
  path: '/api/problems/:problemId/dataset-versions/:versionId/diff',
  permission: 'problem.read',
  summary: 'What changed since the version before, or since another one of the same data set: schema, formats, rows.',
  params: versionParams,
  query: z.object({
    with: z.exactOptional(idField).meta({ description: 'Id of the older version; the one before, unless told' }),
  }),
  answer: z.object({
    diff: diffSchema.nullable().meta({ description: 'null: there is no version before it, or its content was erased' }),
  }),
  cli: { command: 'dataset diff' },
});
