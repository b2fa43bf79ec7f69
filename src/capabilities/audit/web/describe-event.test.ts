import { expect, test } from 'vitest';
import type { AuditEvent } from '../contract.ts';
import { describeEvent, describeType, typesByArea } from './describe-event.ts';
import type { Names } from './names.ts';

const names: Names = {
  people: [
    { id: 'u1', name: 'Sanne' },
    { id: 'u2', name: 'Joris' },
  ],
  problems: [],
};

function event(type: string, actorId: string, subject: AuditEvent['subject']): AuditEvent {
  return {
    id: 'e1',
    at: '2026-01-05T09:00:00.000Z',
    type,
    actorId,
    requestId: 'r1',
    subject,
    problemId: null,
    sequence: 1,
    hash: null,
    details: null,
    detailsErasedAt: null,
  };
}

test('RM3 an event is a sentence with the names of who did it and to whom', () => {
  const given = event('problem_access.role_given', 'u1', { kind: 'user', id: 'u2' });
  expect(describeEvent(given, names, 'en')).toEqual({ who: 'Sanne', did: 'gave Joris a role in a problem' });
  expect(describeEvent(given, names, 'nl')).toEqual({ who: 'Sanne', did: 'gaf Joris een rol in een probleem' });
});

test('RM3 what somebody did to themselves is said so', () => {
  const changed = event('user.changed', 'u1', { kind: 'user', id: 'u1' });
  expect(describeEvent(changed, names, 'en').did).toBe('changed their own account');
  expect(describeEvent({ ...changed, actorId: 'u2' }, names, 'en').did).toBe('corrected the account of Sanne');
});

test('RM3 a type without words falls back to its name, a person without a name to somebody', () => {
  const strange = event('kite.flown', 'u9', { kind: 'kite', id: 'k1' });
  expect(describeEvent(strange, names, 'nl')).toEqual({ who: 'Iemand', did: null });
  expect(describeType('kite.flown', 'en')).toBe('kite.flown');
  expect(describeEvent(event('user.invited', 'system', { kind: 'user', id: 'u9' }), names, 'en')).toEqual({
    who: 'Peil itself',
    did: 'invited somebody',
  });
});

test('RM3 every type that has words can be chosen, once, under its area', () => {
  const byArea = typesByArea('en');
  const all = [...byArea.values()].flat();
  expect(new Set(all).size).toBe(all.length);
  expect(byArea.get('Signing in')).toContain('session.started');
  expect(byArea.get('Requirements')).toEqual(expect.arrayContaining(['objective.created', 'key_result.created']));
  expect(all.filter((type) => type.endsWith('.own'))).toEqual([]);
  expect([...typesByArea('nl').values()].flat()).toEqual(all);
});
