import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { columnNotes, dialectSchema } from './read-options-contract.ts';
import { columnSchema, moment, personalDataField, personField, withinProblem, words } from './shared-contract.ts';

export const placeStates = ['same', 'changed', 'gone'] as const;
export type PlaceState = (typeof placeStates)[number];

/** Where a file of a version was, and what says which data it was. */
export const placeSchema = z.object({
  file: z.string().meta({ description: 'Name of the file' }),
  kind: z.enum(['reference', 'observed']).meta({
    description: 'reference: its id names this content and no other; observed: it may be another tomorrow',
  }),
  id: z.string().nullable().meta({ description: 'ETag or version at the place; null where there is none' }),
  facts: z.record(z.string(), z.string()).meta({ description: 'What was seen: address, ETag, moment of change, size' }),
});
export type Place = z.infer<typeof placeSchema>;

/** How the files were read. */
export const readingSchema = z.object({
  dialect: dialectSchema.nullable().meta({ description: 'Of a text file; null for others' }),
  sheet: z.string().nullable().meta({ description: 'Of a workbook' }),
  skipped: z.int().meta({ description: 'Rows that were left out because they did not fit, where that was asked for' }),
  places: z.array(placeSchema).meta({ description: 'Of files that were fetched' }),
});
export type Reading = z.infer<typeof readingSchema>;

/** What reading kept of a column, in the store. */
export const readColumnFacts = {
  note: z.enum(columnNotes).nullable().meta({
    description:
      'rounded: some numbers have more digits than are kept; ambiguous_date: day and month cannot be told apart, so it stays text; mixed: several kinds of values, kept as text; nested: lists or records, kept as JSON text',
  }),
  emptied: z
    .int()
    .meta({ description: 'Values such as NA that were refused as a number or date, and taken as absent' }),
};

/** Tags are of the data set: they hold for every version that has a column of this name. */
const columnTags = {
  personalData: personalDataField,
  description: words('What it means, in the words of the expert'),
};

export const versionColumnSchema = columnSchema
  .extend({ ...readColumnFacts, ...columnTags })
  .meta({ id: 'DatasetVersionColumn' });
export type VersionColumn = z.infer<typeof versionColumnSchema>;

export const placeCheckSchema = z.object({
  state: z.enum(placeStates).meta({
    description: 'same: what names the content there is as it was; changed: it is not; gone: it is no longer there',
  }),
  checkedBy: personField,
  checkedAt: moment('When it was looked at'),
});

const columnName = z.string().min(1).max(300).meta({ description: 'Name of the column' });

export const taggedColumnSchema = z.object({ column: z.string(), ...columnTags }).meta({ id: 'DatasetColumnTag' });

export const tagColumn = defineEndpoint({
  id: 'tagDatasetColumn',
  method: 'PUT',
  path: '/api/problems/:problemId/datasets/:datasetId/column-tags',
  permission: 'data.write',
  summary: 'Says of a column whether it tells of people, and what it means; for every version of the data set.',
  params: withinProblem('datasetId', 'Id of the data set'),
  body: z.strictObject({
    column: columnName,
    personalData: personalDataField,
    description: columnTags.description.default(''),
  }),
  answer: taggedColumnSchema,
  cli: { command: 'dataset tag-column' },
});

export const checkPlace = defineEndpoint({
  id: 'checkDatasetVersion',
  method: 'POST',
  path: '/api/problems/:problemId/dataset-versions/:versionId/check',
  permission: 'data.write',
  summary: 'Looks whether what a version was fetched from is still the same there.',
  params: withinProblem('versionId', 'Id of the version of a data set'),
  answer: placeCheckSchema,
  cli: { command: 'dataset check' },
});
