import { afterAll, beforeAll, expect, test } from 'vitest';
import { exact, expectColumn } from '../../../test/kit/column-case.ts';
import { numberCases } from '../../../test/kit/number-cases.ts';
import { otherCases } from '../../../test/kit/other-cases.ts';
import { openStatisticsFolder, type StatisticsFolder } from '../../../test/kit/statistics-folder.ts';
import { profileTable } from './index.ts';

let folder: StatisticsFolder;
beforeAll(async () => {
  folder = await openStatisticsFolder();
});
afterAll(() => folder.close());

const cases = [...numberCases, ...otherCases];

test('DS7 the table of edges has more than 50 cases, each with a name of its own', () => {
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  expect(cases.length).toBeGreaterThanOrEqual(50);
});

test.each(cases)('DS7 $name', (each) => expectColumn(folder, each));

test('DS7 a table with names of every kind is profiled', async () => {
  const source = await folder.select(
    `select 1 as "file_row_number", 2 as "A", 3 as a, 4 as "a""b", 5 as "c0", 6 as "select", 7 as "é; --"`,
  );
  const names: string[] = [];
  for await (const { profile } of profileTable(source)) names.splice(0, 7, ...profile.columns.map(({ name }) => name));
  expect(names).toEqual(['file_row_number', 'A', 'a_1', 'a"b', 'c0', 'select', 'é; --']);
});

test('DS7 a table of 300 columns is asked about in portions', async () => {
  const columns = Array.from({ length: 300 }, (_, index) => `i * ${index} as v${index}`);
  const source = await folder.select(`select ${columns.join(', ')} from range(50) t(i)`);
  let means: unknown[] = [];
  for await (const { profile } of profileTable(source)) means = profile.columns.map(({ moments }) => moments?.mean);
  expect(means).toEqual(Array.from({ length: 300 }, (_, index) => exact(24.5 * index)));
});
