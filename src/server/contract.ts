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
  summary: 'Answers when the database can be read, so that a load balancer may send requests.',
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
