import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { lineField } from '../../platform/endpoint/text-field.ts';
import { moment, problemParams, withinProblem } from './shared-contract.ts';

/** The largest part of a file that is taken at once. */
export const partLimit_bytes = 64 * 1024 * 1024;
/** The largest file that is taken: a terabyte belongs where it is, behind a connection. */
export const fileLimit_bytes = 64 * 1024 ** 3;
/** How long a file that arrives in parts is kept after its last part. */
export const uploadLife_ms = 48 * 3_600_000;

const params = withinProblem('uploadId', 'Id of the upload');
const fileName = lineField({ max: 255, min: 1 }).meta({ description: 'Name of the file; its end tells the format' });

export const uploadSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    size_bytes: z.int().meta({ description: 'Of the whole file' }),
    received_bytes: z.int().meta({ description: 'What is here; the next part begins at this offset' }),
    isComplete: z.boolean(),
    partLimit_bytes: z.int().meta({ description: 'The largest part that is taken at once' }),
    expiresAt: moment('Without a further part or an import it is removed then'),
  })
  .meta({ id: 'Upload' });
export type Upload = z.infer<typeof uploadSchema>;

export const beginUpload = defineEndpoint({
  id: 'beginUpload',
  method: 'POST',
  path: '/api/problems/:problemId/uploads',
  permission: 'data.write',
  summary: 'Announces a file that will be sent in parts; what does not fit is refused at once.',
  params: problemParams,
  body: z.strictObject({
    name: fileName,
    size_bytes: z
      .int()
      .min(1, {
        error: inBoth('The file is empty: send one with content', 'Het bestand is leeg: stuur er een met inhoud'),
      })
      .meta({ description: 'In bytes' }),
  }),
  answer: uploadSchema,
  status: 201,
});

export const readUpload = defineEndpoint({
  id: 'readUpload',
  method: 'GET',
  path: '/api/problems/:problemId/uploads/:uploadId',
  permission: 'data.write',
  summary: 'How much of a file is here, so that sending can go on where it stopped.',
  params,
  answer: uploadSchema,
});

export const sendPart = defineEndpoint({
  id: 'sendPart',
  method: 'PUT',
  path: '/api/problems/:problemId/uploads/:uploadId/content',
  permission: 'data.write',
  summary:
    'Adds a part of the file, from the offset that is asked for; of a part that broke off, what arrived is kept.',
  params,
  query: z.object({
    offset: z.coerce.number().int().min(0).meta({ description: 'Where in the file the part begins, in bytes' }),
  }),
  bodyType: 'application/octet-stream',
  bodyLimit: partLimit_bytes,
  answer: uploadSchema,
});

export const abandonUpload = defineEndpoint({
  id: 'abandonUpload',
  method: 'DELETE',
  path: '/api/problems/:problemId/uploads/:uploadId',
  permission: 'data.write',
  summary: 'Throws away what was sent of a file.',
  params,
  answer: z.object({ id: z.string() }),
});
