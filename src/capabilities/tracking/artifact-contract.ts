import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, textField } from '../../platform/endpoint/text-field.ts';
import { runParams } from './run-contract.ts';

const within = {
  modelId: z.exactOptional(idField).meta({ description: 'Of a model that the run made or was given, not of the run' }),
};
const pathField = textField({ max: 4096 }).meta({ description: 'Below the place of the run or the model' });

export const artifactEntrySchema = z
  .object({
    name: z.string().meta({ description: 'The last part of its path' }),
    path: z.string(),
    size_bytes: z.int().nullable().meta({ description: 'null: a folder' }),
    download: z.string().nullable().meta({
      description: 'Address of the content, whole or by ranges, which no browser runs; null: a folder',
    }),
  })
  .meta({ id: 'ArtifactEntry' });
export type ArtifactEntry = z.infer<typeof artifactEntrySchema>;

export const listRunArtifacts = defineEndpoint({
  id: 'listRunArtifacts',
  method: 'GET',
  path: '/api/runs/:runId/artifacts',
  permission: 'inbox.log',
  summary: 'What stands in a folder of the files of a run, or of a model of it, by name.',
  params: runParams,
  query: z.object({ ...within, path: pathField.default('') }),
  answer: z.object({
    uri: z.string().meta({ description: 'Where the files are' }),
    isHere: z.boolean().meta({ description: 'Whether Peil keeps them, or reads them where they are' }),
    entries: z.array(artifactEntrySchema),
  }),
  cli: { command: 'run artifacts' },
});

export const previewRunTable = defineEndpoint({
  id: 'previewRunTable',
  method: 'GET',
  path: '/api/runs/:runId/artifacts/table',
  permission: 'inbox.log',
  summary: 'The first rows of a Parquet file of a run, or of a model of it, as text.',
  params: runParams,
  query: z.object({ ...within, path: pathField }),
  answer: z.object({
    columns: z.array(z.string()),
    rows: z.array(z.array(z.string().nullable())),
    isCut: z.boolean().meta({ description: 'There are more rows than these' }),
  }),
  cli: { command: 'run table' },
});
