import { inBoth } from '../../platform/endpoint/field-words.ts';

/** What a rule may hold, seen as its fields alone. */
type Given = Readonly<Record<string, unknown>>;

export interface RuleProblem {
  field: string;
  message: string;
}

/** Kinds that say nothing without one of these. */
const oneOf: Readonly<Record<string, readonly string[]>> = {
  range: ['min', 'max'],
  length: ['min', 'max'],
  row_count: ['min', 'max'],
  row_count_change: ['min', 'max'],
  null_share: ['min', 'max'],
  mean: ['min', 'max'],
  standard_deviation: ['min', 'max'],
  quantile: ['min', 'max'],
  median: ['min', 'max'],
  sum: ['min', 'max'],
  distinct_count: ['min', 'max'],
  distinct_share: ['min', 'max'],
  column_count: ['min', 'max'],
  most_common: ['values', 'max'],
  correlation: ['max', 'maxChange'],
  column_type: ['type', 'physicalType'],
};

/** What cannot be meant, beyond the shape of each field. */
export function ruleProblems(rule: Given): RuleProblem[] {
  const needed = oneOf[String(rule['kind'])] ?? [];
  const says = needed.length === 0 || needed.some((field) => rule[field] !== undefined);
  return [
    ...(says
      ? []
      : [
          {
            field: needed[0] ?? 'kind',
            message: inBoth(
              `Give at least one of: ${needed.join(', ')}; else the rule says nothing`,
              `Geef er ten minste een van: ${needed.join(', ')}; anders zegt de regel niets`,
            )(),
          },
        ]),
    ...inOrder(rule, ['min', 'max']),
    ...inOrder(rule, ['mostly', 'warnMostly']),
    ...inOrder(rule, ['min', 'warnMin']),
    ...inOrder(rule, ['warnMax', 'max']),
    ...inOrder(rule, ['warnMin', 'warnMax']),
  ];
}

/** Texts are dates, or times, of the same form, so that they compare as they stand. */
function inOrder(rule: Given, [less, more]: readonly [string, string]): RuleProblem[] {
  const [low, high] = [rule[less], rule[more]];
  if (!isBound(low) || !isBound(high) || typeof low !== typeof high || low <= high) return [];
  const message = inBoth(
    `${more} (${high}) must be at least ${less} (${low})`,
    `${more} (${high}) moet minstens ${less} (${low}) zijn`,
  )();
  return [{ field: more, message }];
}

const isBound = (given: unknown): given is number | string => typeof given === 'number' || typeof given === 'string';
