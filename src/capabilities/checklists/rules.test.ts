import { expect, test } from 'vitest';
import { compareTemplates, isAskedAt, lackOf } from './rules.ts';
import { shippedTemplate } from './shipped-template.ts';
import { checklistRoles, type TemplateItem } from './template-contract.ts';

test.each(checklistRoles)('PF3 %s has 4 to 8 items, of which some are for the go', (role) => {
  const items = shippedTemplate.filter((item) => item.role === role);
  expect(items.length).toBeGreaterThanOrEqual(4);
  expect(items.length).toBeLessThanOrEqual(8);
  expect(items.filter(({ gate }) => gate === 'g1').length).toBeGreaterThanOrEqual(3);
});

test.each(shippedTemplate.map((item) => [item.key, item] as const))(
  'PF3 the shipped item %s is written in both languages, with its requirement beside it',
  (_key, { title, help, source }) => {
    for (const text of [title.en, title.nl, help.en, help.nl]) {
      expect(text.trim()).toBe(text);
      expect(text.length).toBeGreaterThan(10);
      expect(text).not.toMatch(/\bR\d/);
    }
    expect(title.en).not.toBe(title.nl);
    expect(help.en).not.toBe(help.nl);
    for (const text of [help.en, help.nl]) expect(text).toMatch(/[.?]$/);
    expect(source).toMatch(/^R([1-9]|[1-6]\d|70)$/);
  },
);

test('PF3 the keys of the shipped items are unique', () => {
  expect(new Set(shippedTemplate.map(({ key }) => key)).size).toBe(shippedTemplate.length);
});

test('PF3 done needs evidence, not applicable needs a reason', () => {
  const text = { kind: 'text' as const, text: 'seen' };
  expect(lackOf({ state: 'done', evidence: null, reason: 'x' })).toBe('evidence');
  expect(lackOf({ state: 'done', evidence: text, reason: '' })).toBeNull();
  expect(lackOf({ state: 'not_applicable', evidence: text, reason: ' ' })).toBe('reason');
  expect(lackOf({ state: 'not_applicable', evidence: null, reason: 'no data' })).toBeNull();
  expect(lackOf({ state: 'in_progress', evidence: null, reason: '' })).toBeNull();
});

test('PF3 an item is asked at its gate and at every later one', () => {
  expect([isAskedAt('g0', 'g1'), isAskedAt('g1', 'g1'), isAskedAt('g2', 'g1')]).toEqual([true, true, false]);
});

test('PF3 what changed between two versions', () => {
  const [first, second, third] = shippedTemplate as [TemplateItem, TemplateItem, TemplateItem];
  const reworded = { ...second, title: { ...second.title, nl: 'Anders' } };
  const changes = compareTemplates([first, second], [{ ...first, isRetired: true }, reworded, third]);
  expect(changes).toEqual({
    added: [third],
    retired: [first],
    changed: [{ before: second, after: reworded, fields: ['title'] }],
  });
  expect(compareTemplates([{ ...first, isRetired: true }], [])).toEqual({ added: [], changed: [], retired: [] });
});
