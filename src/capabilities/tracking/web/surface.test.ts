import { expect, test } from 'vitest';
import { bandOf, surfaceOf } from './surface.ts';

test('DS1 a surface goes through its runs, lies between their heights, and is left open far from all of them', () => {
  const spots = [
    { x: 0.1, y: 0.1, height: 1 },
    { x: 0.2, y: 0.1, height: 3 },
    { x: 0.1, y: 0.2, height: 2 },
    { x: 0.2, y: 0.2, height: 2 },
    ...Array.from({ length: 30 }, (_, n) => ({ x: 0.1 + n / 300, y: 0.15, height: 2 })),
  ];
  const { columns, rows, heights } = surfaceOf(spots);
  expect(heights).toHaveLength(columns * rows);
  const at = (x: number, y: number) => heights[Math.floor(y * rows) * columns + Math.floor(x * columns)];
  expect(at(0.1, 0.1)).toBeLessThan(at(0.2, 0.1) ?? 0);
  for (const height of heights) if (height !== null) expect(height >= 1 && height <= 3).toBe(true);
  expect(at(0.95, 0.95)).toBeNull();
  expect(at(0.15, 0.15)).not.toBeNull();
});

test('DS1 heights fall into bands, the highest into the last', () => {
  const scale = { low: 0, high: 10, bands: 5 };
  expect([0, 1.9, 2, 9.9, 10].map((height) => bandOf(height, scale))).toEqual([0, 0, 1, 4, 4]);
  expect(bandOf(3, { low: 3, high: 3, bands: 5 })).toBe(0);
});
