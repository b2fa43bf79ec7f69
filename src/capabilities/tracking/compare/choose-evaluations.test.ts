import { expect, test } from 'vitest';
import { chooseEvaluations } from './choose-evaluations.ts';
import type { CountedRun } from './run-protocols.ts';

/** Evaluated under this protocol at this moment; without one the data was not known. */
const under = (key: string | null, finishedAt: number): CountedRun => ({
  evaluationId: `${key} ${finishedAt}`,
  finishedAt,
  threshold: null,
  isLowBetter: false,
  quality: 0.5,
  euros: null,
  keys: { quality: key, euros: null },
  words: { quality: `on ${key}`, euros: '' },
});
const evaluated = new Map([
  ['a', [under('new', 9), under('old', 2), under('old', 1)]],
  ['b', [under('old', 3)]],
  ['c', [under('old', 4)]],
  ['d', [under(null, 8), under('new', 7)]],
  ['e', [under(null, 5)]],
]);
const chosen = (protocol?: string) => {
  const { byRun } = chooseEvaluations(evaluated, { by: 'quality', protocol });
  return [...byRun].map(([run, { evaluationId }]) => `${run}: ${evaluationId}`);
};

test('DS2 a run evaluated under several protocols is compared by the one that most runs share, and the newest under it', () => {
  expect(chosen()).toEqual(['a: old 2', 'b: old 3', 'c: old 4', 'd: new 7', 'e: null 5']);
  expect(chooseEvaluations(evaluated, { by: 'quality', protocol: undefined }).protocols).toEqual([
    { key: 'old', words: 'on old', runs: 3 },
    { key: 'new', words: 'on new', runs: 2 },
  ]);
});

test('DS2 the protocol that is asked for goes first, and one that nothing was evaluated under changes nothing', () => {
  expect(chosen('new')).toEqual(['a: new 9', 'b: old 3', 'c: old 4', 'd: new 7', 'e: null 5']);
  expect(chosen('none')).toEqual(chosen());
});

test('DS2 where no figure has a protocol the newest evaluation of each run is told', () => {
  const { byRun, protocols } = chooseEvaluations(evaluated, { by: 'euros', protocol: undefined });
  expect([byRun.get('a')?.evaluationId, protocols]).toEqual(['new 9', []]);
});
