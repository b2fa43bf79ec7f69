import { expect, test } from 'vitest';
import { comparePolicies, policyDocumentSchema, shippedPolicies, strictPolicy } from '../contract.ts';
import { checkRules, documentOf, draftOf } from './policy-draft.ts';

test('PF5 a policy that is opened in the form and not touched asks the same', () => {
  for (const policy of shippedPolicies) {
    const document = documentOf(policy.name, draftOf(policy));
    expect(policyDocumentSchema.safeParse(document).success).toBe(true);
    expect(comparePolicies(policy, document)).toEqual([]);
    expect(checkRules(draftOf(policy))).toEqual([]);
  }
});

test('PF5 what a rule lacks is told with its gate and risk class', () => {
  const draft = draftOf(strictPolicy);
  draft.g1.high = { ...draft.g1.high, roles: [], deciders: [], waivers: '21', days: '0' };
  expect(checkRules(draft)).toEqual(
    ['rolesMissing', 'decidersMissing', 'waiversWrong', 'validityWrong'].map((wrong) => ({
      gate: 'g1',
      riskClass: 'high',
      wrong,
    })),
  );
  draft.g1.high = { ...draft.g1.high, roles: ['sme'], deciders: ['sponsor'], waivers: ' 20 ', days: '' };
  expect(checkRules(draft)).toEqual([]);
  expect(documentOf(' own ', draft).rules.g1.high).toMatchObject({ waivers: 20, roles: ['sme'] });
  expect(documentOf(' own ', draft).rules.g1.high).not.toHaveProperty('validity_days');
});
