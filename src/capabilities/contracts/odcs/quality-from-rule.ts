import type { Rule, RuleOf } from '../rule-contract.ts';
import type { CustomProperty } from './odcs-basics.ts';
import type { OdcsQuality } from './odcs-document.ts';

/** Where a check stands: at a column, or at the table. */
export interface PlacedQuality {
  column: string | null;
  quality: OdcsQuality;
}

/** The name under which other tools may leave our own rules alone. */
export const engine = 'peil';

/** A rule as a check of the standard: by its own metrics where it has one for it, and else as a rule of ours. */
export function qualityFromRule(rule: Rule): PlacedQuality {
  const standard = standardQuality(rule);
  if (standard)
    return { column: standard.column, quality: { ...sharedKeys(rule), ...standard.quality, ...extras(rule) } };
  const {
    id: _id,
    severity: _severity,
    description: _description,
    businessImpact: _impact,
    dimension: _dimension,
    ...own
  } = rule;
  const column = 'column' in rule ? rule.column : null;
  const implementation = JSON.parse(JSON.stringify(own)) as Record<string, never>;
  return { column, quality: { ...sharedKeys(rule), type: 'custom', engine, implementation, ...identity(rule) } };
}

function sharedKeys(rule: Rule): OdcsQuality {
  return {
    ...(isStableId(rule.id) ? { id: rule.id } : {}),
    ...(rule.description === '' ? {} : { description: rule.description }),
    ...(rule.businessImpact === '' ? {} : { businessImpact: rule.businessImpact }),
    ...(rule.dimension === undefined ? {} : { dimension: rule.dimension }),
    severity: rule.severity === 'fail' ? 'error' : 'warning',
  };
}

const isStableId = (id: string): boolean => /^[A-Za-z0-9_-]+$/.test(id);

function identity(rule: Rule): OdcsQuality {
  return isStableId(rule.id) ? {} : { customProperties: [{ property: 'peilId', value: rule.id }] };
}

/** What the standard has no key for. */
function extras(rule: Rule): OdcsQuality {
  const { where, impact_eur, by, mostly, mostFailing, warnMostly, warnMin, warnMax } = rule as Rule & Extras;
  const own = {
    peilWhere: where.length === 0 ? undefined : (JSON.parse(JSON.stringify(where)) as CustomProperty['value']),
    peilImpactEur: impact_eur,
    peilBy: by,
    peilWarnMostly: warnMostly,
    // A percentage is rounded by some tools, and by arithmetic: the share stands beside it as it is.
    peilMostly: mostly === 1 ? undefined : mostly,
    peilMostFailing: mostFailing === 0 ? 0 : undefined,
    peilWarnMin: warnMin,
    peilWarnMax: warnMax,
  };
  const written = Object.entries(own).flatMap(([property, value]) =>
    value === undefined ? [] : [{ property, value }],
  );
  const customProperties = [...(identity(rule).customProperties ?? []), ...written];
  return customProperties.length === 0 ? {} : { customProperties };
}

interface Extras {
  by?: string;
  mostly?: number;
  mostFailing?: number;
  warnMostly?: number;
  warnMin?: number;
  warnMax?: number;
}

function standardQuality(rule: Rule): PlacedQuality | null {
  if (rule.kind === 'row_count') return rowCount(rule);
  const check = checkOf(rule);
  if (!check) return null;
  const column = 'column' in rule ? rule.column : null;
  return { column, quality: { ...check, ...failing(rule as { mostly: number; mostFailing?: number }) } };
}

/** The metric that counts what the rule counts. */
function checkOf(rule: Rule): OdcsQuality | null {
  if (rule.kind === 'not_null')
    return rule.alsoMissing
      ? { metric: 'missingValues', arguments: { missingValues: [null, ...rule.alsoMissing] } }
      : { metric: 'nullValues' };
  if (rule.kind === 'unique') return { metric: 'duplicateValues' };
  if (rule.kind === 'compound_unique')
    return { metric: 'duplicateValues', arguments: { properties: [...rule.columns] } };
  if (rule.kind === 'accepted_values') return { metric: 'invalidValues', arguments: { validValues: [...rule.values] } };
  return rule.kind === 'pattern' ? { metric: 'invalidValues', arguments: { pattern: rule.pattern } } : null;
}

/** How many rows may break it, or which part of them. */
function failing(rule: { mostly: number; mostFailing?: number }): OdcsQuality {
  if (rule.mostFailing !== undefined)
    return rule.mostFailing === 0
      ? { mustBe: 0, unit: 'rows' }
      : { mustBeLessOrEqualTo: rule.mostFailing, unit: 'rows' };
  if (rule.mostly === 1) return { mustBe: 0 };
  return { mustBeLessOrEqualTo: percentOf(1 - rule.mostly), unit: 'percent' };
}

const percentOf = (share: number): number => Number((share * 100).toPrecision(12));

/** The standard's "between" leaves its two numbers out. */
function rowCount(rule: RuleOf<'row_count'>): PlacedQuality | null {
  const { min, max } = rule;
  const isWhole = [min, max].every((bound) => bound === undefined || Number.isSafeInteger(bound));
  if (!isWhole) return null;
  const metric = 'rowCount' as const;
  if (min !== undefined && min === max) return { column: null, quality: { metric, mustBe: min } };
  if (min !== undefined && max !== undefined)
    return { column: null, quality: { metric, mustBeBetween: [min - 1, max + 1] } };
  if (min !== undefined) return { column: null, quality: { metric, mustBeGreaterOrEqualTo: min } };
  return { column: null, quality: { metric, mustBeLessOrEqualTo: max ?? 0 } };
}
