import { expect, test } from 'vitest';
import { completeFilter, nameInFilter } from '../src/capabilities/tracking/web/complete-filter.ts';
import { parseFilter } from '../src/platform/filter/parse-filter.ts';

const names = ['metrics.auc', 'metrics.loss', 'params.kind', nameInFilter('tags', 'a b')];

test('DS1 every name that is offered can be read', () => {
  for (const name of completeFilter('', names).filter((each) => each !== 'NOT '))
    expect(
      parseFilter(`${name}${name.startsWith('metrics') || name.includes('time') ? '> 1' : "= 'x'"}`),
    ).not.toBeNull();
});
