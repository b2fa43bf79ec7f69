import { expect, test } from 'vitest';
import { findNextStep } from './find-next-step.ts';

const item = (station: 'opportunity' | 'requirements' | 'translation' | 'value' | 'risk', field: string | null) => ({
  station,
  field,
  isDone: false,
  isAsked: true,
  waiver: null,
  message: `${station} ${field}`,
});

test('PF5 the way leads along the thread to what is asked first, and past what is done, advised or waived', () => {
  const said = { en: 'Complete the value model.', nl: 'Maak het waardemodel af.' };
  const waiver = { item: 'value.model', said, reason: 'It is known.', waivedBy: 'owner', onBehalfOf: null, at: 0 };
  const items = [
    { ...item('opportunity', 'cost'), isDone: true },
    { ...item('value', null), waiver },
    { ...item('requirements', 'keyResult'), isAsked: false },
    item('risk', 'dpia'),
    item('translation', 'unit'),
  ];
  expect(findNextStep(items, 'opportunity')).toMatchObject({ station: 'translation', field: 'unit' });
  expect(findNextStep([item('value', null)], 'opportunity')).toMatchObject({ station: 'value', field: 'first' });
});

test('PF5 where several things are open at a station they are asked on one page', () => {
  const many = [item('translation', 'task'), item('translation', 'unit')];
  expect(findNextStep(many, 'requirements')).toMatchObject({ station: 'translation', field: 'all' });
  expect(findNextStep([item('risk', 'class')], 'value')).toMatchObject({ station: 'risk', field: 'at-once' });
  expect(findNextStep([item('risk', 'dpia')], 'value')).toMatchObject({ station: 'risk', field: 'dpia' });
});

test('PF5 while something is open at a station it leads by itself; at the end stands the decision', () => {
  expect(findNextStep([item('value', null)], 'value')).toBeNull();
  expect(findNextStep([], 'value')).toEqual({ station: 'decision', field: null, message: '' });
  expect(findNextStep([], 'decision')).toBeNull();
});
