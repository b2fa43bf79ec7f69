import { expect, test } from 'vitest';
import { formatsFor } from '../language/formats.ts';
import { writtenAxes } from './written-axes.ts';

type Written = { axisLabel: { formatter: (value: number) => string; color?: string } };

test('house numbers along an axis are written as the reader writes them, unless the picture says how', () => {
  const own = () => 'own';
  const option = {
    xAxis: { type: 'value', axisLabel: { color: 'red' } },
    yAxis: [{ type: 'log' }, { type: 'category' }, { type: 'value', axisLabel: { formatter: own } }],
  };
  const { xAxis, yAxis } = writtenAxes(option, formatsFor('nl')) as unknown as { xAxis: Written; yAxis: Written[] };
  expect(xAxis.axisLabel.color).toBe('red');
  expect([0.1 + 0.2, 1500, -0.25].map(xAxis.axisLabel.formatter)).toEqual(['0,3', '1.500', '-0,25']);
  expect(yAxis[0]?.axisLabel.formatter(0.5)).toBe('0,5');
  expect(yAxis.slice(1)).toEqual([{ type: 'category' }, { type: 'value', axisLabel: { formatter: own } }]);
});
