import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Connection, connectionSchema } from '../contract.ts';
import { connectionFrom, draftOf, missingFields, sayConnection, takesSecret } from './connection-draft.ts';

const word = fc.stringMatching(/^[a-z][a-z0-9]{2,12}$/);
const maybe = <T>(key: string, value: fc.Arbitrary<T>) =>
  fc.option(
    value.map((each) => ({ [key]: each })),
    { nil: {} },
  );

const connections: fc.Arbitrary<Connection> = fc.oneof(
  fc
    .tuple(word, maybe('pattern', word))
    .map(([path, more]) => ({ kind: 'folder' as const, path: `/${path}`, ...more })),
  fc
    .tuple(word, fc.constantFrom({}, { auth: 'bearer' as const }, { auth: 'basic' as const, user: 'eva' }))
    .map(([path, more]) => ({ kind: 'http' as const, url: `https://example.org/${path}.csv`, ...more })),
  fc
    .tuple(word, word, maybe('versionId', word), maybe('accessKeyId', word), maybe('pathStyle', fc.constant(true)))
    .map(([bucket, key, ...more]) => ({
      kind: 's3' as const,
      region: 'eu-west-1',
      bucket,
      key,
      ...more[0],
      ...more[1],
      ...more[2],
    })),
  fc
    .tuple(
      word,
      maybe('port', fc.integer({ min: 1, max: 65_535 })),
      fc.constantFrom({ table: 'a.b' }, { select: 'select 1' }),
    )
    .map(([host, port, what]) => ({
      kind: 'postgres' as const,
      host,
      database: 'd',
      user: 'u',
      tls: 'verify' as const,
      ...port,
      ...what,
    })),
);

test('DE1 a connection that is opened in the form and kept is the same connection', () => {
  fc.assert(
    fc.property(connections, (connection) => {
      const draft = draftOf(connection, 'other');
      expect(missingFields(draft)).toEqual([]);
      const kept = connectionFrom(draft);
      expect(kept).toEqual(connection);
      expect(connectionSchema.parse(kept)).toEqual(connection);
      expect(sayConnection(kept)).not.toBe('');
    }),
    { seed: 5 },
  );
});

test('DE1 the form begins with the kind of the source, and says what is still empty', () => {
  expect(draftOf(null, 'postgres').kind).toBe('postgres');
  expect(draftOf(null, 'file').kind).toBe('http');
  expect(missingFields(draftOf(null, 'postgres'))).toEqual(['host', 'database', 'user', 'table']);
  expect(missingFields({ ...draftOf(null, 'http'), url: 'https://a.example', auth: 'basic' })).toEqual(['user']);
});

test('DE1 a secret is asked only where something proves who one is', () => {
  expect(takesSecret(draftOf(null, 'folder'))).toBe(false);
  expect(takesSecret(draftOf(null, 'http'))).toBe(false);
  expect(takesSecret({ ...draftOf(null, 's3'), accessKeyId: 'A' })).toBe(true);
  expect(takesSecret(draftOf(null, 'postgres'))).toBe(true);
});
