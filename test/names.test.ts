import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allCommands } from '../src/cli/all-commands.ts';
import { endpoints } from '../src/cli/endpoints.ts';

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

/** Those that are there more than once. */
const twice = (names: readonly string[]): string[] => names.filter((name, at) => names.indexOf(name) !== at);

test('house every endpoint has a name, an address and a command of its own', () => {
  expect(endpoints.length).toBeGreaterThan(300);
  expect(twice(endpoints.map(({ id }) => id))).toEqual([]);
  // Whatever a parameter is called, it stands in the same place.
  expect(twice(endpoints.map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ':')}`))).toEqual([]);
  expect(twice(endpoints.flatMap(({ cli }) => cli?.command ?? []))).toEqual([]);
});

test('house no command of the terminal is another one, or the beginning of another one', () => {
  const commands = allCommands().map(({ words }) => words.join(' '));
  expect(commands).toContain('run list');
  expect(twice(commands)).toEqual([]);
  expect(commands.filter((command) => commands.some((other) => other.startsWith(`${command} `)))).toEqual([]);
});
