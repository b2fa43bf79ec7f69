import { z } from 'zod';
import { lineField } from '../../../platform/endpoint/text-field.ts';
import { defineEndpoint } from '../../../platform/endpoint/define-endpoint.ts';

const tokenSchema = z.object({
  id: z.string(),
  name: z.string().meta({ description: 'What it is for, as its maker wrote it.' }),
  scope: z.enum(['read', 'write']).meta({ description: 'read: GET only. write: whatever its maker may.' }),
  createdAt: z.int().meta({ description: 'Epoch milliseconds, UTC.' }),
  lastUsedAt: z.int().nullable().meta({ description: 'To the minute; null: never used.' }),
  expiresAt: z.int().nullable().meta({ description: 'Epoch milliseconds, UTC; null: it does not expire.' }),
});
const createdTokenSchema = tokenSchema.extend({
  token: z.string().meta({ description: 'Shown this once. Starts with peil_; keep it as you keep a password.' }),
});
export type CreatedToken = z.output<typeof createdTokenSchema>;

export const listTokens = defineEndpoint({
  id: 'listTokens',
  method: 'GET',
  path: '/api/me/tokens',
  permission: 'self',
  summary: 'Your API tokens, the latest first.',
  answer: z.object({ tokens: z.array(tokenSchema) }),
  cli: { command: 'token list' },
});

export const createToken = defineEndpoint({
  id: 'createToken',
  method: 'POST',
  path: '/api/me/tokens',
  permission: 'self',
  summary: 'Makes an API token: for programs, for the terminal, and as MLFLOW_TRACKING_TOKEN.',
  body: z.strictObject({
    name: lineField({ max: 120, min: 1 }).meta({ description: 'What it is for.' }),
    scope: z.enum(['read', 'write']).default('write').meta({ description: 'read: GET only.' }),
    expiresAt: z.int().nullable().default(null).meta({ description: 'Epoch milliseconds, UTC; null: never.' }),
  }),
  answer: createdTokenSchema,
  status: 201,
  cli: { command: 'token create' },
});

export const revokeToken = defineEndpoint({
  id: 'revokeToken',
  method: 'DELETE',
  path: '/api/me/tokens/:tokenId',
  permission: 'self',
  summary: 'Revokes an API token; it stops working at once.',
  params: z.object({ tokenId: z.string().meta({ description: 'The id in the list, not the token itself.' }) }),
  answer: z.void(),
  status: 204,
  cli: { command: 'token revoke' },
});
