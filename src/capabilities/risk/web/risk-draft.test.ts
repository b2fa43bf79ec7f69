import { expect, test } from 'vitest';
import type { Risk } from '../contract.ts';
import { draftOf, emptyRisk, readRisk, type RiskDraft } from './risk-draft.ts';

const read = (draft: Partial<RiskDraft>) =>
  readRisk({ ...emptyRisk, what: 'x', ...draft }, { locale: 'en', idOf: (field) => field });

test('RM1 only what may happen must be there', () => {
  expect(read({}).problems).toEqual([]);
  expect(read({}).fields).toMatchObject({ what: 'x', likelihood: null, impact: null, decision: null });
  expect(read({ what: ' ' }).problems).toEqual([{ field: 'what', message: 'Say what may happen.' }]);
});

test('RM1 figures go to the server as exact decimals, a chance as a share', () => {
  const { fields, problems } = read({
    kind: 'chance',
    years: '3',
    likelihood: { low: 0.0000001, likely: 0.05, high: 0.1 },
    impact: { likely: '2000000', source: 'Insurer' },
  });
  expect(problems).toEqual([]);
  expect(fields.likelihood).toEqual({ kind: 'chance', horizonYears: 3, low: '0.0000001', likely: '0.05', high: '0.1' });
  expect(fields.impact).toEqual({ likely: '2000000', source: 'Insurer' });
});

test.each<[string, Partial<RiskDraft>, keyof RiskDraft]>([
  ['low without high', { impact: { low: '1', likely: '2' } }, 'impact'],
  ['bounds without likely', { likelihood: { low: 1, high: 2 } }, 'likelihood'],
  ['another order', { residualImpact: { low: '3', likely: '2', high: '4' } }, 'residualImpact'],
  ['years that are none', { kind: 'chance', years: '1.5' }, 'years'],
  ['a chance above one', { kind: 'chance', likelihood: { likely: 1.2 } }, 'likelihood'],
])('RM1 %s is said beside its field', (_what, draft, field) => {
  expect(read(draft).problems.map((problem) => problem.field)).toEqual([field]);
});

test('RM1 what was kept comes back into the form and out again unchanged', () => {
  const fields = {
    what: 'x',
    cause: 'a',
    affected: 'b',
    likelihood: { kind: 'chance' as const, horizonYears: 5, low: '0.01', likely: '0.02', high: '0.1' },
    impact: { likely: '12.50' },
    control: 'c',
    residualLikelihood: null,
    residualImpact: { likely: '1' },
    decision: 'mitigate' as const,
    acceptedBy: 'Eva',
    decisionReason: 'd',
    owner: 'Tom',
  };
  const risk: Risk = { ...fields, id: '1', position: 0, missing: [], before: null, after: null, version: 1 };
  expect(readRisk(draftOf(risk), { locale: 'nl', idOf: (field) => field })).toEqual({ fields, problems: [] });
});
