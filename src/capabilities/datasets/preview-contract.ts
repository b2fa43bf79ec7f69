import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { dialectSchema, fileFormats, readColumnSchema, readOptionsSchema } from './read-options-contract.ts';
import { withinProblem } from './shared-contract.ts';

/** So many rows are shown of a file before it is imported. */
export const previewRows = 20;

export const previewSchema = z
  .object({
    format: z.enum(fileFormats),
    dialect: dialectSchema.nullable().meta({ description: 'Of a text file' }),
    sheet: z.string().nullable().meta({ description: 'Of a workbook' }),
    columns: z.array(readColumnSchema),
    rows: z.array(z.array(z.string().nullable())).meta({ description: 'The first 20 as they would be kept, as text' }),
    skipped: z.int().meta({ description: 'Rows of what was looked at that would be left out' }),
    isWhole: z.boolean().meta({
      description: 'false: only the head of a large text file was looked at; a later row may still widen a type',
    }),
  })
  .meta({ id: 'UploadPreview' });
export type Preview = z.infer<typeof previewSchema>;

export const previewUpload = defineEndpoint({
  id: 'previewUpload',
  method: 'POST',
  path: '/api/problems/:problemId/uploads/:uploadId/preview',
  permission: 'data.write',
  summary:
    'How a file that was uploaded would be read: separator, quotes, decimals, encoding, types, the first 20 rows.',
  params: withinProblem('uploadId', 'Id of the upload'),
  body: z.strictObject({
    format: z.exactOptional(z.enum(fileFormats)).meta({ description: 'Found out from the file where it is not told' }),
    options: z.exactOptional(readOptionsSchema),
  }),
  answer: previewSchema,
});
