import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { manifestSchema, versionParams } from './version-contract.ts';

export const downloadGiven = defineEndpoint({
  id: 'downloadDatasetFile',
  method: 'GET',
  path: '/api/problems/:problemId/dataset-versions/:versionId/files/:position',
  permission: 'data.question',
  summary: 'A file of a version as it was given, byte for byte; that it was taken is kept on record.',
  params: versionParams.extend({
    position: z.coerce.number().int().min(0).max(10_000).meta({ description: 'Of the file in the manifest, from 0' }),
  }),
  answer: z.string(),
  answerType: 'application/octet-stream',
});

export const readManifest = defineEndpoint({
  id: 'readDatasetManifest',
  method: 'GET',
  path: '/api/problems/:problemId/dataset-versions/:versionId/manifest',
  permission: 'problem.read',
  summary:
    'The manifest of a version: as canonical JSON, which its keys are in already, it has the hash of the version.',
  params: versionParams,
  answer: manifestSchema,
  cli: { command: 'dataset manifest' },
});
