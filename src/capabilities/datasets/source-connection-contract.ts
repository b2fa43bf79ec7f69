import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { textField } from '../../platform/endpoint/text-field.ts';
import { connectionSchema } from './connection-contract.ts';
import { importOptions, importSchema, isOneDataset, keepings, oneDataset, whichDataset } from './import-contract.ts';
import { withinProblem } from './shared-contract.ts';
import { sourceSchema } from './source-contract.ts';

const params = withinProblem('sourceId', 'Id of the source');
const path = '/api/problems/:problemId/data-sources/:sourceId/connection';

const shownConnection = z.object({
  connection: connectionSchema.nullable().meta({ description: 'null: none was written down' }),
  hasSecret: z.boolean().meta({ description: 'A password or token is kept; it is never shown' }),
});

export const readConnection = defineEndpoint({
  id: 'readSourceConnection',
  method: 'GET',
  path,
  permission: 'data.write',
  summary: 'How Peil reaches a source by itself, without what is secret.',
  params,
  answer: shownConnection,
  cli: { command: 'source connection' },
});

export const writeConnection = defineEndpoint({
  id: 'writeSourceConnection',
  method: 'PUT',
  path,
  permission: 'data.write',
  summary:
    'Writes down how Peil reaches a source by itself; a password or token is kept encrypted, and never shown again.',
  params,
  body: z.strictObject({
    connection: connectionSchema,
    secret: z.exactOptional(textField({ max: 10_000, min: 1 }).nullable()).meta({
      description:
        'Password or token; left out: as it was, and forgotten where it would go to another place; null: forgotten',
    }),
  }),
  answer: sourceSchema,
  cli: { command: 'source connect' },
});

export const removeConnection = defineEndpoint({
  id: 'removeSourceConnection',
  method: 'DELETE',
  path,
  permission: 'data.write',
  summary: 'Forgets how a source is reached, its password or token too.',
  params,
  answer: sourceSchema,
  cli: { command: 'source disconnect' },
});

export const fetchSource = defineEndpoint({
  id: 'fetchSource',
  method: 'POST',
  path: '/api/problems/:problemId/data-sources/:sourceId/fetch',
  permission: 'data.write',
  summary:
    'Fetches the data of a source and makes a new version of a data set of it, unless its ETag says that it is the one that is here; answers at once, and works on.',
  params,
  body: z
    .strictObject({
      ...whichDataset,
      format: importOptions.format,
      options: importOptions.options,
      note: importOptions.note,
      keep: z.enum(keepings).default('content').meta({
        description:
          'content: a copy of files and rows is kept here; place: it is read once, and only where it is, its hash and its profile are kept',
      }),
    })
    .refine(isOneDataset, oneDataset),
  answer: importSchema,
  status: 202,
  cli: { command: 'source fetch' },
});
