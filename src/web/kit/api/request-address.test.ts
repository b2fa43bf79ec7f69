import { expect, test } from 'vitest';
import { requestAddress } from './request-address.ts';

test('house an address is filled with its parameters, escaped', () => {
  expect(requestAddress('/api/problems/:problemId', { params: { problemId: 'a/b c' } })).toBe(
    '/api/problems/a%2Fb%20c',
  );
});

test('house a query leaves out what is not given and repeats a list', () => {
  expect(
    requestAddress('/api/problems', { query: { text: 'late & later', phase: ['go', 'stop'], after: undefined } }),
  ).toBe('/api/problems?text=late+%26+later&phase=go&phase=stop');
});
