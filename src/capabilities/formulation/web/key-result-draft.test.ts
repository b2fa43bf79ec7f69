import { expect, test } from 'vitest';
import { emptyKeyResult, readKeyResult } from './key-result-draft.ts';

const idOf = (field: string) => `id-${field}`;

test('PF4 a key result needs a metric only; the rest is not known yet', () => {
  const { body, problems } = readKeyResult({ ...emptyKeyResult, metric: ' Waiting hours ' }, { locale: 'en', idOf });
  expect(problems).toEqual([]);
  expect(body).toEqual({ metric: 'Waiting hours', unit: '', baseline: null, target: null, by: null, source: '' });
});

test('PF4 figures are read as each language writes them', () => {
  const draft = { ...emptyKeyResult, metric: 'Uren', baseline: '5.200,5', target: '3500' };
  expect(readKeyResult(draft, { locale: 'nl', idOf }).body).toMatchObject({ baseline: '5200.5', target: '3500' });
});

test('PF4 what is wrong is said with its field', () => {
  const { problems } = readKeyResult({ ...emptyKeyResult, target: 'many' }, { locale: 'en', idOf });
  expect(problems.map(({ field }) => field)).toEqual(['id-metric', 'id-target']);
});
