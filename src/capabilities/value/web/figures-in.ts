import type { EstimateKind } from '../../../web/kit/form/estimate-text.ts';
import { listOf } from './draft-context.ts';
import { type Draft, valueAt } from './draft-path.ts';

/**
 * One figure of a value model: where it stands and what kind of figure it is. `plain` is a number without a range, `rates` the
 * row of one kind of case in a table of decisions, `counts` the same of counted cases (the number at the end of its path is that
 * of the kind of case), `step` a penalty beyond a size of error.
 */
export interface FigurePlace {
  path: string;
  kind: EstimateKind | 'amount' | 'plain' | 'rates' | 'counts' | 'step';
}

const kinds: Readonly<Record<string, EstimateKind>> = {
  volumePerYear: 'number',
  baseRate: 'share',
  adoption: 'share',
  runCostPerYear: 'money',
  buildCost: 'money',
  costPerYear: 'money',
  recall: 'share',
  falsePositiveRate: 'share',
  precision: 'share',
  accuracy: 'share',
  share: 'share',
  discountRate: 'share',
  sigma: 'number',
  bias: 'number',
  targetSigma: 'number',
  tolerance: 'number',
  monthsToOutcome: 'number',
  cases: 'number',
  cost: 'money',
};

const plain = new Set(['depreciationYears', 'horizonYears', 'months', 'cases']);
const amounts = new Set(['tp', 'fn', 'fp', 'tn', 'overCostPerUnit', 'underCostPerUnit']);
/** In the order in which people ask: how often, what it is worth, how it goes, what it costs. */
const order = [
  'volumePerYear',
  'baseRate',
  'classes',
  'values',
  'overCostPerUnit',
  'underCostPerUnit',
  'tolerance',
  'steps',
  'targetSigma',
  'segments',
  'today',
  'expected',
  'capacity',
  'runCostPerYear',
  'buildCost',
  'depreciationYears',
  'adoption',
  'timing',
  'pilot',
];

/** Every figure that stands in a model, the scenarios left out. */
export function figuresIn(draft: Draft): FigurePlace[] {
  return order.flatMap((key) => walk(valueAt(draft, key), key)).flatMap((place) => ofCounts(draft, place));
}

function walk(inner: unknown, path: string): FigurePlace[] {
  if (Array.isArray(inner)) return walkList(listOf(inner), path);
  const key = path.split('.').at(-1) ?? '';
  if (typeof inner === 'number') return plain.has(key) ? [{ path, kind: 'plain' }] : [];
  if (typeof inner !== 'object' || inner === null) return [];
  const kind = kindOf(inner, { path, key });
  if (kind) return [{ path, kind }];
  return 'likely' in inner ? [] : Object.entries(inner).flatMap(([name, part]) => walk(part, `${path}.${name}`));
}

/** Of what is one figure by itself. */
function kindOf(inner: object, { path, key }: { path: string; key: string }): FigurePlace['kind'] | undefined {
  if (amounts.has(key) || /^values\.\d+\.\d+$/.test(path)) return 'amount';
  if (/^steps\.\d+$/.test(path)) return 'step';
  if (!('likely' in inner)) return undefined;
  return path.includes('.classShares.') ? 'share' : kinds[key];
}

function walkList(list: readonly unknown[], path: string): FigurePlace[] {
  if (path.endsWith('.rows')) return [{ path, kind: 'counts' }];
  if (path.endsWith('.rates')) return list.map((_, index) => ({ path: `${path}.${index}`, kind: 'rates' }));
  return list.flatMap((part, index) => walk(part, `${path}.${index}`));
}

/** What was counted stands by kind of case, in whatever order its rows were written. */
function ofCounts(draft: Draft, place: FigurePlace): FigurePlace[] {
  if (place.kind !== 'counts') return [place];
  const truths = draft['task'] === 'multiclass' ? listOf(draft['classes']).length : 2;
  return Array.from({ length: truths }, (_, index) => ({ ...place, path: `${place.path}.${index}` }));
}

/** Where the source of a figure stands that has no place for one within itself. */
export function sourcePathOf({ path, kind }: FigurePlace): string | null {
  if (kind === 'rates' || kind === 'counts') return path.replace(/\.(rates|rows)\.\d+$/, '.source');
  if (kind !== 'plain') return null;
  return path.endsWith('depreciationYears') ? path.replace(/Years$/, 'Source') : path.replace(/\.[^.]+$/, '.source');
}

/** Every place in the model that is written where this figure is changed. */
export function placesWritten(figure: FigurePlace): string[] {
  const own = figure.kind === 'counts' ? figure.path.replace(/\.\d+$/, '') : figure.path;
  const source = sourcePathOf(figure);
  return source === null ? [own] : [own, source];
}
