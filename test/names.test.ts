import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const docs = join(import.meta.dirname, '..', 'docs');
const camelCaseThenUnit = /^[a-z][a-zA-Z0-9]*(_(s|ms|days|bytes|mb|eur))?$/;

/** The names of fields and query parameters, wherever they stand in the document. */
function namesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { properties, name, in: place } = node as { properties?: object; name?: unknown; in?: unknown };
  return [
    ...(typeof properties === 'object' ? Object.keys(properties) : []),
    ...(typeof name === 'string' && (place === 'query' || place === 'path') ? [name] : []),
    ...Object.values(node).flatMap(namesIn),
  ];
}

test("house the API's JSON has one style of names", () => {
  const names = new Set(namesIn(JSON.parse(readFileSync(join(docs, 'openapi.json'), 'utf8'))));
  expect(names).toContain('createdAt');
  expect([...names].filter((name) => !camelCaseThenUnit.test(name))).toEqual([]);
});

test('house the params of errors have the same style', () => {
  const params = [...readFileSync(join(docs, 'guide', 'errors.md'), 'utf8').matchAll(/\{(\w+)\}/g)];
  const names = new Set(params.map((match) => match[1] ?? ''));
  expect(names).toContain('retryAfter_s');
  expect([...names].filter((name) => !camelCaseThenUnit.test(name))).toEqual([]);
});
