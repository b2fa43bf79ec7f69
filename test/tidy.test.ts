import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { permissions } from '../src/capabilities/identity/permissions.ts';
import { schemaSteps } from '../src/migrations/index.ts';
import type { DefinedError } from '../src/platform/errors/define-errors.ts';
import { endpoints } from '../src/cli/endpoints.ts';
import { publicEndpoints, routes } from '../src/server/capabilities.ts';
import { version } from '../src/server/version.ts';

/** What linters cannot hold. */

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const tests = globSync('{src,test,examples}/**/*.{test,e2e,long}.{ts,tsx}', { cwd: root });
const sources = globSync('{src,test,examples,scripts}/**/*.{ts,tsx,mjs}', { cwd: root }).filter(
  (path) => path !== 'test/tidy.test.ts',
);

test('house every requirement that is claimed is named by a test', () => {
  const titles = tests.map((path) => read(path)).join('\n');
  const claimed = [...read('docs/requirements.md').matchAll(/^\| ([A-Z]{2}\d+) \| (core|done) \|/gm)].map(
    (match) => match[1],
  );
  expect(claimed.length).toBeGreaterThan(0);
  const unproved = claimed.filter((id) => !new RegExp(`['"\`]${id}[ ,]`).test(titles));
  expect(unproved).toEqual([]);
});

test('house each row of the first phase names tests that are there, of its own requirement', () => {
  const rows = [...read('docs/requirements.md').matchAll(/^\| (R\d+) \|.+\| ([A-Z0-9, ]+) \| (.+) \|$/gm)];
  expect(rows.length).toBeGreaterThan(20);
  const wrong = rows.flatMap(([, row, ids = '', proofs = '']) => {
    const named = proofs.split('<br>').map((proof) => /^`([^`]+)`: (.+)$/.exec(proof));
    const lacking = named.filter((proof) => {
      const path = proof?.[1]?.startsWith('e2e/') ? `test/${proof[1]}` : `src/capabilities/${proof?.[1]}`;
      return !proof || !existsSync(join(root, path)) || !read(path).includes(`'${proof[2]}'`);
    });
    const isOfIts = named.some((proof) => ids.split(', ').some((id) => proof?.[2]?.includes(`${id} `)));
    return [...(isOfIts ? [] : [`${row}: no test of ${ids}`]), ...lacking.map((proof) => `${row}: ${proof?.[0]}`)];
  });
  expect(wrong).toEqual([]);
});

test('house the steps of the schema stand in the order of their numbers', () => {
  // Kysely takes them by name, and a server is ready when it stands at the last of this list.
  const names = schemaSteps.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)].sort());
});

test('house every capability says what it is for in 5 to 15 lines', () => {
  const capabilities = globSync('src/capabilities/*', { cwd: root }).filter((path) => !path.endsWith('.md'));
  expect(capabilities.length).toBeGreaterThan(0);
  for (const folder of capabilities) {
    expect(existsSync(join(root, folder, 'README.md')), `${folder} has a README.md`).toBe(true);
    const lines = read(`${folder}/README.md`)
      .trim()
      .split('\n')
      .filter((line) => line.trim() !== '').length;
    expect(lines, `lines of ${folder}/README.md`).toBeGreaterThanOrEqual(3);
    expect(lines, `lines of ${folder}/README.md`).toBeLessThanOrEqual(20);
  }
});

test('house every error code is defined once', async () => {
  const files = globSync('src/**/*errors.ts', { cwd: root }).filter(
    (path) => !path.endsWith('define-errors.ts') && !path.endsWith('answer-errors.ts'),
  );
  const codes: string[] = [];
  for (const file of files) {
    const module = (await import(join(root, file))) as Record<string, { table?: readonly DefinedError[] }>;
    for (const { table } of Object.values(module)) codes.push(...(table ?? []).map((error) => error.code));
  }
  expect(codes.length).toBeGreaterThan(10);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

test('house every route has a summary, an answer and a permission of the table', () => {
  for (const { endpoint } of routes) {
    expect(endpoint.summary, endpoint.id).toMatch(/^[A-Z].*\.$/);
    expect(endpoint.answer, endpoint.id).toBeDefined();
    expect(['public', ...Object.keys(permissions)], endpoint.id).toContain(endpoint.permission);
    if (endpoint.path.includes(':')) expect(endpoint.params, `${endpoint.id} has path parameters`).toBeDefined();
  }
  const ids = routes.map((route) => route.endpoint.id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('house the terminal knows every address that the server serves', () => {
  const known = new Set(endpoints.map(({ id }) => id));
  expect(routes.map(({ endpoint }) => endpoint.id).filter((id) => !known.has(id))).toEqual([]);
});

test('house the public routes are the public list, word for word', () => {
  const open = routes.filter((route) => route.endpoint.permission === 'public').map((route) => route.endpoint.id);
  expect(open.sort()).toEqual([...publicEndpoints].sort());
});

test('house what a schema says is wrong with a field is said in both languages', () => {
  const schemas = sources.filter(
    (path) => path.startsWith('src/') && !/\.test\.tsx?$/.test(path) && read(path).includes("from 'zod'"),
  );
  expect(schemas.length).toBeGreaterThan(50);
  const inOne = /\b(error|message):\s*(\([^)]*\) =>\s*)?['"`]/;
  expect(schemas.filter((path) => inOne.test(read(path)))).toEqual([]);
});

test('house every generated file is fresh', () => {
  execFileSync(process.execPath, ['scripts/generate.mjs', '--check'], { cwd: root, stdio: 'pipe' });
});

test('house the version is that of the package', () => {
  expect(version).toBe(packageJson.version);
});

test('house exemptions from the walls give a reason, and do not rise', () => {
  const exemptions = sources.flatMap((path) =>
    [...read(path).matchAll(/oxlint-disable[^\n]*/g)].map((match) => ({ path, line: match[0] })),
  );
  expect(exemptions.filter(({ line }) => !line.includes(' -- '))).toEqual([]);
  expect(exemptions.length).toBeLessThanOrEqual(13);
});

test('house no suite is left out and no work is left marked', () => {
  const marks = /\b(TODO|FIXME|XXX)\b|\b(test|it|describe)\.(only|skip)\(/;
  expect(sources.filter((path) => marks.test(read(path)))).toEqual([]);
});
