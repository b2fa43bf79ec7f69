/**
 * What frameworks are compared on, in a fixed order. `unit` is what a measurement is given in; without one it is a score
 * from 0 to 100. The scale is a start that the architect changes: each anchor says what a measurement is worth.
 */
interface Criterion {
  unit: 'ms' | 'per_second' | 'mb' | 'percent' | 'eur_year' | 'weeks' | 'months' | 'points';
  anchors: readonly { at: number; value: number }[];
}

const points: Criterion = {
  unit: 'points',
  anchors: [
    { at: 0, value: 0 },
    { at: 100, value: 100 },
  ],
};
const falling = (unit: Criterion['unit'], best: number, worst: number): Criterion => ({
  unit,
  anchors: [
    { at: best, value: 100 },
    { at: worst, value: 0 },
  ],
});
const rising = (unit: Criterion['unit'], worst: number, best: number): Criterion => ({
  unit,
  anchors: [
    { at: worst, value: 0 },
    { at: best, value: 100 },
  ],
});

export const criteria = {
  latency: falling('ms', 10, 1000),
  throughput: rising('per_second', 0, 1000),
  offline: points,
  connectivity: points,
  privacy: points,
  security: points,
  size: falling('mb', 1, 500),
  energy: points,
  accuracy: rising('percent', 50, 100),
  coverage: points,
  training: points,
  explainability: points,
  costNow: falling('eur_year', 0, 100_000),
  costTenfold: falling('eur_year', 0, 1_000_000),
  effort: falling('weeks', 0, 52),
  maturity: points,
  endOfSupport: rising('months', 0, 60),
  licence: points,
  lockIn: points,
  pinnedVersions: points,
  scalability: points,
  observability: points,
  compliance: points,
  languages: points,
  exitCost: falling('eur_year', 0, 100_000),
} as const satisfies Record<string, Criterion>;

export type CriterionKey = keyof typeof criteria;
export const criterionKeys = Object.keys(criteria) as [CriterionKey, ...CriterionKey[]];
