import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField } from '../../platform/endpoint/text-field.ts';
import { datasetNameField } from './dataset-contract.ts';
import { fileFormats, readOptionsSchema } from './read-options-contract.ts';
import { moment, personField, problemParams, withinProblem, words } from './shared-contract.ts';

export const importStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export type ImportState = (typeof importStates)[number];
export const importPhases = ['waiting', 'receiving', 'reading', 'keeping', 'done'] as const;
export type ImportPhase = (typeof importPhases)[number];
/** content: a copy is kept here; place: only where it is, what it looked like, and its hash. */
export const keepings = ['content', 'place'] as const;
export type Keeping = (typeof keepings)[number];

const params = withinProblem('importId', 'Id of the import');

export const importSchema = z
  .object({
    id: z.string(),
    datasetId: z.string(),
    datasetName: z.string(),
    sourceId: z.string().nullable(),
    files: z.array(z.string()).meta({ description: 'Names of the files' }),
    state: z.enum(importStates),
    phase: z.enum(importPhases).meta({ description: 'What is being done: files are received, read, kept' }),
    progress: z.number().meta({ description: 'How far it is, 0 to 1' }),
    versionId: z
      .string()
      .nullable()
      .meta({ description: 'The version that came of it, or that had this content already' }),
    isSame: z.boolean().meta({ description: 'This content was here already: no new version was made' }),
    failure: z
      .object({ code: z.string(), message: z.string() })
      .nullable()
      .meta({ description: 'Why it failed; nothing of it is kept' }),
    begunBy: personField,
    begunAt: moment('When it was begun'),
    finishedAt: moment('When it ended').nullable(),
  })
  .meta({ id: 'DatasetImport' });
export type Import = z.infer<typeof importSchema>;

export const importOptions = {
  format: z
    .exactOptional(z.enum(fileFormats))
    .meta({ description: 'csv, parquet, jsonl or excel; found out from the file where it is not told' }),
  options: z.exactOptional(readOptionsSchema),
  note: words('Why this version, or what is particular about it').default(''),
  sourceId: z.exactOptional(idField).meta({ description: 'Id of the source that it comes from' }),
};
export const oneDataset = {
  error: inBoth(
    'Say which data set: give datasetId for one that is there, or name for a new one',
    'Zeg welke dataset: geef datasetId voor een die er is, of name voor een nieuwe',
  ),
};
export const whichDataset = {
  datasetId: z.exactOptional(idField).meta({ description: 'Id of the data set that gets a new version' }),
  name: z
    .exactOptional(datasetNameField)
    .meta({ description: 'Name of the data set; it is made where there is none of this name' }),
};
export const isOneDataset = ({ datasetId, name }: { datasetId?: string; name?: string }) =>
  (datasetId === undefined) !== (name === undefined);

export const importUploads = defineEndpoint({
  id: 'importUploads',
  method: 'POST',
  path: '/api/problems/:problemId/dataset-imports',
  permission: 'data.write',
  summary: 'Makes a new version of a data set of files that were uploaded; answers at once, and works on.',
  params: problemParams,
  body: z
    .strictObject({
      uploadIds: z
        .array(idField)
        .min(1)
        .max(1000)
        .meta({ description: 'Ids of complete uploads of one shape; together they are the version' }),
      ...whichDataset,
      ...importOptions,
    })
    .refine(isOneDataset, oneDataset),
  answer: importSchema,
  status: 202,
});

export const listImports = defineEndpoint({
  id: 'listDatasetImports',
  method: 'GET',
  path: '/api/problems/:problemId/dataset-imports',
  permission: 'problem.read',
  summary: 'The latest imports of the problem: what runs, what came of it, what failed and why.',
  params: problemParams,
  answer: z.object({ imports: z.array(importSchema) }),
  cli: { command: 'dataset imports' },
});

export const readImport = defineEndpoint({
  id: 'readDatasetImport',
  method: 'GET',
  path: '/api/problems/:problemId/dataset-imports/:importId',
  permission: 'problem.read',
  summary: 'How far an import is, and what came of it.',
  params,
  answer: importSchema,
});

export const cancelImport = defineEndpoint({
  id: 'cancelDatasetImport',
  method: 'POST',
  path: '/api/problems/:problemId/dataset-imports/:importId/cancel',
  permission: 'data.write',
  summary: 'Stops an import; nothing of it is kept.',
  params,
  answer: importSchema,
  cli: { command: 'dataset cancel-import' },
});
