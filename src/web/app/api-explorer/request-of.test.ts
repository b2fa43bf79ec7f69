import { expect, test } from 'vitest';
import type { Operation, Parameter } from './open-api.ts';
import { curlOf, findMistakes, requestOf } from './request-of.ts';

const parameter = (name: string, place: Parameter['in'], isRequired = false): Parameter => ({
  name,
  in: place,
  isRequired,
  description: '',
  choices: null,
  fallback: null,
});
const rename: Operation = {
  id: 'renameProblem',
  method: 'PATCH',
  path: '/api/problems/{problemId}',
  summary: '',
  permission: 'problem.write',
  parameters: [parameter('problemId', 'path', true), parameter('sort', 'query'), parameter('If-Match', 'header', true)],
  body: { type: 'object' },
};

test('house a request has its address filled and escaped, and leaves out what is empty', () => {
  expect(requestOf(rename, { problemId: ' a b/c ', sort: '', 'If-Match': '3' }, '{}')).toEqual({
    method: 'PATCH',
    address: '/api/problems/a%20b%2Fc',
    headers: { 'if-match': '"3"', 'content-type': 'application/json' },
    body: '{}',
  });
  expect(requestOf(rename, {}, '{}').address).toBe('/api/problems/{problemId}');
  const list = { ...rename, method: 'GET', body: null };
  expect(requestOf(list, { problemId: '1', sort: 'a&b', 'If-Match': '"3"' }, '{}')).toEqual({
    method: 'GET',
    address: '/api/problems/1?sort=a%26b',
    headers: { 'if-match': '"3"' },
    body: null,
  });
});

test('house what is missing and what is no JSON is found before anything is sent', () => {
  const mistakes = findMistakes(rename, { problemId: ' ' }, '{"title": }');
  expect(mistakes.missing).toEqual(['problemId', 'If-Match']);
  expect(mistakes.notJson).not.toBeNull();
  expect(findMistakes(rename, { problemId: '1', 'If-Match': '1' }, '{}')).toEqual({ missing: [], notJson: null });
  expect(findMistakes({ ...rename, body: null }, { problemId: '1', 'If-Match': '1' }, '').notJson).toBeNull();
});

test('house the command for a terminal is quoted, and takes the token from a variable', () => {
  const request = requestOf(rename, { problemId: '1', 'If-Match': '3' }, '{"title": "Crew’s late; $(rm) isn\'t it"}');
  expect(curlOf(request, { origin: 'http://127.0.0.1:4500', needsToken: true })).toBe(
    [
      "curl -X PATCH 'http://127.0.0.1:4500/api/problems/1' \\",
      '  -H "Authorization: Bearer $PEIL_TOKEN" \\',
      `  -H 'if-match: "3"' \\`,
      "  -H 'content-type: application/json' \\",
      String.raw`  --data-raw '{"title": "Crew’s late; $(rm) isn'\''t it"}'`,
    ].join('\n'),
  );
});
