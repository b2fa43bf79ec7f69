import { z } from 'zod';
import type { Endpoint } from '../endpoint/define-endpoint.ts';
import { publicPermission } from './gatekeeper.ts';

type JsonObject = Record<string, unknown>;

/** OpenAPI 3.1 (whose schemas are JSON Schema 2020-12) from the contract itself. */
export function openApiDocument(endpoints: readonly Endpoint[], info: { version: string }): JsonObject {
  const paths: Record<string, JsonObject> = {};
  const named: Named = new Map([['Error', errorSchema]]);
  // Answers first: a schema of a request is measured against that of the answers.
  const answers = new Map(endpoints.map((endpoint) => [endpoint, schemaOf(endpoint.answer, 'output', named)]));
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [endpoint.method.toLowerCase()]: operation(endpoint, { named, answer: answers.get(endpoint) ?? {} }),
    };
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
      schemas: Object.fromEntries([...named].sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  };
}

/** Schemas with an id in the contract (`.meta({ id })`), by the name under which they stand once in the document. */
type Named = Map<string, JsonObject>;

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

function operation(endpoint: Endpoint, { named, answer }: { named: Named; answer: JsonObject }): JsonObject {
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
    parameters: parameters(endpoint, named),
    ...requestBody(endpoint, named),
    responses: {
      [status]:
        status === 204 || status === 302
          ? { description: status === 204 ? 'Done.' : endpoint.summary }
          : {
              description: endpoint.summary,
              content: { [endpoint.answerType ?? 'application/json']: { schema: answer } },
            },
      '4XX': refusal,
    },
    security: isPublic ? [] : [{ bearer: [] }, { basic: [] }],
    'x-permission': endpoint.permission,
  };
}

function requestBody({ body, bodyType }: Endpoint, named: Named): JsonObject {
  if (bodyType)
    return {
      requestBody: { required: true, content: { [bodyType]: { schema: { type: 'string', format: 'binary' } } } },
    };
  if (!body) return {};
  return {
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input', named) } } },
  };
}

function parameters(endpoint: Endpoint, named: Named): JsonObject[] {
  const ifMatch = {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The version you read.',
    schema: { type: 'string', pattern: '^"?\\d{1,15}"?$' },
  };
  return [
    ...parametersIn('path', endpoint.params, named),
    ...parametersIn('query', endpoint.query, named),
    ...(endpoint.versioned ? [ifMatch] : []),
  ];
}

function parametersIn(place: 'path' | 'query', schema: z.ZodObject | undefined, named: Named): JsonObject[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input', named) as {
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

function schemaOf(schema: z.ZodType, io: 'input' | 'output', named: Named): JsonObject {
  const {
    $schema: _,
    $defs = {},
    ...rest
  } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonObject & {
    $defs?: Record<string, JsonObject>;
  };
  const names = namesOf($defs, io, named);
  for (const [id, definition] of Object.entries($defs)) named.set(names.get(id) ?? id, withNames(definition, names));
  return withNames(rest, names);
}

/** What may be left out of a request is there in an answer: where the two differ, that of the request says so. */
function namesOf(definitions: Record<string, JsonObject>, io: 'input' | 'output', named: Named): Map<string, string> {
  const plain = new Map(Object.keys(definitions).map((id) => [id, id]));
  if (io === 'output') return plain;
  const given = new Set<string>();
  const isOwn = (id: string, definition: JsonObject) =>
    named.has(id) && compared(withNames(definition, plain)) !== compared(named.get(id));
  const mentions = (definition: JsonObject) =>
    [...given].some((id) => JSON.stringify(definition).includes(`"${defs}${id}"`));
  for (let before = -1; before < given.size;) {
    before = given.size;
    for (const [id, definition] of Object.entries(definitions))
      if (isOwn(id, definition) || mentions(definition)) given.add(id);
  }
  return new Map(Object.keys(definitions).map((id) => [id, given.has(id) ? `${id}Given` : id]));
}

/** That an answer has no further fields is said of every answer, and is no difference. */
const compared = (schema: unknown): string =>
  JSON.stringify(schema, (key, value: unknown) =>
    key === 'additionalProperties' && value === false ? undefined : value,
  );

const defs = '#/$defs/';

/** `#/$defs/Problem` of one schema is `#/components/schemas/Problem` of the document. */
function withNames<T>(schema: T, names: ReadonlyMap<string, string>): T {
  if (Array.isArray(schema)) return schema.map((each: unknown) => withNames(each, names)) as T;
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [
    key,
    key === '$ref' && typeof value === 'string' ? refTo(value, names) : withNames(value, names),
  ]);
  return Object.fromEntries(entries) as T;
}

function refTo(ref: string, names: ReadonlyMap<string, string>): string {
  const id = ref.slice(defs.length);
  return `#/components/schemas/${names.get(id) ?? id}`;
}
