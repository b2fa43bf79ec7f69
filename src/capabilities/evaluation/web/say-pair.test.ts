import { expect, test } from 'vitest';
import type { EvaluationPair, EvaluationSummary, ProtocolGroup } from '../contract.ts';
import { sayBest } from './say-best.ts';
import { sayPairOf } from './say-pair.ts';

const ranked = (id: string, perMonth: number) =>
  ({ id, runName: `run ${id}`, perMonth, low: perMonth - 900, high: perMonth + 900, asked: {} }) as EvaluationSummary;

const groupOf = (pair: Omit<EvaluationPair, 'evaluationId' | 'cases'> | null): ProtocolGroup => ({
  key: 'k',
  title: '',
  place: '',
  isInEuros: true,
  currency: 'EUR',
  metric: '',
  evaluations: [ranked('a', 5000), ranked('b', 4000)],
  bestId: 'a',
  pairs: pair ? [{ evaluationId: 'b', cases: 1200, ...pair }] : [],
  variant: null,
  note: null,
});
const plain = (text: string | null) => text?.replaceAll(/[\u00a0\u202f]/g, ' ');

test('DS2 a ranking says what the same cases tell, and not what bounds that overlap leave open', () => {
  const sure = groupOf({ difference: 1000, low: 400, high: 1600 });
  expect(plain(sayBest(sure, 'en'))).toBe(
    'run a is worth most: €5,000 a month. On the same 1,200 cases it brings €1,000 a month more than run b, between €400 and €1,600.',
  );
  expect(plain(sayPairOf(sure, 'b', 'en'))).toBe(
    'On the same 1,200 cases it brings €1,000 a month less than run a, between €400 and €1,600.',
  );
  expect(plain(sayPairOf(sure, 'b', 'nl'))).toBe(
    'Op dezelfde 1.200 gevallen brengt het € 1.000 per maand minder op dan run a, tussen € 400 en € 1.600.',
  );
});

test('DS2 too few cases are told by the difference of each case, and two that decide alike as such', () => {
  const unsure = groupOf({ difference: 1000, low: -200, high: 2200 });
  expect(sayPairOf(unsure, 'a', 'en')).toMatch(/: these cases are too few to tell them apart\.$/);
  expect(sayPairOf(unsure, 'b', 'nl')).toMatch(/: dit zijn te weinig gevallen om ze te onderscheiden\.$/);
  const alike = groupOf({ difference: 0, low: 0, high: 0 });
  expect(sayPairOf(alike, 'a', 'en')).toBe('On the same 1,200 cases it brings exactly as much as run b, case by case.');
  const unpaired = groupOf(null);
  expect([sayPairOf(unpaired, 'a', 'en'), sayPairOf(unpaired, 'b', 'en')]).toEqual([null, null]);
  expect(sayBest(unpaired, 'en')).toMatch(/the bounds of run b overlap with it/);
});
