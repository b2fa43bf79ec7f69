import { expect, test } from 'vitest';
import { parseFilter } from '../../../platform/filter/parse-filter.ts';
import { completeFilter, nameInFilter } from './complete-filter.ts';

const names = ['metrics.auc', 'metrics.loss', 'params.kind', nameInFilter('tags', 'a b')];

test.each<[text: string, first: string | undefined]>([
  ['', 'metrics.auc '],
  ['lo', 'metrics.loss '],
  ['metrics.auc ', 'metrics.auc = '],
  ['metrics.auc >', 'metrics.auc >= '],
  ['metrics.auc > ', undefined],
  ['metrics.auc > 0.8 ', 'metrics.auc > 0.8 AND '],
  ['metrics.auc > 0.8 o', 'metrics.auc > 0.8 OR '],
  ['metrics.auc > 0.8 AND (ki', 'metrics.auc > 0.8 AND (params.kind '],
  ["params.kind = 'a b", undefined],
  ["params.kind = 'a b' ", "params.kind = 'a b' AND "],
  ['NOT a', 'NOT metrics.auc '],
])('DS1 a filter is completed: %j', (text, first) => {
  expect(completeFilter(text, names)[0]).toBe(first);
});

test('DS1 every name that is offered can be read', () => {
  for (const name of completeFilter('', names).filter((each) => each !== 'NOT '))
    expect(
      parseFilter(`${name}${name.startsWith('metrics') || name.includes('time') ? '> 1' : "= 'x'"}`),
    ).not.toBeNull();
});
