import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { textField } from '../../platform/endpoint/text-field.ts';
import { readOptionsSchema } from './read-options-contract.ts';
import { placeCheckSchema, readingSchema, versionColumnSchema } from './reading-contract.ts';
import { moment, personField, problemParams, withinProblem } from './shared-contract.ts';

export const versionKinds = ['content', 'reference', 'observed'] as const;
export type VersionKind = (typeof versionKinds)[number];

export const versionParams = withinProblem('versionId', 'Id of the version of a data set');

const givenFile = z.object({
  path: z.string().meta({ description: 'As it was given' }),
  size: z.int().meta({ description: 'In bytes' }),
  sha256: z.string(),
});

/** What a version is known by: the SHA-256 of this as canonical JSON (RFC 8785). */
export const manifestSchema = z
  .object({
    files: z.array(givenFile).meta({ description: 'In the order of their paths' }),
    format: z.string(),
    schema: z.string().meta({ description: 'Fingerprint of names and types of the columns' }),
    options: z
      .exactOptional(readOptionsSchema)
      .meta({ description: 'How the files were read, as far as somebody told' }),
    external: z
      .exactOptional(z.object({ kind: z.string(), uri: z.string(), version: z.string() }))
      .meta({ description: 'Of what is not kept here: where it is, and which snapshot of it' }),
  })
  .meta({ id: 'DatasetManifest' });
export type Manifest = z.infer<typeof manifestSchema>;

const summaryFields = {
  id: z.string(),
  datasetId: z.string(),
  datasetName: z.string(),
  number: z.int().meta({ description: 'From 1, within the data set' }),
  kind: z.enum(versionKinds).meta({
    description:
      'content: kept here, by its hash; reference: an immutable snapshot elsewhere; observed: changes elsewhere, not reproducible',
  }),
  sha256: z.string().meta({ description: 'Of the manifest: the version’s identity' }),
  digest: z.string().meta({ description: 'The first 12 digits of it' }),
  format: z.string().meta({ description: 'csv, parquet, jsonl, excel' }),
  rows: z.int(),
  columnCount: z.int(),
  size_bytes: z.int().meta({ description: 'Of what was given' }),
  sourceId: z.string().nullable(),
  isOneOff: z.boolean().meta({
    description: 'Not from a pipeline: uploaded by hand, or of a source that was taken out once',
  }),
  note: z.string(),
  importedBy: personField,
  importedAt: moment('When it was imported'),
  erased: z
    .object({ reason: z.string(), by: personField, at: moment('When it was erased') })
    .nullable()
    .meta({ description: 'Its content is gone for good; its hash stays' }),
  profile: z.enum(['none', 'first', 'complete']).meta({
    description: 'first: counts and approximations; complete: exact quantiles, distinct values and associations too',
  }),
};
export const versionSummarySchema = z.object(summaryFields).meta({ id: 'DatasetVersionSummary' });
export type VersionSummary = z.infer<typeof versionSummarySchema>;

export const versionSchema = z
  .object({
    ...summaryFields,
    columns: z.array(versionColumnSchema),
    manifest: manifestSchema,
    reading: readingSchema.nullable().meta({ description: 'How its files were read; null: from before this was kept' }),
    placeCheck: placeCheckSchema
      .nullable()
      .meta({ description: 'The last look at the place that it was fetched from' }),
  })
  .meta({ id: 'DatasetVersion' });
export type Version = z.infer<typeof versionSchema>;

export const listVersions = defineEndpoint({
  id: 'listDatasetVersions',
  method: 'GET',
  path: '/api/problems/:problemId/datasets/:datasetId/versions',
  permission: 'problem.read',
  summary: 'The versions of a data set, the newest first, erased ones too.',
  params: withinProblem('datasetId', 'Id of the data set'),
  answer: z.object({ versions: z.array(versionSummarySchema) }),
  cli: { command: 'dataset versions' },
});

export const readVersion = defineEndpoint({
  id: 'readDatasetVersion',
  method: 'GET',
  path: '/api/problems/:problemId/dataset-versions/:versionId',
  permission: 'problem.read',
  summary: 'One version of a data set: what was given, its columns, its hash.',
  params: versionParams,
  answer: versionSchema,
  cli: { command: 'dataset version' },
});

export const eraseVersion = defineEndpoint({
  id: 'eraseDatasetVersion',
  method: 'POST',
  path: '/api/problems/:problemId/dataset-versions/:versionId/erase',
  permission: 'problem.team',
  summary: 'Erases the content of a version for good; its number, its hash and the reason stay.',
  params: versionParams,
  body: z.strictObject({
    reason: textField({ max: 1000, min: 1 })
      .refine((text) => text.trim() !== '', {
        error: inBoth('Write why it is erased', 'Schrijf waarom dit wordt gewist'),
      })
      .meta({ description: 'Why, without repeating what must go' }),
  }),
  answer: versionSchema,
  cli: { command: 'dataset erase' },
});

export const listAllVersions = defineEndpoint({
  id: 'listProblemDatasetVersions',
  method: 'GET',
  path: '/api/problems/:problemId/dataset-versions',
  permission: 'problem.read',
  summary: 'Every version of every data set of the problem, the newest first; one by its hash, where that is given.',
  params: problemParams,
  query: z.object({
    sha256: z
      .exactOptional(
        z.string().regex(/^[0-9a-f]{12,64}$/, {
          error: inBoth('Give 12 to 64 hexadecimal digits', 'Geef 12 tot 64 hexadecimale cijfers'),
        }),
      )
      .meta({
        description: 'The hash or the digest of a version, or the first 12 digits or more of them',
      }),
  }),
  answer: z.object({ versions: z.array(versionSummarySchema) }),
});
