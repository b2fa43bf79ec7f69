import { expect, test } from 'vitest';
import { findDifferences } from './find-differences.ts';

test.each<[string, unknown, unknown, unknown[]]>([
  ['nothing', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, []],
  ['a text', { a: { b: 'x' } }, { a: { b: 'y' } }, [{ path: 'a.b', before: 'x', after: 'y' }]],
  ['something new', {}, { a: 1 }, [{ path: 'a', before: undefined, after: 1 }]],
  ['something gone', { a: 1 }, {}, [{ path: 'a', before: 1, after: undefined }]],
  ['another kind of thing', { a: [1] }, { a: { b: 1 } }, [{ path: 'a', before: [1], after: { b: 1 } }]],
  ['a member of a list', { a: [1, 2] }, { a: [1, 3] }, [{ path: 'a.1', before: 2, after: 3 }]],
  [
    'a removed first member, told apart by its id',
    { a: [{ id: 'x' }, { id: 'y', t: 1 }] },
    { a: [{ id: 'y', t: 1 }] },
    [{ path: 'a.x', before: { id: 'x' }, after: undefined }],
  ],
  [
    'another order',
    { a: [{ id: 'x' }, { id: 'y' }] },
    { a: [{ id: 'y' }, { id: 'x' }] },
    [{ path: 'a.order', before: ['x', 'y'], after: ['y', 'x'] }],
  ],
])('PF5 evidence that changed says where: %s', (...[, before, after, differences]) => {
  expect(findDifferences(before, after)).toEqual(differences);
});

test('PF5 very many differences are cut short', () => {
  const many = (value: number) => Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`f${index}`, value]));
  expect(findDifferences(many(1), many(2))).toHaveLength(200);
});
