import { expect, test } from 'vitest';
import { ruleFacts, ruleSchema } from '../contract.ts';
import { ruleCases } from '../../../../test/kit/rules/rule-cases.ts';
import { draftFromRule, emptyDraft, fieldsOf, ruleFromDraft } from './rule-draft.ts';

test('PF7 every rule goes through the form unchanged', () => {
  for (const { rule, title } of ruleCases) {
    const parsed = ruleSchema.parse({ id: 'r', ...rule, impact_eur: '12.50' });
    expect(ruleFromDraft(draftFromRule(parsed), parsed), `${rule.kind}: ${title}`).toEqual({ rule: parsed });
  }
});

test('PF7 the form asks something of every kind but one', () => {
  expect(Object.keys(fieldsOf).sort()).toEqual(Object.keys(ruleFacts).sort());
  expect(Object.values(fieldsOf).filter((fields) => fields.length === 0)).toEqual([]);
});

test('PF7 what is wrong is said at its field, and what is typed in either language is read', () => {
  const draft = { ...emptyDraft, kind: 'range' as const, fields: { column: 'delay', min: '1,5' }, mostly: '99,5' };
  expect(ruleFromDraft(draft)).toMatchObject({ rule: { min: 1.5, mostly: 0.995, column: 'delay' } });
  const wrong = (more: object) => {
    const read = ruleFromDraft({ ...draft, ...more });
    return 'problems' in read ? read.problems.map(({ field }) => field) : [];
  };
  expect(wrong({ fields: { min: '1' } })).toEqual(['column']);
  expect(wrong({ fields: { column: 'delay' } })).toEqual(['min']);
  expect(wrong({ fields: { column: 'delay', min: '5', max: '1' } })).toEqual(['max']);
  expect(wrong({ mostly: 'most' })).toEqual(['mostly']);
  expect(wrong({ impact_eur: 'much' })).toEqual(['impact_eur']);
});
