import { expect, test } from 'vitest';
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
