import type { Entry } from '../catalogue-contract.ts';
import { costYears, type CostsResult, type RouteName, routes } from '../costs-contract.ts';
import type { CriterionKey } from '../criteria.ts';
import type { Candidate, Draft, Result, Score } from '../selection-contract.ts';
import { compareDecimals } from '../../value/index.ts';
import { crossoverVolume, type RouteCosts, totalOf, type Usage } from './compare-routes.ts';
import { findKnockOuts, type KnockOut } from './knock-outs.ts';
import { rankScores } from './rank-scores.ts';
import { secondOpinions } from './second-opinions.ts';
import { valueAt } from './value-at.ts';
import { weightedSum } from './weighted-sum.ts';
import { weightInterval } from './weight-interval.ts';
import { weightsOf } from './weights-of.ts';

/** What a selection comes to, without its sentences. */
export type Weighed = Omit<Result, 'sentences' | 'knockOuts'> & { knockOuts: KnockOut[] };

interface Given {
  draft: Draft;
  entriesByKey: ReadonlyMap<string, Entry>;
  today: string;
}

/** Knock-outs, weights, scores by three methods, how far weights may move, and costs. The same draft gives the same. */
export function weighSelection({ draft, entriesByKey, today }: Given): Weighed {
  const knockOuts = findKnockOuts(draft, entriesByKey);
  const { weights, consistency } = weightsOf(draft);
  const fell = new Set(knockOuts.filter(({ verdict }) => verdict === 'fails').map(({ candidateId }) => candidateId));
  const parts = draft.candidates.map((candidate) => partsOf(candidate, { draft, entriesByKey, today }));
  const isIn = draft.candidates.map(({ id }) => !fell.has(id));
  const { scores, leftOut } = scoreAll(draft, { weights, parts, isIn });
  const winner = winnerOf(scores);
  return {
    knockOuts,
    weights: draft.criteria.map(({ key }, index) => ({ criterion: key, weight: weights[index] ?? 0 })),
    consistency,
    scores,
    winner: winner?.candidateId ?? null,
    isSettled: winner !== null && isSettled(winner, scores, knockOuts),
    leftOut,
    sensitivity: winner === null ? [] : sensitivityOf(scores, { weights, winner: winner.candidateId }),
    costs: costsOf(draft.costs),
  };
}

function partsOf({ id, entryKeys }: Candidate, { draft, entriesByKey, today }: Given): Score['parts'] {
  const entries = entryKeys.flatMap((key) => entriesByKey.get(key) ?? []);
  return draft.criteria.map(({ key, anchors }) => {
    const given = draft.values.find((each) => each.candidateId === id && each.criterion === key)?.value ?? null;
    const measured = given ?? fromCatalogue(key, entries, today);
    const origin = given !== null ? 'given' : measured !== null ? 'catalogue' : 'unknown';
    return { criterion: key, measured, value: measured === null ? null : valueAt(anchors, measured), origin };
  });
}

/** What the catalogue knows of a criterion in general; the end of support by the entry that ends first. */
function fromCatalogue(key: CriterionKey, entries: readonly Entry[], today: string): number | null {
  if (key === 'endOfSupport') {
    const ends = entries.flatMap(({ endOfSupport }) => endOfSupport ?? []).sort();
    return ends[0] === undefined ? null : Math.max(0, monthsBetween(today, ends[0]));
  }
  return entries.map(({ values }) => values[key]).find((value) => value !== undefined) ?? null;
}

function monthsBetween(from: string, to: string): number {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return Math.round((days / 365.2425) * 12 * 10) / 10;
}

interface Scoring {
  weights: readonly number[];
  parts: readonly Score['parts'][];
  isIn: readonly boolean[];
}

function scoreAll({ candidates, criteria }: Draft, { weights, parts, isIn }: Scoring) {
  const { minMax, topsis, leftOut } = secondOpinions(criteria, { weights, parts, isIn });
  const sums = candidates.map((_, at) => weightedSum(weights, parts[at]?.map(({ value }) => value) ?? []));
  const score = sums.map((sum, at) => (isIn[at] ? sum.score : null));
  const ranks = { score: rankScores(score), minMax: rankScores(minMax), topsis: rankScores(topsis) };
  const at = (values: readonly (number | null)[], index: number) => values[index] ?? null;
  const scores = candidates.map(({ id }, index): Score => ({
    candidateId: id,
    isOut: !isIn[index],
    ...(sums[index] ?? nothingKnown),
    score: at(score, index),
    minMax: at(minMax, index),
    topsis: at(topsis, index),
    ranks: {
      score: at(ranks.score, index),
      minMax: at(ranks.minMax, index),
      topsis: at(ranks.topsis, index),
    },
    parts: parts[index] ?? [],
  }));
  return { scores, leftOut };
}

const nothingKnown = weightedSum([1], [null]);

/** Who is first alone; two that are equal leave the choice to people. */
function winnerOf(scores: readonly Score[]): Score | null {
  const first = scores.filter(({ ranks }) => ranks.score === 1);
  return first.length === 1 ? (first[0] ?? null) : null;
}

/** Nothing unknown could change it: its worst is above every other's best, and its constraints are all known. */
function isSettled({ candidateId, low }: Score, scores: readonly Score[], knockOuts: readonly KnockOut[]): boolean {
  if (knockOuts.some((each) => each.candidateId === candidateId)) return false;
  return scores.every((other) => other.isOut || other.candidateId === candidateId || other.high <= low);
}

function sensitivityOf(
  scores: readonly Score[],
  { weights, winner }: { weights: readonly number[]; winner: string },
): Result['sensitivity'] {
  const scored = scores.filter(({ score }) => score !== null);
  const values = scored.map(({ parts }) => parts.map(({ value }) => value));
  const at = scored.findIndex(({ candidateId }) => candidateId === winner);
  return (scored[at]?.parts ?? []).flatMap(({ criterion }, index) => {
    const interval = weightInterval({ weights, values, winner: at, criterion: index });
    return interval ? [{ criterion, weight: weights[index] ?? 0, ...interval }] : [];
  });
}

function costsOf({ currency, callsPerYear, growth, routes: given }: Draft['costs']): CostsResult {
  const priced = routes.flatMap((route) => (given[route] ? [{ route, costs: given[route] }] : []));
  if (callsPerYear === null || priced.length === 0) return { routes: [], cheapest: null, crossovers: [] };
  const usage: Usage = { callsPerYear, growth, years: costYears };
  const totals = priced.map(({ route, costs }) => ({ route, ...totalOf(costs, usage, currency) }));
  const [first] = totals.toSorted((a, b) => compareDecimals(a.total, b.total));
  const crossovers = priced.flatMap(({ route, costs }) => crossoversOf({ route, costs }, priced, { usage, currency }));
  return { routes: totals, cheapest: first && priced.length > 1 ? first.route : null, crossovers };
}

interface Priced {
  route: RouteName;
  costs: RouteCosts;
}

function crossoversOf(
  { route, costs }: Priced,
  others: readonly Priced[],
  { usage, currency }: { usage: Usage; currency: string },
): CostsResult['crossovers'] {
  return others.flatMap((other) => {
    const calls = crossoverVolume({ own: costs, other: other.costs }, usage, currency);
    return calls === null ? [] : [{ route, other: other.route, calls }];
  });
}
