import { expect, test } from 'vitest';
import { hashSnapshot } from './snapshot-hash.ts';

test('PF5 equal evidence has an equal hash, whatever the order of its fields', () => {
  expect(hashSnapshot({ b: [1, { d: 2, c: 'é' }], a: null })).toEqual(
    hashSnapshot({ a: null, b: [1, { c: 'é', d: 2 }] }),
  );
});

test('PF5 the hash is the SHA-256 of the canonical JSON of RFC 8785', () => {
  // printf '{"a":"€","b":[3,0.1,1e+30]}' | sha256sum
  const { text, hash } = hashSnapshot({ b: [3.0, 0.1, 1e30], a: '€' });
  expect(text).toBe('{"a":"€","b":[3,0.1,1e+30]}');
  expect(hash).toBe('026f6199feaa11541c58b4c28dc4cac67f357533111d1761d48c484ba96bc7ca');
});

test('PF5 any change changes the hash', () => {
  expect(hashSnapshot({ a: '1' }).hash).not.toBe(hashSnapshot({ a: 1 }).hash);
});
