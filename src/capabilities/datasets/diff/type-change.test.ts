import { expect, test } from 'vitest';
import { typeChange } from './type-change.ts';

test.each([
  ['INTEGER', 'BIGINT', 'type_widened', 'compatible'],
  ['BIGINT', 'INTEGER', 'type_narrowed', 'compatible'],
  ['BIGINT', 'DOUBLE', 'type_widened', 'compatible'],
  ['DOUBLE', 'BIGINT', 'type_narrowed', 'breaking'],
  ['DATE', 'TIMESTAMP', 'type_widened', 'compatible'],
  ['TIMESTAMP', 'DATE', 'type_narrowed', 'breaking'],
  ['DECIMAL(9,2)', 'DECIMAL(18,3)', 'type_widened', 'compatible'],
  ['DECIMAL(18,3)', 'DECIMAL(9,2)', 'type_narrowed', 'breaking'],
  ['DECIMAL(9,2)', 'DECIMAL(9,4)', 'type_changed', 'breaking'],
  ['BIGINT', 'VARCHAR', 'type_changed', 'breaking'],
  ['VARCHAR', 'DATE', 'type_changed', 'breaking'],
  ['BOOLEAN', 'BIGINT', 'type_changed', 'breaking'],
])('PF7 from %s to %s is %s and %s', (before, after, ...judged) => {
  const [kind, grade] = judged;
  expect(typeChange(before, after)).toEqual({ kind, grade });
});

test('PF7 the same type is no change', () => {
  expect(typeChange('BIGINT', 'BIGINT')).toBeNull();
});
