import { expect, test } from 'vitest';
import { withoutWords } from './without-words.ts';

test('PF2 of an event ids, kinds, days and numbers are kept, and nothing that somebody wrote', () => {
  const id = '019ae3c1-7f00-7000-8000-000000000001';
  expect(
    withoutWords({
      gate: 'g1',
      role: 'sme',
      verdict: 'objects',
      remark: 'Fraud at the desk in Leiden',
      meaning: 'fraud',
      snapshotHash: 'a'.repeat(64),
      onBehalfOf: null,
      anchor: { kind: 'key_result', id, field: 'target', label: 'Delays' },
      mentions: [id, 'owner'],
      fields: ['target', 'by'],
      due: '2026-01-09',
      version: 3,
      isComplete: true,
      userId: 'owner',
      said: { en: 'Name who has to do with it.', nl: 'Noem wie ermee te maken heeft.' },
      sql: 'select * from data',
      // A name that nobody listed is taken for somebody's words.
      somethingNew: 'Fraud',
    }),
  ).toEqual({
    gate: 'g1',
    role: 'sme',
    verdict: 'objects',
    snapshotHash: 'a'.repeat(64),
    onBehalfOf: null,
    anchor: { kind: 'key_result', id, field: 'target' },
    mentions: [id, 'owner'],
    fields: ['target', 'by'],
    due: '2026-01-09',
    version: 3,
    isComplete: true,
    userId: 'owner',
    said: {},
  });
});
