import { type Rule, ruleSchema } from '../rule-contract.ts';
import type { CustomProperty } from './odcs-basics.ts';
import type { OdcsQuality } from './odcs-document.ts';
import { engine } from './quality-from-rule.ts';

type Fields = Record<string, unknown>;

/** A check of the standard as a rule of ours; null where it is for people, for another tool, or says what no rule says. */
export function ruleFromQuality(
  quality: OdcsQuality,
  { column, id }: { column: string | null; id: string },
): Rule | null {
  const own = quality.type === 'custom' ? ownRule(quality) : libraryRule(quality, column);
  if (!own) return null;
  const read = ruleSchema.safeParse({
    id: extra(quality, 'peilId') ?? quality.id ?? id,
    ...sharedFields(quality),
    ...own,
  });
  return read.success ? read.data : null;
}

function ownRule({ engine: given, implementation }: OdcsQuality): Fields | null {
  return given === engine && typeof implementation === 'object' ? implementation : null;
}

const mild = /^(warn|warning|info|information|low|minor|notice)$/i;

function sharedFields({ description, businessImpact, dimension, severity }: OdcsQuality): Fields {
  return {
    ...(description === undefined ? {} : { description: description.slice(0, 1000) }),
    ...(businessImpact === undefined ? {} : { businessImpact: businessImpact.slice(0, 1000) }),
    ...(dimension === undefined ? {} : { dimension }),
    severity: severity !== undefined && mild.test(severity) ? 'warn' : 'fail',
  };
}

function extra({ customProperties }: OdcsQuality, name: string): CustomProperty['value'] | undefined {
  return customProperties?.find(({ property }) => property === name)?.value;
}

const extraNames = {
  where: 'peilWhere',
  impact_eur: 'peilImpactEur',
  by: 'peilBy',
  warnMostly: 'peilWarnMostly',
  mostFailing: 'peilMostFailing',
  mostly: 'peilMostly',
  warnMin: 'peilWarnMin',
  warnMax: 'peilWarnMax',
} as const;

function extrasOf(quality: OdcsQuality): Fields {
  return Object.fromEntries(
    Object.entries(extraNames).flatMap(([field, name]) => {
      const value = extra(quality, name);
      return value === undefined ? [] : [[field, value]];
    }),
  );
}

function libraryRule(quality: OdcsQuality, column: string | null): Fields | null {
  if (quality.metric === undefined) return null;
  if (quality.metric === 'rowCount') return column === null ? rowCount(quality) : null;
  const kind = kindOf(quality, column);
  const level = failingOf(quality);
  return kind && level ? { ...kind, ...level, ...extrasOf(quality) } : null;
}

function kindOf({ metric, arguments: given = {} }: OdcsQuality, column: string | null): Fields | null {
  if (column === null) {
    const isCompound = metric === 'duplicateValues' && Array.isArray(given['properties']);
    return isCompound ? { kind: 'compound_unique', columns: given['properties'] } : null;
  }
  if (metric === 'nullValues') return { kind: 'not_null', column };
  if (metric === 'duplicateValues') return { kind: 'unique', column };
  return metric === 'missingValues' ? missing(given, column) : invalid(given, column);
}

/** NULL is missing in any case. */
function missing({ missingValues }: Fields, column: string): Fields | null {
  if (!Array.isArray(missingValues)) return null;
  const values = missingValues.filter((value) => value !== null);
  return { kind: 'not_null', column, ...(values.length === 0 ? {} : { alsoMissing: values }) };
}

/** No value is never invalid with us, whether it stands among the valid ones or not. */
function invalid({ validValues, pattern }: Fields, column: string): Fields | null {
  if (Array.isArray(validValues) && pattern === undefined)
    return { kind: 'accepted_values', column, values: validValues.filter((value) => value !== null) };
  return typeof pattern === 'string' && validValues === undefined ? { kind: 'pattern', column, pattern } : null;
}

/** Only what says "at most so many" is a level of ours. */
function failingOf({ mustBe, mustBeLessOrEqualTo, mustBeLessThan, unit = 'rows' }: OdcsQuality): Fields | null {
  if (mustBe === 0) return {};
  const most = mustBeLessOrEqualTo ?? mustBeLessThan;
  if (most === undefined || most < 0) return null;
  // "Less than 1 percent" is at most 1 percent here: the two differ for exactly that share alone.
  if (unit === 'percent') return most > 100 ? null : { mostly: Number((1 - most / 100).toPrecision(12)) };
  if (unit !== 'rows' || most === 0) return null;
  return { mostFailing: mustBeLessOrEqualTo === undefined ? Math.ceil(most) - 1 : Math.floor(most) };
}

function rowCount(quality: OdcsQuality): Fields | null {
  const { mustBe, mustBeBetween, unit = 'rows' } = quality;
  if (unit !== 'rows') return null;
  const bounds =
    typeof mustBe === 'number'
      ? { min: mustBe, max: mustBe }
      : mustBeBetween
        ? { min: Math.floor(mustBeBetween[0]) + 1, max: Math.ceil(mustBeBetween[1]) - 1 }
        : oneBound(quality);
  return bounds ? { kind: 'row_count', ...bounds, ...extrasOf(quality) } : null;
}

function oneBound(quality: OdcsQuality): Fields | null {
  const { mustBeGreaterThan, mustBeGreaterOrEqualTo, mustBeLessThan, mustBeLessOrEqualTo } = quality;
  if (mustBeGreaterThan !== undefined) return { min: Math.floor(mustBeGreaterThan) + 1 };
  if (mustBeGreaterOrEqualTo !== undefined) return { min: mustBeGreaterOrEqualTo };
  if (mustBeLessThan !== undefined) return { max: Math.ceil(mustBeLessThan) - 1 };
  return mustBeLessOrEqualTo === undefined ? null : { max: mustBeLessOrEqualTo };
}
