import { expect, test } from 'vitest';
import type { ColumnProfile } from '../../statistics/contract.ts';
import { evenCells, narrowestHalf } from './even-cells.ts';
import { prepareColumn } from './prepare-column.ts';

const none = { status: 'not_computable' as const, reason: 'no_values' as const };
const base: ColumnProfile = {
  name: 'delay',
  type: 'BIGINT',
  kind: 'integer',
  rows: 100,
  nulls: 5,
  nan: 0,
  plusInfinity: 0,
  minusInfinity: 0,
  finite: 95,
  distinct: none,
  min: none,
  max: none,
  moments: null,
  histogram: null,
  quantiles: null,
  top: null,
  text: null,
};

test('DE1 numbers are told by where half of them lie, and drawn with their tails', () => {
  const histogram = { axis: 'value' as const, edges: [0, 10, 20, 30], counts: [2, 50, 30, 10, 3], hash: 'h' };
  const picture = prepareColumn({ ...base, histogram }, 'en');
  expect(picture.title).toBe('delay: 53% of the values lie between 0 and 10');
  expect(picture.note).toBe('5 rows have no value (5%).');
  expect(picture.table.rows).toEqual([
    ['0 and less', '2'],
    ['0 to 10', '50'],
    ['10 to 20', '30'],
    ['20 to 30', '10'],
    ['more than 30', '3'],
  ]);
});

test('DE1 texts are told by the value that occurs most, with what is not listed', () => {
  const top = {
    values: [
      { value: 'BWI', count: 20 },
      { value: 'JFK', count: 60 },
    ],
    other: 15,
    status: 'exact' as const,
  };
  const picture = prepareColumn({ ...base, name: 'origin', kind: 'text', nulls: 0, top }, 'nl');
  expect(picture.title).toBe('origin: "JFK" komt het meest voor, in 60% van de rijen');
  expect(picture.note).toBe('Elke rij heeft een waarde.');
  expect(picture.table.rows).toEqual([
    ['JFK', '60'],
    ['BWI', '20'],
    ['andere waarden', '15'],
  ]);
});

test('DE1 a column without values says so', () => {
  expect(prepareColumn({ ...base, finite: 0, nulls: 100 }, 'en').title).toBe('delay: there are no values to draw');
});

test('DE1 the narrowest run of cells that holds half of the values', () => {
  expect(narrowestHalf({ edges: [0, 1, 2, 3, 4], counts: [0, 1, 5, 5, 1, 0] }, 13)).toEqual([2, 3]);
  expect(narrowestHalf({ edges: [0, 50, 52, 54, 100], counts: [0, 30, 10, 10, 30, 0] }, 40)).toEqual([2, 3]);
  expect(narrowestHalf({ edges: [0, 1, 2], counts: [40, 1, 1, 0] }, 42)).toEqual([1, 2]);
  expect(narrowestHalf({ edges: [], counts: [0] }, 0)).toEqual([1, 1]);
});

test('DE1 cells that are narrow where there is much are drawn as wide as the others, and nothing is lost', () => {
  const edges = [0, 1, 2, 3, 4, 48];
  const counts = [7, 100, 100, 100, 100, 440, 3];
  const { cells, isEvened } = evenCells({ edges, counts });
  expect(isEvened).toBe(true);
  expect(cells).toHaveLength(24);
  expect(cells[0]).toEqual({ low: 0, high: 2, count: 200 });
  expect(cells.at(-1)?.count).toBeCloseTo(20, 9);
  expect(cells.reduce((sum, { count }) => sum + count, 0)).toBeCloseTo(840, 9);
  expect(evenCells({ edges: [0, 10, 20], counts: [1, 5, 6, 2] })).toEqual({
    cells: [
      { low: 0, high: 10, count: 5 },
      { low: 10, high: 20, count: 6 },
    ],
    isEvened: false,
  });
});
