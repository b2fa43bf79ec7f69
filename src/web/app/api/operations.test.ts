import { expect, test } from 'vitest';
import { exampleOf, filledAddress, operationsOf } from './operations.ts';

const document = {
  paths: {
    '/api/problems/{problemId}': {
      patch: {
        operationId: 'renameProblem',
        summary: 'Gives the problem another title.',
        parameters: [
          { name: 'problemId', in: 'path' as const, required: true, schema: { type: 'string', description: 'Its id' } },
          { name: 'sort', in: 'query' as const, schema: { enum: ['title', 'age'] } },
        ],
        requestBody: {
          content: {
            'application/json': {
              schema: { type: 'object', required: ['title'], properties: { title: { type: 'string' }, note: {} } },
            },
          },
        },
        'x-permission': 'problem.write',
      },
    },
  },
};

test('house the contract is read into operations with an example to begin from', () => {
  const [operation] = operationsOf(document);
  expect(operation).toMatchObject({ id: 'renameProblem', method: 'PATCH', permission: 'problem.write' });
  expect(JSON.parse(operation?.body ?? '')).toEqual({ title: '' });
  expect(operation?.parameters.map(({ placeholder }) => placeholder)).toEqual(['', 'title | age']);
});

test('house an example takes constants, defaults, first choices and nested shapes', () => {
  expect(
    exampleOf({
      type: 'object',
      required: ['kind', 'list', 'many', 'either'],
      properties: {
        kind: { const: 'go' },
        list: { type: 'array', items: { type: 'integer' } },
        many: { type: 'number', default: 7 },
        either: { oneOf: [{ type: 'boolean' }, { type: 'string' }] },
      },
    }),
  ).toEqual({ kind: 'go', list: [0], many: 7, either: false });
});

test('house an address is filled and escaped, and empty questions are left out', () => {
  const [operation] = operationsOf(document);
  expect(operation && filledAddress(operation, { problemId: 'a b' })).toBe('/api/problems/a%20b');
  expect(operation && filledAddress(operation, { problemId: '1', sort: 'age' })).toBe('/api/problems/1?sort=age');
});
