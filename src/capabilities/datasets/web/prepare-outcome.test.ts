import { expect, test } from 'vitest';
import type { Association, Figure, TargetProfile } from '../../statistics/contract.ts';
import { prepareOutcome, relatedOf } from './prepare-outcome.ts';

const exact = (value: number): Figure => ({ status: 'exact', value });
const none: Figure = { status: 'not_computable', reason: 'one_value_only' };

function column(name: string, strength: Figure, { auc, way = 1 }: { auc?: number; way?: number } = {}): Association {
  const isRanked = auc !== undefined;
  return {
    column: name,
    measure: isRanked ? 'correlation_ratio' : 'cramers_v',
    strength,
    pointBiserial: isRanked && strength.status === 'exact' ? exact(way * strength.value) : null,
    auc: isRanked ? exact(auc) : null,
    informationValue: null,
  };
}
const target = (...columns: Association[]): TargetProfile => ({
  column: 'late',
  kind: 'classes',
  positive: 'yes',
  classes: [],
  columns,
});

test('PF7 columns stand by how much they go with the outcome, and what has no figure is named apart', () => {
  const found = target(
    column('gate', exact(0.02)),
    column('carrier', exact(0.31)),
    column('distance', exact(0.45), { auc: 0.2, way: -1 }),
    column('country', none),
  );
  const picture = prepareOutcome('v', found, 'en');
  expect(picture.title).toBe('distance and carrier go most with the outcome');
  expect(picture.note).toContain('Not to be set against it: country.');
  expect(picture.note).not.toContain('suspect');
  expect(picture.table.rows).toEqual([
    ['distance', '0.45', 'higher values: less often', '0.8'],
    ['carrier', '0.31', '', ''],
    ['gate', '0.02', '', ''],
  ]);
});

test('PF7 a column that alone nearly tells the outcome is named first, as one that may be known only afterwards', () => {
  // A threshold tells it exactly, while the correlation is no more than middling: a low value does as well as a high one.
  const found = target(
    column('carrier', exact(0.7)),
    column('delay', exact(0.6), { auc: 0.99 }),
    column('early', exact(0.5), { auc: 0.01, way: -1 }),
  );
  expect(relatedOf(found).map(({ column: name, isSuspect }) => [name, isSuspect])).toEqual([
    ['delay', true],
    ['early', true],
    ['carrier', false],
  ]);
  expect(prepareOutcome('v', found, 'en').title).toBe(
    'delay and early each nearly tell the outcome alone: were they known beforehand?',
  );
  const one = prepareOutcome('v', target(column('code', exact(0.97))), 'nl');
  expect(one.title).toBe('code zegt de uitkomst bijna alleen: was dit vooraf bekend?');
  expect(one.note).toContain('verdacht');
});

test('PF7 where nothing goes with the outcome that is said, and where nothing can be told too', () => {
  expect(prepareOutcome('v', target(column('gate', exact(0.02))), 'en').title).toBe(
    'No column alone has much to do with the outcome',
  );
  const empty = prepareOutcome('v', target(column('gate', none)), 'en');
  expect(empty.title).toBe('No column can be set against the outcome');
  expect(empty.table.rows).toEqual([]);
});

test('PF7 of a number there is no way of telling classes apart', () => {
  const number = { ...target(column('hour', exact(0.2))), kind: 'number' as const, positive: null };
  expect(prepareOutcome('v', number, 'en').table.head).toEqual(['Column', 'How much it goes with the outcome']);
});
