/** What a gauge shows: where we are, the interval around it, and the level it is held against. */
export interface GaugeReading {
  value: number;
  level: number;
  low?: number | undefined;
  high?: number | undefined;
}

export type Standing = 'above' | 'below' | 'on' | 'unsure-above' | 'unsure-below';

/** Unsure when the level lies strictly within the interval: then "above" alone would say too much. */
export function standingOf({ value, level, low, high }: GaugeReading): Standing {
  const crosses = low !== undefined && high !== undefined && low < level && level < high;
  if (value === level) return 'on';
  const above = value > level;
  if (crosses) return above ? 'unsure-above' : 'unsure-below';
  return above ? 'above' : 'below';
}

export interface GaugeScale {
  min: number;
  max: number;
  ticks: readonly number[];
  /** Where a value stands along the scale, from 0 to 100. */
  at: (value: number) => number;
}

/** A scale that holds everything shown with some air, and whose ticks are round numbers. */
export function gaugeScale({ value, level, low, high }: GaugeReading, ticksWanted = 5): GaugeScale {
  const shown = [value, level, ...(low === undefined ? [] : [low]), ...(high === undefined ? [] : [high])];
  const [smallest, largest] = [Math.min(...shown), Math.max(...shown)];
  const span = largest - smallest || Math.abs(largest) || 1;
  const step = roundStep((span * 1.3) / ticksWanted);
  const min = Math.floor((smallest - span * 0.12) / step) * step;
  const max = Math.ceil((largest + span * 0.12) / step) * step;
  const count = Math.round((max - min) / step);
  return {
    min,
    max,
    ticks: Array.from({ length: count + 1 }, (_, index) => tidy(min + index * step, step)),
    at: (given) => Math.min(100, Math.max(0, ((given - min) / (max - min)) * 100)),
  };
}

/** 1, 2 or 5 times a power of ten: the steps people count in. */
export function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const part = rough / power;
  return (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10) * power;
}

const tidy = (value: number, step: number): number => Math.round(value / step) * step || 0;
