import { expect, test } from 'vitest';
import { type PlanContent, planContentSchema } from '../contract.ts';
import { draftFromPlan, planFromDraft } from './plan-draft.ts';

const names = ['id', 'planned', 'hour', 'wind', 'late'];
const plan: PlanContent = planContentSchema.parse({
  datasetId: 'flights',
  columns: ['hour', 'wind'],
  key: ['id'],
  target: 'late',
  positive: '1',
  moment: 'planned',
  split: { by: 'time', cut: '2026-08-01' },
  segments: [{ name: 'Evening', column: 'hour', value: '22', share: 0.125 }],
  sentinels: [{ column: 'wind', values: ['9999', '-1'] }],
  serving: [{ column: 'hour', available: 'same' }],
  fieldTimes: [{ column: 'wind', knownAt: 'planned' }],
  r2: 0.288,
  parameters: 24,
  gateMetric: { expected: 0.6, within: 0.05 },
  relabelled: { cases: 200, wrong: 3 },
  isProxy: false,
});

test('PF7 a plan that nobody changed in the form is the same plan, in either language', () => {
  for (const locale of ['en', 'nl'] as const)
    expect(planFromDraft(draftFromPlan(plan, names, locale), plan, locale)).toEqual({ content: plan });
});

test('PF7 all columns without another part stay all of them, also those that are still to come', () => {
  const all = { ...plan, columns: [] };
  const draft = draftFromPlan(all, names, 'en');
  expect(draft.columns.filter(({ isGiven }) => isGiven).map(({ name }) => name)).toEqual(['hour', 'wind']);
  expect(planFromDraft(draft, all, 'en')).toEqual({ content: all });
  const fewer = { ...draft, columns: draft.columns.map((each) => ({ ...each, isGiven: each.name === 'hour' })) };
  expect(planFromDraft(fewer, all, 'en')).toMatchObject({ content: { columns: ['hour'] } });
});

test('PF7 numbers are read as they are typed in each language, and what is none is told at its field', () => {
  const draft = draftFromPlan(plan, names, 'nl');
  expect(draft.numbers.r2).toBe('28,8');
  const typed = { ...draft, numbers: { ...draft.numbers, r2: '12,5', parameters: '1.200', within: '' } };
  expect(planFromDraft(typed, plan, 'nl')).toMatchObject({
    content: { r2: 0.125, parameters: 1200, gateMetric: null },
  });
  const wrong = {
    ...draft,
    cut: 'tomorrow',
    numbers: { ...draft.numbers, r2: 'much', noise: '140' },
    segments: [{ id: 'a', name: 'Evening', column: '', value: '22', share: 'x' }],
  };
  const read = planFromDraft(wrong, plan, 'nl');
  expect('problems' in read && read.problems.map(({ field, what }) => `${field} ${what}`)).toEqual([
    'r2 not_a_number',
    'noise out_of_range',
    'segment-0 segment_incomplete',
    'share-0 not_a_number',
    'cut not_a_day',
  ]);
});

test('PF7 data that is joined says to what, and by which column', () => {
  const draft = { ...draftFromPlan(plan, names, 'en'), role: 'context' as const, joinTo: 'cases' };
  expect(planFromDraft(draft, plan, 'en')).toMatchObject({ content: { joinTo: null } });
  const joined = { ...draft, joinOn: [{ id: 'a', column: 'id', of: 'flight' }] };
  expect(planFromDraft(joined, plan, 'en')).toMatchObject({
    content: { joinTo: { datasetId: 'cases', on: [{ column: 'id', of: 'flight' }] } },
  });
});
