import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { checkEndpoints } from './gatekeeper.ts';
import {
  judge,
  type OrganisationRole,
  type Permission,
  permissions,
  type ProblemRole,
  problemRoles,
} from './permissions.ts';

/** Who may do what, written out a second time: a change of the table must be meant. */
const inOrganisation: Partial<Record<Permission, readonly OrganisationRole[]>> = {
  self: ['admin', 'member'],
  'self.credentials': ['admin', 'member'],
  'organisation.read': ['admin', 'member'],
  'organisation.administer': ['admin'],
  'organisation.appetite': ['admin'],
  'audit.read': ['admin'],
  'frameworks.write': ['admin'],
  'problem.create': ['admin', 'member'],
  'problem.list': ['admin', 'member'],
  'inbox.log': ['admin', 'member'],
};

test('RM1 who judges risks in some problem sets what may be at risk by default; no other role does', () => {
  const allowed = problemRoles.filter(
    (role) => judge('organisation.appetite', 'member', { isPrivate: false, roles: [role] }) === 'allowed',
  );
  expect(allowed).toEqual(['risk_manager']);
  const anywhere = ['organisation.appetite', 'frameworks.write'];
  const others = Object.keys(inOrganisation).filter((name) => !anywhere.includes(name)) as Permission[];
  for (const name of others) {
    const withRoles = judge(name, 'member', { isPrivate: false, roles: problemRoles });
    expect([name, withRoles]).toEqual([name, judge(name, 'member')]);
  }
});

test('AA4 who is architect in some problem keeps the catalogue of frameworks; no other role does', () => {
  const allowed = problemRoles.filter(
    (role) => judge('frameworks.write', 'member', { isPrivate: false, roles: [role] }) === 'allowed',
  );
  expect(allowed).toEqual(['analytics_architect']);
});

interface Expected {
  roles: readonly ProblemRole[];
  memberOfOpen: boolean;
  adminOfOpen: boolean;
  adminOfPrivate: boolean;
}
const builders: readonly ProblemRole[] = problemRoles.filter(
  (role) => !['risk_manager', 'validator', 'stakeholder'].includes(role),
);
const none = { memberOfOpen: false, adminOfOpen: false, adminOfPrivate: false };
const inProblem: Partial<Record<Permission, Expected>> = {
  'problem.read': { roles: problemRoles, memberOfOpen: true, adminOfOpen: true, adminOfPrivate: false },
  'problem.write': { roles: builders, ...none },
  'problem.team': { roles: ['sme', 'sponsor'], memberOfOpen: false, adminOfOpen: true, adminOfPrivate: true },
  'problem.privacy': { roles: ['sme', 'sponsor'], ...none },
  'problem.price': { roles: ['sme', 'sponsor', 'data_scientist'], ...none },
  'problem.checklist': { roles: [...builders, 'risk_manager'], ...none },
  'problem.assess': { roles: ['risk_manager'], ...none },
  'problem.talk': { roles: problemRoles, memberOfOpen: true, adminOfOpen: true, adminOfPrivate: false },
  'gate.propose': { roles: builders, ...none },
  'gate.sign': { roles: problemRoles, ...none },
  'gate.decide': { roles: problemRoles, ...none },
  'condition.meet': { roles: problemRoles, memberOfOpen: true, adminOfOpen: true, adminOfPrivate: false },
  'key_result.judge': { roles: ['data_scientist', 'sme'], ...none },
  'data.write': { roles: builders.filter((role) => role !== 'sponsor'), ...none },
  'run.log': { roles: builders.filter((role) => role !== 'sponsor' && role !== 'sme'), ...none },
  'run.erase': { roles: builders.filter((role) => role !== 'sponsor' && role !== 'sme'), ...none },
  'data.identify': { roles: ['sme', 'data_engineer'], ...none },
  'data.question': { roles: problemRoles.filter((role) => !['sponsor', 'stakeholder'].includes(role)), ...none },
  'data.explain': { roles: ['sme'], ...none },
  'approach.vote': { roles: problemRoles, ...none },
  'framework.decide': { roles: ['analytics_architect'], ...none },
  'problem.audit': { roles: problemRoles, memberOfOpen: false, adminOfOpen: true, adminOfPrivate: false },
};

test('PF2 every permission has a row in this test', () => {
  expect([...Object.keys(inOrganisation), ...Object.keys(inProblem)].sort()).toEqual(Object.keys(permissions).sort());
});

test.each(Object.entries(inOrganisation))('PF2 %s is held by %j', (name, allowed) => {
  for (const role of ['admin', 'member'] as const)
    expect(judge(name as Permission, role)).toBe(allowed.includes(role) ? 'allowed' : 'refused');
});

test.each(Object.entries(inProblem))('PF2 %s by every role, in an open and a private problem', (name, expected) => {
  const permission = name as Permission;
  for (const isPrivate of [false, true])
    for (const role of problemRoles)
      expect([role, judge(permission, 'member', { isPrivate, roles: [role] })]).toEqual([
        role,
        expected.roles.includes(role) ? 'allowed' : 'refused',
      ]);
  const without = { isPrivate: false, roles: [] };
  expect(judge(permission, 'member', without)).toBe(expected.memberOfOpen ? 'allowed' : 'refused');
  expect(judge(permission, 'admin', without)).toBe(expected.adminOfOpen ? 'allowed' : 'refused');
  const hidden = { isPrivate: true, roles: [] };
  expect(judge(permission, 'member', hidden)).toBe('invisible');
  expect(judge(permission, 'admin', hidden)).toBe(expected.adminOfPrivate ? 'allowed' : 'invisible');
  expect(judge(permission, 'admin', null)).toBe('invisible');
});

test('RM3 what others build on asks a role that counts; the rest of a role works at once', () => {
  const waiting = { isPrivate: false, roles: problemRoles, unconfirmed: problemRoles };
  for (const name of Object.keys(inProblem) as Permission[]) {
    const isJudgement = [
      'problem.assess',
      'key_result.judge',
      'approach.vote',
      'framework.decide',
      'data.explain',
      'run.erase',
    ].includes(name);
    expect([name, judge(name, 'member', waiting)]).toEqual([name, isJudgement ? 'refused' : 'allowed']);
    expect(judge(name, 'member', { ...waiting, unconfirmed: ['stakeholder'] })).toBe('allowed');
  }
});

test('house an endpoint with an unknown permission, or public without being listed, does not start', () => {
  const endpoint = (permission: string, path = '/api/x') =>
    defineEndpoint({ id: 'x', method: 'GET', path, permission, summary: 'x', answer: z.void() });
  const check =
    (permission: string, path?: string, options = {}) =>
    () =>
      checkEndpoints([endpoint(permission, path)], { publicEndpoints: [], ...options });
  expect(check('problem.reed')).toThrow('unknown permission');
  expect(check('public')).toThrow('not on the public list');
  expect(check('public', '/api/x', { publicEndpoints: ['x'] })).not.toThrow();
  expect(check('problem.read')).toThrow('does not tell in which problem');
  expect(check('problem.read', '/api/problems/:problemId')).not.toThrow();
  expect(check('problem.read', '/api/runs/:runId')).toThrow('does not tell in which problem');
  expect(check('problem.read', '/api/runs/:runId', { problemOf: { runId: async () => null } })).not.toThrow();
});
