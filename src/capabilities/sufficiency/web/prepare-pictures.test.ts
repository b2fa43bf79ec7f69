import { expect, test } from 'vitest';
import type { JudgedCheck, Pictured } from '../contract.ts';
import { prepareCurve } from './prepare-curve.ts';
import { prepareSegments } from './prepare-segments.ts';
import { prepareSuspects } from './prepare-suspects.ts';

const curveOf = (...aucs: number[]): Pictured => ({
  curve: aucs.map((auc, index) => ({ rows: 100 * 2 ** index, auc })),
  segments: [],
  months: [],
});
const segment = (name: string, share: number, wanted: number | null) => ({ name, rows: 1000 * share, share, wanted });
const figure = (subject: string, value: number): JudgedCheck['figures'][number] => ({
  key: 'alone_too_good',
  subject,
  value,
  unit: 'auc',
  direction: 'at_most',
  warnAt: null,
  failAt: 0.95,
  verdict: value > 0.95 ? 'fail' : 'pass',
  label: '',
});

test('PF7 a learning curve says whether the last step still brought something; two points are no curve', () => {
  expect(prepareCurve('a', curveOf(0.6, 0.65, 0.7), 'en')?.title).toContain('the last step still brought 0.05');
  expect(prepareCurve('a', curveOf(0.6, 0.7, 0.701), 'nl')?.title).toContain('bijna niets');
  expect(prepareCurve('a', curveOf(0.6, 0.7), 'en')).toBeNull();
});

test('PF7 the title of the segments names what is absent, else what is furthest off', () => {
  const of = (...segments: Pictured['segments']) => prepareSegments('a', { curve: [], segments, months: [] }, 'en');
  expect(of(segment('France', 0.9, 0.5), segment('Italy', 0, 0.1))?.title).toBe('Of Italy there is nothing');
  expect(of(segment('France', 0.6, 0.5), segment('Spain', 0.1, 0.4))?.title).toBe(
    'Spain is furthest off: 10%, where it should be 40%',
  );
  expect(of(segment('France', 0.6, null))?.table.rows[0]).toEqual(['France', '600', '60%', 'not told']);
  expect(of()).toBeNull();
});

test('PF7 suspects of a leak stand first, and the title asks whether they are known in time', () => {
  const picture = prepareSuspects('a', { figures: [figure('hour', 0.6), figure('delay', 0.99)] }, 'en');
  expect(picture?.title).toBe('delay alone tells the outcome: is it known in time?');
  expect(picture?.table.rows.map(([name]) => name)).toEqual(['delay', 'hour']);
  expect(prepareSuspects('a', { figures: [figure('hour', 0.6)] }, 'nl')?.title).toContain('hour vertelt het meest');
  expect(prepareSuspects('a', { figures: [] }, 'en')).toBeNull();
});
