import { expect, test } from 'vitest';
import { groupsOf, matches, operationsOf } from './open-api.ts';

const operations = operationsOf({
  paths: {
    '/healthz': { get: { operationId: 'healthz', summary: 'Answers when alive.', 'x-permission': 'public' } },
    '/api/problems': { get: { operationId: 'listProblems', summary: 'The problems you may read.' } },
    '/api/problems/{problemId}/objectives/{objectiveId}': {
      patch: {
        operationId: 'editObjective',
        summary: 'Changes an objective.',
        parameters: [
          { name: 'problemId', in: 'path', required: true, schema: { type: 'string', description: 'Its id' } },
          { name: 'sort', in: 'query', schema: { enum: ['title', 'age'], default: 'age' } },
          { name: 'all', in: 'query', schema: { type: 'boolean' } },
        ],
        requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
        'x-permission': 'problem.write',
      },
    },
  },
});

test('house the contract is read into operations with what can be filled in', () => {
  expect(operations.map(({ id }) => id)).toEqual(['healthz', 'listProblems', 'editObjective']);
  expect(operations[2]).toMatchObject({ method: 'PATCH', permission: 'problem.write', body: { type: 'object' } });
  expect(operations[2]?.parameters).toEqual([
    { name: 'problemId', in: 'path', isRequired: true, description: 'Its id', choices: null, fallback: null },
    { name: 'sort', in: 'query', isRequired: false, description: '', choices: ['title', 'age'], fallback: 'age' },
    { name: 'all', in: 'query', isRequired: false, description: '', choices: ['true', 'false'], fallback: null },
  ]);
});

test('house operations stand together by what they are about', () => {
  expect([...groupsOf(operations).keys()]).toEqual(['peil', 'problems', 'problems / objectives']);
});

test('house an operation is found by words of its address, name or summary', () => {
  const found = (text: string) => operations.filter((each) => matches(each, text)).map(({ id }) => id);
  expect(found('patch objectives')).toEqual(['editObjective']);
  expect(found('YOU MAY')).toEqual(['listProblems']);
  expect(found('')).toHaveLength(3);
  expect(found('kites')).toEqual([]);
});
