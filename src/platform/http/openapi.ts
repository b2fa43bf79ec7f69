import { z } from 'zod';
import type { Endpoint } from '../endpoint/define-endpoint.ts';
import { publicPermission } from './gatekeeper.ts';

type JsonObject = Record<string, unknown>;

/** OpenAPI 3.1 (whose schemas are JSON Schema 2020-12) from the contract itself. */
export function openApiDocument(endpoints: readonly Endpoint[], info: { version: string }): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Peil',
      version: info.version,
      description: 'From the business problem to every single prediction, measured against one level, in euros.',
    },
    servers: [{ url: '.' }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' }, basic: { type: 'http', scheme: 'basic' } },
      schemas: { Error: errorSchema },
    },
  };
}

const errorSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message', 'params', 'requestId'],
      properties: {
        code: { type: 'string' },
        message: { type: 'string' },
        params: { type: 'object' },
        requestId: { type: 'string' },
      },
    },
  },
};

function operation(endpoint: Endpoint): JsonObject {
  const status = endpoint.status ?? 200;
  const refusal = {
    description: 'A refusal: what was given, what was expected, what to do.',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  };
  const isPublic = endpoint.permission === publicPermission;
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[2] ?? 'peil'],
    parameters: parameters(endpoint),
    ...requestBody(endpoint),
    responses: {
      [status]:
        status === 204 || status === 302
          ? { description: status === 204 ? 'Done.' : endpoint.summary }
          : {
              description: endpoint.summary,
              content: { [endpoint.answerType ?? 'application/json']: { schema: schemaOf(endpoint.answer, 'output') } },
            },
      '4XX': refusal,
    },
    security: isPublic ? [] : [{ bearer: [] }, { basic: [] }],
    'x-permission': endpoint.permission,
  };
}

function requestBody({ body, bodyType }: Endpoint): JsonObject {
  if (bodyType)
    return {
      requestBody: { required: true, content: { [bodyType]: { schema: { type: 'string', format: 'binary' } } } },
    };
  if (!body) return {};
  return { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } } };
}

function parameters(endpoint: Endpoint): JsonObject[] {
  const ifMatch = {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The version you read.',
    schema: { type: 'string', pattern: '^"?\\d{1,15}"?$' },
  };
  return [
    ...parametersIn('path', endpoint.params),
    ...parametersIn('query', endpoint.query),
    ...(endpoint.versioned ? [ifMatch] : []),
  ];
}

function parametersIn(place: 'path' | 'query', schema: z.ZodObject | undefined): JsonObject[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, JsonObject>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
