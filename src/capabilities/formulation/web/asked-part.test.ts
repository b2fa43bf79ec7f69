import { expect, test } from 'vitest';
import { askedPart } from './asked-part.ts';

const whole = { missing: [] };
const objectives = [
  { id: 'calm', keyResults: [{ id: 'stops', by: '2027-12-31', ...whole }] },
  {
    id: 'cheap',
    keyResults: [
      { id: 'euros', by: '2025-01-31', ...whole },
      { id: 'hours', by: '2024-01-31', missing: ['unit' as const] },
    ],
  },
];

test('PF5 an open question of the gate leads to the part of the requirements where it is answered', () => {
  expect(askedPart('objective', [])).toEqual({ kind: 'newObjective' });
  expect(askedPart('keyResult', [])).toEqual({ kind: 'newObjective' });
  expect(askedPart('keyResult', [{ id: 'calm', keyResults: [] }])).toEqual({
    kind: 'newKeyResult',
    objectiveId: 'calm',
  });
  expect(askedPart('keyResult', objectives)).toEqual({ kind: 'keyResult', keyResultId: 'hours' });
  expect(askedPart('dates', objectives)).toEqual({ kind: 'keyResult', keyResultId: 'euros' });
});

test('PF5 a question that was answered meanwhile, or none, opens nothing', () => {
  expect(askedPart('objective', objectives)).toBeNull();
  expect(askedPart('dates', [])).toBeNull();
  expect(askedPart(undefined, [])).toBeNull();
});
