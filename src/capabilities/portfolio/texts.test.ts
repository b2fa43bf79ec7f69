import { expect, test } from 'vitest';
import { problemRoles } from '../identity/permissions.ts';
import { identityTexts } from '../identity/web/texts.ts';
import { sayAsk } from './texts.ts';

test.each(['en', 'nl'] as const)('LC1 in %s a role is called here as it is everywhere', (locale) => {
  for (const role of problemRoles) {
    const said = sayAsk({ kind: 'unfilled', params: { role, count: 1 }, asked: ['sme'] }, locale);
    expect(said).toContain(` ${identityTexts[locale].roles[role]}: `);
  }
});

test('LC1 one is heard, and several are', () => {
  const said = (count: number) => sayAsk({ kind: 'stakeholders_heard', params: { count }, asked: ['sme'] }, 'nl');
  expect(said(1)).toBe('Spreek een belanghebbende die gehoord moet worden.');
  expect(said(3)).toBe('Spreek 3 belanghebbenden die gehoord moeten worden.');
});

test('PF7 keeping findings is asked of the data scientist, answering them of the expert', () => {
  const said = (kind: 'findings' | 'findings_kept', count: number) =>
    sayAsk({ kind, params: { count }, asked: ['sme'] }, 'en');
  expect(said('findings', 1)).toBe('Say what the findings in the data mean: 1 finding waits for your answer.');
  expect(said('findings_kept', 1)).toBe('Look at the data together, and keep what stands out as a finding.');
});
