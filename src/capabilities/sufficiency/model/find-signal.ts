import { chanceByShuffling } from '../../statistics/index.ts';
import type { CurvePoint, MeasuredSignal } from '../checks/measured.ts';
import { seededRandom, shuffle } from './chance.ts';
import { type CellTable, chanceOf, fitLogistic, scoreOf } from './logistic.ts';
import { aucOfRanks, errorOfAuc, ranksOf } from './rank-scores.ts';
import { type Amounts, bestThreshold, worthOf } from './worth.ts';

export interface SignalAsked extends CellTable {
  /** places of the rows that are learnt from, in an order that has nothing to do with them */
  learning: readonly number[];
  test: readonly number[];
  amounts: Amounts | null;
}

export interface SignalFound {
  signal: MeasuredSignal | null;
  curve: CurvePoint[];
}

const shuffles = 499;
const resamples = 200;
/** Fewer of either class on either side, and nothing can be said. */
const leastOfEach = 10;
const shares = [0.1, 0.18, 0.32, 0.56, 1];
const seed = 20_241;

/** What a small model makes of the rows: fitted on one side of the split, judged on the other. */
export function findSignal(asked: SignalAsked): SignalFound {
  const { learning, test, hits } = asked;
  const countHits = (rows: readonly number[]) => rows.reduce((sum, row) => sum + (hits[row] ?? 0), 0);
  const isEnough = [learning, test].every((rows) => {
    const positives = countHits(rows);
    return Math.min(positives, rows.length - positives) >= leastOfEach;
  });
  if (!isEnough || asked.sizes.length === 0) return { signal: null, curve: [] };
  const model = fitLogistic(asked, learning);
  const score = (row: number) => scoreOf(model, asked, row);
  const ranks = ranksOf(test.map(score));
  const isHit = (index: number) => hits[test[index] ?? 0] === 1;
  const auc = aucOfRanks(ranks, isHit) ?? 0.5;
  const positives = countHits(test);
  const error = errorOfAuc(auc, { hits: positives, others: test.length - positives });
  const rule = bestRule(asked);
  const signal: MeasuredSignal = {
    auc,
    aucLow: Math.max(0, auc - 1.96 * error),
    chance: chanceOfAuc({ auc, ranks, positives }),
    shuffles,
    testRows: test.length,
    testPositives: positives,
    worth: asked.amounts && compareWorth(asked, { amounts: asked.amounts, score, rule: rule.score }),
    ruleAuc: rule.auc,
    doubted: shareDoubted(test.map((row) => ({ chance: chanceOf(score(row)), isHit: hits[row] === 1 }))),
  };
  return { signal, curve: learningCurveOf(asked) };
}

/**
 * Share of the labels of which the other class is as sure as that class usually is of its own, and this one is not.
 * Source: confident learning, Northcutt et al. (2021).
 */
export function shareDoubted(all: readonly { chance: number; isHit: boolean }[]): number {
  const meanOf = (chances: readonly number[]) => chances.reduce((sum, each) => sum + each, 0) / chances.length;
  const sureOfHit = meanOf(all.filter(({ isHit }) => isHit).map(({ chance }) => chance));
  const sureOfOther = meanOf(all.filter(({ isHit }) => !isHit).map(({ chance }) => 1 - chance));
  const doubted = all.filter(({ chance, isHit }) => {
    const [isSureHit, isSureOther] = [chance >= sureOfHit, 1 - chance >= sureOfOther];
    return isHit ? isSureOther && !isSureHit : isSureHit && !isSureOther;
  });
  return doubted.length / all.length;
}

/** With labels that are dealt out anew the scores know nothing: how often they then do as well. */
function chanceOfAuc({ auc, ranks, positives }: { auc: number; ranks: number[]; positives: number }): number {
  const random = seededRandom(seed);
  const dealt = Array.from({ length: shuffles }, () => {
    const mixed = shuffle([...ranks], random);
    return aucOfRanks(mixed, (index) => index < positives) ?? 0.5;
  });
  return chanceByShuffling(auc, dealt);
}

interface Rule {
  auc: number;
  score: (row: number) => number;
}

/** The best single feature, chosen and read by what is learnt from: what somebody could do by heart. */
function bestRule(asked: SignalAsked): Rule {
  const { sizes, cells, hits, learning, test } = asked;
  const width = sizes.length;
  const base = learning.reduce((sum, row) => sum + (hits[row] ?? 0), 0) / learning.length;
  const rules = sizes.map((size, feature) => {
    const counts = Array.from({ length: size }, () => ({ rows: 0, hits: 0 }));
    for (const row of learning) {
      const cell = counts[cells[row * width + feature] ?? 0];
      if (!cell) continue;
      cell.rows += 1;
      cell.hits += hits[row] ?? 0;
    }
    // Ten cases of the whole are added to each cell: one of a few rows says little.
    const rates = counts.map((cell) => (cell.hits + 10 * base) / (cell.rows + 10));
    const score = (row: number) => rates[cells[row * width + feature] ?? 0] ?? base;
    const aucOn = (rows: readonly number[]) =>
      aucOfRanks(ranksOf(rows.map(score)), (index) => hits[rows[index] ?? 0] === 1) ?? 0.5;
    return { learnt: aucOn(learning), score, aucOn };
  });
  const best = rules.reduce((most, each) => (each.learnt > most.learnt ? each : most));
  return { auc: best.aucOn(test), score: best.score };
}

type Compared = { amounts: Amounts; score: (row: number) => number; rule: (row: number) => number };

/** In money a case: the thresholds are chosen on what is learnt from, and paid for on the test. */
function compareWorth(asked: SignalAsked, { amounts, score, rule }: Compared): MeasuredSignal['worth'] {
  const { learning, test, hits } = asked;
  const isHit = (row: number) => hits[row] === 1;
  const worthBy = (scored: (row: number) => number) => {
    const threshold = bestThreshold(
      learning.map((row) => ({ score: scored(row), isHit: isHit(row) })),
      amounts,
    );
    return (row: number) => worthOf(amounts, { isHit: isHit(row), acts: scored(row) >= threshold });
  };
  const ways = {
    nothing: (row: number) => worthOf(amounts, { isHit: isHit(row), acts: false }),
    all: (row: number) => worthOf(amounts, { isHit: isHit(row), acts: true }),
    rule: worthBy(rule),
  };
  const model = worthBy(score);
  const mean = (of: (row: number) => number, rows: readonly number[]) =>
    rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
  const means = (['nothing', 'all', 'rule'] as const).map((name) => ({ name, value: mean(ways[name], test) }));
  const best = means.reduce((most, each) => (each.value > most.value ? each : most));
  const gain = (row: number) => model(row) - ways[best.name](row);
  return { model: mean(model, test), best: best.name, baseline: best.value, low: lowestGain(gain, test) };
}

/** Beyond which 97.5 of 100 draws of the test lie (bootstrap). */
function lowestGain(gain: (row: number) => number, test: readonly number[]): number {
  const random = seededRandom(seed + 1);
  const gains = test.map(gain);
  const draws = Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let at = 0; at < gains.length; at += 1) sum += gains[Math.floor(random() * gains.length)] ?? 0;
    return sum / gains.length;
  }).sort((a, b) => a - b);
  return draws[Math.floor(0.025 * resamples)] ?? 0;
}

/** The same model on ever more of the rows, each part within the next. */
function learningCurveOf(asked: SignalAsked): CurvePoint[] {
  const { learning, test, hits } = asked;
  const positives = test.reduce((sum, row) => sum + (hits[row] ?? 0), 0);
  return shares.flatMap((share) => {
    const rows = learning.slice(0, Math.round(share * learning.length));
    const known = rows.reduce((sum, row) => sum + (hits[row] ?? 0), 0);
    if (Math.min(known, rows.length - known) < leastOfEach) return [];
    const model = fitLogistic(asked, rows);
    const ranks = ranksOf(test.map((row) => scoreOf(model, asked, row)));
    const auc = aucOfRanks(ranks, (index) => hits[test[index] ?? 0] === 1) ?? 0.5;
    const error = errorOfAuc(auc, { hits: positives, others: test.length - positives });
    return [{ rows: rows.length, error: 1 - auc, weight: 1 / Math.max(1e-8, error * error) }];
  });
}
