import { expect, test } from 'vitest';
import { type Chart, chartSchema } from '../statistics/contract.ts';
import { wilsonInterval } from '../statistics/index.ts';
import { contrastOf, type Drawn, strengthOf } from './contrast.ts';
import { sayChart } from './say-chart.ts';

const value = (name: string) => ({ cell: 'value' as const, value: name });
const missing = { cell: 'missing' as const };

function share(positives: number, known: number): NonNullable<Drawn['overall']> {
  const counted = wilsonInterval(positives, known);
  if (!counted) throw new Error('a share is of something');
  return { measure: 'share', known, positives, value: counted.share, low: counted.low, high: counted.high };
}

function mean(about: number, { known, spread }: { known: number; spread: number }): NonNullable<Drawn['overall']> {
  const reach = (1.96 * spread) / Math.sqrt(known - 1);
  return { measure: 'mean', known, value: about, low: about - reach, high: about + reach };
}

/** A chart of one column, in the shape that statistics draws. */
function drawn(
  cells: readonly [cell: Drawn['x']['cells'][number], rows: number, outcome: Drawn['overall']][],
  { column = 'carrier', unit = null, target = null, overall = null }: Partial<Drawn & Drawn['x']> = {},
): Chart {
  return chartSchema.parse({
    status: 'drawn',
    rows: cells.reduce((sum, [, rows]) => sum + rows, 0),
    x: { column, unit, cells: cells.map(([cell]) => cell) },
    y: null,
    target,
    cells: cells.map(([, rows, outcome], x) => ({ x, y: null, rows, outcome })),
    overall,
  });
}

const late = { column: 'late', positive: 'true' };
const ofLate = (...cells: [Drawn['x']['cells'][number], number, number][]) =>
  drawn(
    cells.map(([cell, positives, known]) => [cell, known, share(positives, known)]),
    {
      target: late,
      overall: share(
        cells.reduce((sum, [, positives]) => sum + positives, 0),
        cells.reduce((sum, [, , known]) => sum + known, 0),
      ),
    },
  );

test('PF7 a chart says the largest difference, with how many rows it rests on, in both languages', () => {
  const chart = ofLate([value('EV'), 1200, 2400], [value('WN'), 250, 1000], [missing, 9, 10]);
  expect(sayChart(chart, {}, 'en')).toBe(
    '“late” is true in 50% of 2,400 rows where “carrier” is EV, and in 25% of 1,000 where “carrier” is WN: 2 times as often.',
  );
  expect(sayChart(chart, {}, 'nl')).toBe(
    '“late” is true in 50% van 2.400 rijen waarin “carrier” EV is, en in 25% van 1.000 waarin “carrier” WN is: 2 keer zo vaak.',
  );
});

test('PF7 a difference that chance makes of so many groups is not told as one', () => {
  // Two groups of 100 with 20 and 40 differ; the farthest apart of twenty such groups may well be chance.
  const two = ofLate([value('a'), 40, 100], [value('b'), 20, 100]);
  const many = ofLate(
    ...Array.from({ length: 20 }, (_, at): [ReturnType<typeof value>, number, number] => [
      value(`group ${at}`),
      [40, 20][at] ?? 30,
      100,
    ]),
  );
  expect(contrastOf(two as Drawn)?.isClear).toBe(true);
  expect(contrastOf(many as Drawn)?.isClear).toBe(false);
  expect(sayChart(many, {}, 'en')).toBe(
    'How often “late” is true hardly differs with “carrier”: from 20% to 40%, which may be chance (2,000 rows).',
  );
});

test('PF7 groups that are small, missing or put together are not compared', () => {
  const small = ofLate(
    [value('EV'), 29, 29],
    [value('WN'), 100, 1000],
    [missing, 0, 500],
    [{ cell: 'other' }, 500, 500],
  );
  expect(contrastOf(small as Drawn)).toBeNull();
  expect(sayChart(small, {}, 'en')).toBe(
    '“late” is true in 31% of 2,029 rows; there are no two groups large enough to compare by “carrier”.',
  );
});

test('PF7 nothing is told as so many times as often where it never happened', () => {
  const never = ofLate([value('EV'), 500, 1000], [value('WN'), 0, 1000]);
  expect(sayChart(never, {}, 'en')).toBe(
    '“late” is true in 50% of 1,000 rows where “carrier” is EV, and in 0% of 1,000 where “carrier” is WN.',
  );
  const rare = ofLate([value('EV'), 500, 1000], [value('WN'), 1, 100_000]);
  expect(sayChart(rare, {}, 'en')).toContain('and in < 0.1% of 100,000 where “carrier” is WN.');
});

test('PF7 a target that is a number is told by its averages', () => {
  const target = { column: 'fare', positive: null };
  const cells: Parameters<typeof drawn>[0] = [
    [{ cell: 'range', above: null, upTo: 10 }, 400, mean(80.25, { known: 400, spread: 10 })],
    [{ cell: 'range', above: 10, upTo: 20 }, 400, mean(120.5, { known: 400, spread: 10 })],
  ];
  const overall = mean(100.375, { known: 800, spread: 22 });
  const chart = drawn(cells, { column: 'delay', target, overall });
  expect(sayChart(chart, {}, 'en')).toBe(
    '“fare” is 120.5 on average in 400 rows where “delay” is above 10 and at most 20, and 80.25 in 400 where “delay” is at most 10.',
  );
  // Between 20.125 from the middle on both sides, within 10: the correlation ratio is 20.125 / sqrt(20.125^2 + 10^2).
  expect(strengthOf(chart)).toBeCloseTo(20.125 / Math.hypot(20.125, 10), 9);
});

test('PF7 without a target the largest group is told, and what is missing', () => {
  const chart = drawn([
    [value('EV'), 60, null],
    [value('WN'), 30, null],
    [missing, 10, null],
  ]);
  expect(sayChart(chart, {}, 'en')).toBe(
    'In 60% of 100 rows, “carrier” is EV: no other group is larger. “carrier” is missing in 10.',
  );
  expect(sayChart(chart, {}, 'nl')).toBe(
    'In 60% van 100 rijen geldt dat “carrier” EV is: geen andere groep is groter. “carrier” ontbreekt in 10.',
  );
  expect(sayChart(drawn([[missing, 7, null]]), {}, 'en')).toBe('In all 7 rows, “carrier” is missing.');
  expect(sayChart(drawn([]), {}, 'en')).toBe('There are no rows to look at.');
});

test('PF7 where no group is larger than another, that is told', () => {
  const chart = drawn([
    [value('EV'), 50, null],
    [value('WN'), 50, null],
  ]);
  expect(sayChart(chart, {}, 'en')).toBe('Each of the 2 groups of “carrier” has as many rows: 50.');
  expect(sayChart(chart, {}, 'nl')).toBe('Elk van de 2 groepen van “carrier” heeft evenveel rijen: 50.');
});

test('PF7 times are told by their unit, and a segment before all else', () => {
  const from = '2001-02-05T00:00:00';
  const told = (unit: Drawn['x']['unit']) =>
    sayChart(drawn([[{ cell: 'time', from }, 5, null]], { column: 'day', unit }), {}, 'en');
  expect(told('month')).toBe('In all 5 rows, “day” is in 2001-02.');
  expect(told('week')).toBe('In all 5 rows, “day” is in the week of 2001-02-05.');
  expect(told('hour')).toContain('2001-02-05 00:00');
  const only = [
    { column: 'side', value: 'left' },
    { column: 'gate', value: null },
  ];
  expect(sayChart(drawn([[value('EV'), 5, null]]), { where: only }, 'en')).toBe(
    'Of the rows where “side” is left and “gate” is missing: In all 5 rows, “carrier” is EV.',
  );
});

test('PF7 what cannot be drawn says why', () => {
  const chart: Chart = { status: 'not_computable', column: 'legs', reason: 'not_for_this_kind' };
  expect(sayChart(chart, {}, 'nl')).toBe(
    '“legs” is zo niet te tekenen. Dit bestaat niet voor een kolom van deze soort.',
  );
  expect(strengthOf(chart)).toBeNull();
});
