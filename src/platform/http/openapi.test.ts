import { expect, test } from 'vitest';
import { z } from 'zod';
import { routes } from '../../server/capabilities.ts';
import { defineEndpoint } from '../endpoint/define-endpoint.ts';
import { inlineSchemas } from '../endpoint/inline-schemas.ts';
import { openApiDocument } from './openapi.ts';

const version = { version: '1.2.3' };
const line = z.object({ text: z.string(), count: z.int().default(1) }).meta({ id: 'Line', description: 'A line' });
const order = z.object({ lines: z.array(line), note: z.string().nullable() }).meta({ id: 'Order' });
const place = z.object({ city: z.string() }).meta({ id: 'Place' });
const common = { path: '/api/orders', permission: 'problem.read', summary: 'Orders.' } as const;
const readOrder = defineEndpoint({ ...common, id: 'readOrder', method: 'GET', answer: order, cli: { command: 'a b' } });
const writeOrder = defineEndpoint({
  ...common,
  id: 'writeOrder',
  method: 'PUT',
  body: z.object({ order, place: place.nullable() }),
  answer: z.object({ order, place }),
  cli: { command: 'c d' },
});

test('house a schema with a name stands once, that of a request apart where it may leave something out', () => {
  const { components, paths } = openApiDocument([writeOrder, readOrder], version) as unknown as {
    components: { schemas: Record<string, { required?: string[] }> };
    paths: Record<string, Record<string, object>>;
  };
  const { schemas } = components;
  expect(Object.keys(schemas)).toEqual(['Error', 'Line', 'LineGiven', 'Order', 'OrderGiven', 'Place']);
  expect([schemas['Line']?.required, schemas['LineGiven']?.required]).toEqual([['text', 'count'], ['text']]);
  // An order holds lines: what is given of one holds what is given of the other.
  expect(JSON.stringify(schemas['OrderGiven'])).toContain('"#/components/schemas/LineGiven"');
  expect(JSON.stringify(schemas['Order'])).toContain('"#/components/schemas/Line"');
  expect(JSON.stringify(paths)).not.toContain('$defs');
  expect(paths['/api/orders']?.['put']).toMatchObject({
    requestBody: {
      content: {
        'application/json': { schema: { properties: { order: { $ref: '#/components/schemas/OrderGiven' } } } },
      },
    },
  });
});

test('house with its names inlined the document says what each schema says by itself', () => {
  const endpoints = routes.map(({ endpoint }) => endpoint);
  const document = openApiDocument(endpoints, version) as unknown as Parameters<typeof inlineSchemas>[0] & {
    paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;
  };
  expect(JSON.stringify(document)).toContain('#/components/schemas/ValueModel"');
  const inlined = inlineSchemas(document);
  expect(JSON.stringify(inlined.paths)).not.toContain('"$ref"');
  const operations = Object.values(inlined.paths).flatMap((methods) => Object.values(methods));
  expect(operations).toHaveLength(endpoints.length);
  const refsOf = (text: string) => [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map((found) => found[1] ?? '');
  const schemas = Object.keys(document.components?.schemas ?? {});
  expect(refsOf(JSON.stringify(document)).filter((name) => !schemas.includes(name))).toEqual([]);
});
