import { describe, expect, test } from 'vitest';
import { phoneDraft } from '../../../../test/kit/framework-draft.ts';
import type { Entry } from '../catalogue-contract.ts';
import { marksOf } from '../mark-entry.ts';
import { sayKnockOut, sayResult } from '../say-result.ts';
import type { Draft } from '../selection-contract.ts';
import { shippedCatalogue } from '../shipped/shipped-catalogue.ts';
import { weighSelection } from './weigh-selection.ts';

const today = '2026-12-01';
const entriesByKey = new Map(
  Object.entries(shippedCatalogue).map(([key, facts]): [string, Entry] => {
    const shipped = { version: 0, isOwn: false, changedBy: null, changedAt: null, newerShipped: false };
    return [key, { key, ...facts, ...shipped, marks: marksOf(facts, today) }];
  }),
);
const weigh = (changes: Partial<Draft> = {}) =>
  weighSelection({ draft: { ...phoneDraft, ...changes }, entriesByKey, today });
const fallen = (weighed: ReturnType<typeof weigh>) =>
  weighed.knockOuts.map(({ candidateId, constraint, verdict }) => `${candidateId} ${constraint} ${verdict}`);

describe('hard constraints', () => {
  test('PF9 say for each candidate why it fell; the entry that trains need not run on the phone', () => {
    expect(fallen(weigh())).toEqual([
      'buy runs_on fails',
      'buy offline fails',
      'buy latency fails',
      'old latency unknown',
      'old retired fails',
    ]);
    const [first] = weigh().knockOuts;
    expect(first && sayKnockOut(first, phoneDraft, 'en')).toBe(
      'Vision service falls: Google Cloud Vision does not run on the phone.',
    );
    expect(first && sayKnockOut(first, phoneDraft, 'nl')).toContain('valt af');
  });

  test('PF9 what people found out stands above the catalogue, with its reason; unknown is no failure', () => {
    const answers: Draft['answers'] = [
      { candidateId: 'lite', constraint: 'offline', answer: 'fails', reason: 'It fetches its model' },
      { candidateId: 'old', constraint: 'retired', answer: 'passes', reason: 'We keep it alive ourselves.' },
      { candidateId: 'own', constraint: 'latency', answer: 'unknown', reason: 'Nobody tried' },
    ];
    const weighed = weigh({ answers });
    expect(fallen(weighed)).toEqual([
      'lite offline fails',
      'buy runs_on fails',
      'buy offline fails',
      'buy latency fails',
      'old latency unknown',
    ]);
    expect(sayKnockOut(weighed.knockOuts[0] ?? failure(), phoneDraft, 'en')).toBe(
      'LiteRT network falls at “works without a connection”: It fetches its model.',
    );
  });

  test.each<[string, Partial<Draft['constraints']>, string[]]>([
    ['data that may not leave our servers', { dataStays: 'own_servers' }, ['buy']],
    ['data that may not leave the device', { dataStays: 'device' }, ['buy']],
    ['open licences only', { licences: ['open_permissive', 'open_copyleft'] }, ['buy']],
    ['somebody else must run it', { managed: 'yes' }, ['own', 'lite', 'old']],
    ['nobody else may run it', { managed: 'no' }, ['buy']],
    ['it must train', { training: true }, ['lite', 'old']],
  ])('PF9 %s', (_what, constraints, expected) => {
    const none = { runsOn: null, offline: false, maxLatency_ms: null };
    const weighed = weigh({ constraints: { ...phoneDraft.constraints, ...none, ...constraints } });
    const out = weighed.knockOuts.filter(({ verdict, constraint }) => verdict === 'fails' && constraint !== 'retired');
    expect([...new Set(out.map(({ candidateId }) => candidateId))]).toEqual(expected);
  });

  test('PF9 support that must last is a constraint, and what was not announced is unknown', () => {
    const candidates: Draft['candidates'] = [
      { id: 'fb', name: 'Firebase', route: 'own', entryKeys: ['firebase-ml'], approachId: null, note: '' },
      { id: 'rule', name: 'A rule', route: 'own', entryKeys: [], approachId: null, note: '' },
      { id: 'lite', name: 'LiteRT', route: 'own', entryKeys: ['litert'], approachId: null, note: '' },
    ];
    const constraints = { ...phoneDraft.constraints, runsOn: null, offline: false, maxLatency_ms: null };
    const weighed = weigh({ candidates, values: [], constraints: { ...constraints, supportedUntil: '2028-01-01' } });
    expect(fallen(weighed)).toEqual([
      'fb supported_until fails',
      'rule supported_until unknown',
      'lite supported_until unknown',
    ]);
    const own = [{ id: 'union', text: 'The works council agrees' }];
    const asked = weigh({ candidates: candidates.slice(1, 2), values: [], constraints: { ...constraints, own } });
    expect(fallen(asked)).toEqual(['rule union unknown']);
  });
});

describe('what a selection comes to', () => {
  test('PF9 scores on fixed anchors, with the same one first by every method, and how far weights may move', () => {
    const { scores, winner, isSettled, sensitivity, weights, leftOut } = weigh();
    expect(weights.map(({ weight }) => weight)).toEqual([0.5, 0.3, 0.2]);
    // own: .5*90 + .3*60 + .2*80 = 79; lite: .5*70 + .3*80 + .2*40 = 67
    expect(scores.map(({ candidateId, score, isOut }) => [candidateId, score, isOut])).toEqual([
      ['own', 79, false],
      ['lite', 67, false],
      ['buy', null, true],
      ['old', null, true],
    ]);
    expect([winner, isSettled, leftOut]).toEqual(['own', true, []]);
    // accuracy at w: own 60w + (1-w)(.5*90+.2*80)/.7, lite 80w + (1-w)(.5*70+.2*40)/.7: equal at w = 25.714/45.714
    expect(sensitivity[1]).toMatchObject({ criterion: 'accuracy', weight: 0.3, from: 0 });
    expect(sensitivity[1]?.to).toBeCloseTo(18 / 7 / (18 / 7 + 2), 9);
    expect(scores[0]?.ranks).toEqual({ score: 1, minMax: 1, topsis: 1 });
    const said = sayResult(weigh(), phoneDraft, 'en');
    expect(said[0]).toBe('Own trees is first with 79 of 100.');
    expect(said).toContain('Nothing that is still unknown could put another one first.');
    expect(said).toContain('Over three years “Bought as it is” is the cheapest: EUR 122,300.');
    expect(said.at(-1)).toContain('From 8,285,715 predictions in three years on, “Built by ourselves” is cheaper');
    expect(sayResult(weigh(), phoneDraft, 'nl')[0]).toBe('Own trees is eerste met 79 van de 100.');
  });

  test('PF9 what is unknown is an interval: the choice is not settled, and the sentence says by whom', () => {
    const values = phoneDraft.values.filter(
      ({ candidateId, criterion }) => !(candidateId === 'lite' && criterion === 'latency'),
    );
    const answers: Draft['answers'] = [{ candidateId: 'lite', constraint: 'latency', answer: 'passes', reason: 'x' }];
    const weighed = weigh({ values, answers });
    expect(weighed.scores[1]).toMatchObject({ score: (24 + 8) / 0.5, low: 32, high: 82, known: 0.5 });
    expect([weighed.winner, weighed.isSettled, weighed.leftOut]).toEqual(['own', false, ['latency']]);
    expect(sayResult(weighed, phoneDraft, 'en')[1]).toContain('could put LiteRT network first');
  });

  test('PF9 weights by comparing two by two say when they contradict each other or are not complete', () => {
    const pairs: Draft['weighing']['pairs'] = [
      { more: 'latency', less: 'accuracy', times: 3 },
      { more: 'latency', less: 'effort', times: 5 },
      { more: 'accuracy', less: 'effort', times: 2 },
    ];
    const by = (given: typeof pairs) => weigh({ weighing: { method: 'pairs', points: [], pairs: given } });
    expect(by(pairs).consistency).toMatchObject({ isConsistent: true, isComplete: true });
    expect(by(pairs).weights.map(({ weight }) => Number(weight.toFixed(4)))).toEqual([0.6483, 0.2297, 0.122]);
    expect(by(pairs.slice(1)).consistency).toMatchObject({ isComplete: false });
    expect(by(pairs.slice(1)).weights.map(({ weight }) => weight)).toEqual([1 / 3, 1 / 3, 1 / 3]);
    const turned = [...pairs.slice(0, 2), { more: 'effort' as const, less: 'accuracy' as const, times: 9 }];
    expect(by(turned).consistency?.isConsistent).toBe(false);
    expect(sayResult(by(turned), phoneDraft, 'en')[0]).toContain('contradict');
  });

  test('PF9 the order of candidates and criteria changes no score, and another candidate moves none', () => {
    const plain = weigh();
    const turned = weigh({
      candidates: phoneDraft.candidates.toReversed(),
      criteria: phoneDraft.criteria.toReversed(),
    });
    const byId = ({ scores }: typeof plain) => new Map(scores.map(({ candidateId, score }) => [candidateId, score]));
    for (const [id, score] of byId(plain)) {
      if (score === null) expect(byId(turned).get(id)).toBeNull();
      else expect(byId(turned).get(id)).toBeCloseTo(score, 9);
    }
    const fewer = weigh({ candidates: phoneDraft.candidates.slice(0, 1) });
    expect(fewer.scores[0]?.score).toBe(79);
  });

  test('PF9 a draft that is just begun says what comes next, and nothing fails', () => {
    const say = (changes: Partial<Draft>) => sayResult(weigh(changes), { ...phoneDraft, ...changes }, 'en')[0];
    expect(say({ candidates: [] })).toContain('at least two candidates');
    expect(say({ criteria: [] })).toContain('Choose what the candidates are compared on');
    expect(say({ candidates: phoneDraft.candidates.slice(2) })).toContain('Every candidate fell');
    const passes = { candidateId: 'own', constraint: 'latency', answer: 'passes' as const, reason: '' };
    expect(say({ values: [], answers: [passes] })).toContain('Nothing is known yet');
  });
});

function failure(): never {
  throw new Error('nothing fell');
}
