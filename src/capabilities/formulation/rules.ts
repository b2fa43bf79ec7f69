import { compareDecimals } from '../value/index.ts';
import type { KeyResult } from './okr-contract.ts';
import { type OpportunityField, opportunityFields, type OpportunityTexts } from './opportunity-contract.ts';

/** Context helps, but an opportunity can be clear without it. */
export const requiredOpportunityFields: readonly OpportunityField[] = opportunityFields.filter(
  (field) => field !== 'context',
);

export function isAnswered(text: string): boolean {
  return text.trim() !== '';
}

/** Which required questions are answered, and how far that is in per cent. */
export function judgeOpportunity(texts: OpportunityTexts): { completeness: number; missing: OpportunityField[] } {
  const missing = requiredOpportunityFields.filter((field) => !isAnswered(texts[field]));
  return {
    completeness: percent(requiredOpportunityFields.length - missing.length, requiredOpportunityFields.length),
    missing,
  };
}

/** Rounded down, so that 100 means that nothing is missing. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((100 * part) / whole);
}

type Quantities = Pick<KeyResult, 'unit' | 'baseline' | 'target' | 'by' | 'source'>;

/** A key result is quantified when later nobody has to ask whether it was reached. */
export function judgeKeyResult(given: Quantities): Pick<KeyResult, 'direction' | 'isQuantified' | 'missing'> {
  const { unit, baseline, target, by, source } = given;
  const absent = {
    unit: !isAnswered(unit),
    baseline: baseline === null,
    target: target === null,
    by: by === null,
    source: !isAnswered(source),
  };
  const missing = (['unit', 'baseline', 'target', 'by', 'source'] as const).filter((field) => absent[field]);
  return { direction: directionOf(baseline, target), isQuantified: missing.length === 0, missing };
}

function directionOf(baseline: string | null, target: string | null): 'up' | 'down' | null {
  if (baseline === null || target === null) return null;
  const order = compareDecimals(target, baseline);
  return order === 0 ? null : order > 0 ? 'up' : 'down';
}
