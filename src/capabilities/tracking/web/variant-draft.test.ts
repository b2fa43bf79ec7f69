import { expect, test } from 'vitest';
import { draftOf, readDraft } from './variant-draft.ts';

test('DS3 what is left empty is as with the parent, and parameters are read line by line', () => {
  const draft = { ...draftOf(null, ' France '), segment: ' ', params: 'depth = 5\n\n url=a=b \n', note: 'x' };
  expect(readDraft(draft)).toEqual({
    given: {
      name: 'France',
      parentId: null,
      note: 'x',
      segment: null,
      windowFrom: null,
      windowTo: null,
      data: null,
      params: [
        { key: 'depth', value: '5' },
        { key: 'url', value: 'a=b' },
      ],
    },
  });
});

test('DS3 a line that is no parameter is told', () => {
  expect(readDraft({ ...draftOf(null), params: 'depth = 5\ndeep' })).toEqual({ badLine: 'deep' });
  expect(readDraft({ ...draftOf(null), params: '= 5' })).toEqual({ badLine: '= 5' });
});

test('DS3 a variant is written as it was typed', () => {
  const own = {
    segment: null,
    windowFrom: '2001-01-01',
    windowTo: null,
    data: null,
    params: [{ key: 'depth', value: '5' }],
  };
  const variant = { id: 'v', name: 'France', parentId: 'p', note: 'x', own, settings: own, differences: [], runs: 0 };
  const draft = draftOf({ ...variant, createdBy: 'owner', createdAt: 1, version: 1 });
  expect(readDraft(draft)).toEqual({ given: { name: 'France', parentId: 'p', note: 'x', ...own } });
});
