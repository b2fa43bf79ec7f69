import type { EChartsCoreOption } from 'echarts/core';
import type { Formats } from '../language/formats.ts';

interface Axis {
  type?: string;
  axisLabel?: { formatter?: unknown };
}

/** More digits than a scale is written with; fewer than a float has, so that 0.1 + 0.2 is 0.3. */
const digits = 12;

/** Numbers along the axes as the reader writes them, where a picture does not say how: the library knows one way only, the English. */
export function writtenAxes(option: EChartsCoreOption, formats: Formats): EChartsCoreOption {
  const written = { ...option };
  for (const side of ['xAxis', 'yAxis'] as const) {
    const axes = option[side] as Axis | Axis[] | undefined;
    if (axes) written[side] = Array.isArray(axes) ? axes.map((axis) => write(axis, formats)) : write(axes, formats);
  }
  return written;
}

function write(axis: Axis, formats: Formats): Axis {
  const isOfNumbers = axis.type === 'value' || axis.type === 'log';
  if (!isOfNumbers || axis.axisLabel?.formatter !== undefined) return axis;
  return {
    ...axis,
    axisLabel: { ...axis.axisLabel, formatter: (value: number) => formats.number(value, digits) },
  };
}
