import type { ValueModel } from '../contract.ts';
import { type Draft, valueAt, withValueAt } from './draft-path.ts';

/** A figure that can be moved, with where it stands, its bounds and the step of one press of an arrow. */
export interface Slider {
  path: string;
  kind: 'share' | 'number' | 'money';
  saved: number;
  low: number;
  high: number;
  step: number;
}

/** The figures somebody would first ask "what if" of. */
const asked = {
  binary: [
    'expected.recall',
    'expected.falsePositiveRate',
    'volumePerYear',
    'baseRate',
    'adoption',
    'values.tp',
    'values.fn',
    'values.fp',
    'values.tn',
    'capacity.cases',
    'capacity.precision',
    'runCostPerYear',
    'buildCost',
  ],
  multiclass: ['expected.accuracy', 'volumePerYear', 'adoption', 'runCostPerYear', 'buildCost'],
  regression: [
    'expected.sigma',
    'volumePerYear',
    'adoption',
    'overCostPerUnit',
    'underCostPerUnit',
    'tolerance',
    'runCostPerYear',
    'buildCost',
  ],
} as const;

/** What a model is held to be where the team expects nothing yet: never wrong. */
const perfect: Readonly<Record<string, number>> = {
  'expected.recall': 1,
  'expected.falsePositiveRate': 0,
  'expected.accuracy': 1,
  'expected.sigma': 0,
};

const small = new Set(['expected.falsePositiveRate', 'baseRate']);

/** The sliders of a model, in the order of the page. A figure that plays no part has none. */
export function slidersOf(model: ValueModel): Slider[] {
  const draft: Draft = model;
  return asked[model.task].flatMap((path): Slider[] => {
    if (isWithoutPart(path, model)) return [];
    const place = valueAt(draft, `${path}.kind`) === 'constant' ? `${path}.value` : path;
    const given = valueAt(draft, `${place}.likely`) ?? (model.expected ? undefined : perfect[path]);
    const saved = typeof given === 'string' || typeof given === 'number' ? Number(given) : NaN;
    if (!Number.isFinite(saved)) return [];
    const bounds = boundsOf(path, { saved, high: Number(valueAt(draft, `${place}.high`) ?? saved), model });
    // What is worth nothing has nowhere to go by itself.
    return bounds.low === bounds.high ? [] : [{ path: place, kind: kindOf(path, given), saved, ...bounds }];
  });
}

/** Where every segment has its own base rate, that of the whole plays no part; nor an accuracy beside a table of rates. */
function isWithoutPart(path: string, model: ValueModel): boolean {
  if (model.task === 'binary') return path === 'baseRate' && (model.segments ?? [{}]).every(hasOwnBaseRate);
  return path === 'expected.accuracy' && model.task === 'multiclass' && model.expected?.kind === 'confusion';
}

const hasOwnBaseRate = (segment: { baseRate?: unknown }): boolean => segment.baseRate !== undefined;

function kindOf(path: string, given: unknown): Slider['kind'] {
  if (typeof given === 'string') return 'money';
  return path.startsWith('volume') || path === 'tolerance' || path === 'capacity.cases' || path === 'expected.sigma'
    ? 'number'
    : 'share';
}

/** One, two or five times a power of ten. */
function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const lead = raw / power;
  const nice = lead >= 5 ? 5 : lead >= 2 ? 2 : 1;
  return Number((nice * power).toPrecision(1));
}

function boundsOf(path: string, { saved, high, model }: { saved: number; high: number; model: ValueModel }) {
  const isShare =
    path === 'adoption' ||
    path === 'baseRate' ||
    path === 'capacity.precision' ||
    (path.startsWith('expected.') && path !== 'expected.sigma');
  if (isShare) {
    if (!small.has(path)) return { low: 0, high: 1, step: 0.01 };
    return { low: 0, high: Math.min(1, Math.max(0.2, Math.ceil(saved * 40) / 10)), step: 0.001 };
  }
  const most = path === 'expected.sigma' && saved === 0 ? sigmaBeside(model) : 2 * Math.max(Math.abs(saved), high);
  if (most === 0) return { low: 0, high: 0, step: 1 };
  const step = roundStep(most / 200);
  const end = Math.ceil(most / step) * step;
  return saved < 0 ? { low: -end, high: 0, step } : { low: 0, high: end, step };
}

/** How far off things are today, where the model is not known yet. */
function sigmaBeside(model: ValueModel): number {
  if (model.task !== 'regression') return 0;
  const today = model.today?.kind === 'sigma' ? model.today.sigma.likely : undefined;
  return 2 * (today ?? model.targetSigma?.likely ?? 0);
}

const write = (value: number, kind: Slider['kind']): string | number =>
  kind === 'money' ? String(Number(value.toFixed(2))) : Number(value.toPrecision(12));

/** The draft with figures moved. Low and high make room where the new value lies outside them. */
export function withMoved(draft: Draft, sliders: readonly Slider[], moved: Readonly<Record<string, number>>): Draft {
  let next = draft;
  for (const { path, kind } of sliders) {
    const value = moved[path];
    if (value === undefined) continue;
    next = withExpected(next, path);
    const estimate = (valueAt(next, path) ?? {}) as Draft;
    const { low, high } = estimate;
    const widened = {
      ...(low === undefined ? {} : { low: Number(low) > value ? write(value, kind) : low }),
      ...(high === undefined ? {} : { high: Number(high) < value ? write(value, kind) : high }),
    };
    next = withValueAt(next, path, { ...estimate, ...widened, likely: write(value, kind) });
  }
  return next;
}

/** Where nothing was expected, moving one figure makes the others those of a perfect model. */
function withExpected(draft: Draft, path: string): Draft {
  if (!path.startsWith('expected.') || draft['expected'] !== undefined) return draft;
  if (path === 'expected.accuracy') return { ...draft, expected: { kind: 'accuracy', accuracy: { likely: 1 } } };
  if (path === 'expected.sigma') return { ...draft, expected: { sigma: { likely: 0 } } };
  return { ...draft, expected: { recall: { likely: 1 }, falsePositiveRate: { likely: 0 } } };
}
