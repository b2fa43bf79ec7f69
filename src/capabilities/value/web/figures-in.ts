import type { EstimateKind } from '../../../web/kit/form/estimate-text.ts';
import { listOf } from './draft-context.ts';
import { type Draft, valueAt } from './draft-path.ts';

/** One figure of a value model with a likely value: where it stands and what kind of figure it is. */
export interface FigurePlace {
  path: string;
  kind: EstimateKind | 'amount';
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
  'targetSigma',
  'segments',
  'today',
  'expected',
  'capacity',
  'runCostPerYear',
  'buildCost',
  'adoption',
  'timing',
  'pilot',
];

/** Every figure that stands in a model, tables of many amounts and the scenarios left out. */
export function figuresIn(draft: Draft): FigurePlace[] {
  return order.flatMap((key) => walk(valueAt(draft, key), key));
}

function walk(inner: unknown, path: string): FigurePlace[] {
  if (Array.isArray(inner)) {
    // A table of amounts, truth by decision, is its own form.
    if (inner.some(Array.isArray)) return [];
    return listOf(inner).flatMap((part, index) => walk(part, `${path}.${index}`));
  }
  if (typeof inner !== 'object' || inner === null) return [];
  const key = path.split('.').at(-1) ?? '';
  if (amounts.has(key)) return [{ path, kind: 'amount' }];
  const kind = path.includes('.classShares.') ? 'share' : kinds[key];
  if ('likely' in inner) return kind ? [{ path, kind }] : [];
  return Object.entries(inner).flatMap(([name, part]) => walk(part, `${path}.${name}`));
}
