import { z } from 'zod';
import { defineEndpoint } from '../platform/endpoint/define-endpoint.ts';

export const healthz = defineEndpoint({
  id: 'healthz',
  method: 'GET',
  path: '/healthz',
  permission: 'public',
  summary: 'Answers when the process is alive.',
  answer: z.object({ status: z.literal('ok') }),
});

export const readyz = defineEndpoint({
  id: 'readyz',
  method: 'GET',
  path: '/readyz',
  permission: 'public',
  summary:
    'Answers when the schema is up to date and data can be read and kept, so that a load balancer may send requests.',
  answer: z.object({ status: z.literal('ready'), version: z.string() }),
});

export const openApi = defineEndpoint({
  id: 'openApi',
  method: 'GET',
  path: '/openapi.json',
  permission: 'public',
  summary: 'This contract as OpenAPI 3.1.',
  answer: z.looseObject({ openapi: z.string() }),
});

export const liveEvents = defineEndpoint({
  id: 'liveEvents',
  method: 'GET',
  path: '/api/events',
  permission: 'self',
  summary: 'Server-sent events: what changed, as it happens, as far as the asker may read it.',
  answer: z.string().meta({
    description:
      'Each message is {"type", "subject", "problemId"}: what happened, the id of what it happened to, and its problem or null. The type "reload" says that messages were missed. Last-Event-ID resumes.',
  }),
  answerType: 'text/event-stream',
});

export const metrics = defineEndpoint({
  id: 'metrics',
  method: 'GET',
  path: '/metrics',
  permission: 'organisation.administer',
  summary: 'Counts, durations and states of this server, as Prometheus reads them.',
  answer: z.string(),
  answerType: 'text/plain',
});

export const rotateSecretsKey = defineEndpoint({
  id: 'rotateSecretsKey',
  method: 'POST',
  path: '/api/secrets/key-rotation',
  permission: 'organisation.administer',
  summary:
    'Seals every kept secret (such as the password for mail) with a new key. The key file holds the new key and the one before it: copy the file anew.',
  answer: z.object({
    keyId: z.string().meta({ description: 'The new key, as its line in the key file begins' }),
    secrets: z.int().meta({ description: 'How many secrets were sealed anew' }),
    keyFile: z.string().meta({ description: 'Where the key file is, on the machine of the server' }),
  }),
  cli: { command: 'secrets rotate-key' },
});
