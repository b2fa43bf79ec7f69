import { expect, test } from 'vitest';
import { nameOfObjective } from './name-of-objective.ts';

const objectives = [
  { id: 'o1', text: 'Crews sleep at night', keyResults: [] },
  { id: 'o2', text: 'Nights without surprises', keyResults: [{ id: 'k2', metric: 'Unforeseen stops' }] },
];

test.each([
  ['en', 'o2.keyResults.k2.target', 'Key result: Unforeseen stops (where it must get)'],
  ['nl', 'o2.keyResults.k2.target', 'Sleutelresultaat: Unforeseen stops (waar het moet komen)'],
  ['en', 'o2.text', 'Objective: Nights without surprises'],
  ['nl', 'gone', 'Doel'],
] as const)('PF5 a place that differs is called by what stands there (%s, %s)', (locale, path, name) => {
  expect(nameOfObjective(path.split('.'), objectives, locale)).toBe(name);
});
