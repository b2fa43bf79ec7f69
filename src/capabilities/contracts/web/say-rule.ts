import type { Locale } from '../../../platform/text/locale.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { Condition, Rule } from '../contract.ts';
import { sentenceTexts } from './sentence-texts.ts';

const shownValues = 6;
/** Figures that are shares of the rows. */
const shares: readonly Rule['kind'][] = ['null_share', 'distinct_share', 'row_count_change', 'most_common'];

type Loose = Rule &
  Partial<{
    column: string;
    otherColumn: string;
    label: string;
    columns: readonly string[];
    values: readonly (string | number | boolean)[];
    min: number | string;
    max: number | string;
    exclusiveMin: boolean;
    exclusiveMax: boolean;
  }>;

/** A rule as a sentence: "delay is never empty; 99.5% at least." */
export function sayRule(rule: Rule, locale: Locale): string {
  const t = sentenceTexts[locale];
  const loose = rule as Loose;
  const say = t.kinds[rule.kind];
  const sentence = say({
    column: loose.column ?? '',
    other: loose.otherColumn ?? loose.label ?? '',
    columns: listed(loose.columns ?? [], locale),
    values: listed((loose.values ?? []).map(sayValue), locale),
    bounds: sayBounds(loose, locale),
    what: sayWhat(rule, locale),
    also: rule.kind === 'conditional' ? rule.must : '',
  });
  return `${[sentence, ...sayScope(rule, locale)].join('; ')}.`;
}

const sayValue = (value: string | number | boolean): string => (value === '' ? "''" : String(value));

function listed(items: readonly string[], locale: Locale): string {
  const rest = items.length - shownValues;
  const shown = rest > 1 ? [...items.slice(0, shownValues), sentenceTexts[locale].more({ count: rest })] : items;
  return formatsFor(locale).list(shown);
}

/** How many must keep it, where, and per what. */
function sayScope(rule: Rule, locale: Locale): string[] {
  const t = sentenceTexts[locale];
  const formats = formatsFor(locale);
  const count = 'mostFailing' in rule ? rule.mostFailing : undefined;
  const isShare = 'mostly' in rule && rule.mostly < 1 && count === undefined;
  return [
    ...(isShare ? [t.share({ share: formats.percent(rule.mostly, 2) })] : []),
    ...(count === undefined ? [] : [t.excepted({ count: formats.number(count) })]),
    ...(rule.where.length === 0 ? [] : [t.where({ conditions: listedConditions(rule.where, locale) })]),
    ...('by' in rule && rule.by !== undefined ? [t.each({ column: rule.by })] : []),
  ];
}

function listedConditions(conditions: readonly Condition[], locale: Locale): string {
  const said = conditions.map(({ column, operator, values }) =>
    [column, sentenceTexts[locale].operators[operator], listed(values.map(sayValue), locale)].join(' ').trim(),
  );
  return formatsFor(locale).list(said);
}

function sayBounds(rule: Loose, locale: Locale): string {
  const { kind, min, max } = rule;
  if (min !== undefined && min === max) return sayBound(kind, min, locale);
  const [low, high] = [sayLeast(rule, locale), sayMost(rule, locale)];
  if (low === '' || high === '') return `${low}${high}`;
  return sentenceTexts[locale].and({ min: low, max: high });
}

function sayLeast({ kind, min, exclusiveMin }: Loose, locale: Locale): string {
  if (min === undefined) return '';
  const { moreThan, atLeast } = sentenceTexts[locale];
  return (exclusiveMin ? moreThan : atLeast)({ min: sayBound(kind, min, locale) });
}

function sayMost({ kind, max, exclusiveMax }: Loose, locale: Locale): string {
  if (max === undefined) return '';
  const { lessThan, atMost } = sentenceTexts[locale];
  return (exclusiveMax ? lessThan : atMost)({ max: sayBound(kind, max, locale) });
}

function sayBound(kind: Rule['kind'], bound: number | string, locale: Locale): string {
  if (typeof bound === 'string') return bound;
  return shares.includes(kind) ? formatsFor(locale).percent(bound, 2) : formatsFor(locale).number(bound, 6);
}

type Say = { [K in Rule['kind']]?: (rule: Extract<Rule, { kind: K }>, locale: Locale) => string };

const what: Say = {
  column_type: ({ type, physicalType }, locale) =>
    [type && sentenceTexts[locale].types[type], physicalType].filter(Boolean).join(', '),
  columns_match: ({ allowExtra }, locale) => (allowExtra ? '' : sentenceTexts[locale].onlyThese),
  pattern: ({ pattern }) => pattern,
  quantile: ({ quantile }, locale) => formatsFor(locale).percent(quantile),
  parseable: ({ as, format }, locale) =>
    `${sentenceTexts[locale].parsed[as]}${format === undefined ? '' : ` (${format})`}`,
  compare_columns: ({ comparison }, locale) => sentenceTexts[locale].comparisons[comparison],
  conditional: ({ condition }) => condition,
  sql_rows: ({ expression }) => expression,
  columns_sum: ({ total }, locale) => (typeof total === 'number' ? formatsFor(locale).number(total, 6) : total),
  monotonic: ({ direction, strict }, locale) => {
    const t = sentenceTexts[locale];
    if (direction === 'increasing') return strict ? t.risesStrictly : t.rises;
    return strict ? t.fallsStrictly : t.falls;
  },
  correlation: ({ max, maxChange, reference }, locale) => {
    const t = sentenceTexts[locale];
    const formats = formatsFor(locale);
    const parts = [
      max === undefined ? null : t.noStronger({ max: formats.number(max, 3) }),
      maxChange === undefined
        ? null
        : t.asBefore({ change: formats.number(maxChange, 3), with: sayReference(reference, locale) }),
    ];
    return formats.list(parts.filter((part) => part !== null));
  },
};

function sayWhat(rule: Rule, locale: Locale): string {
  const own = what[rule.kind] as ((rule: Rule, locale: Locale) => string) | undefined;
  if (own) return own(rule, locale);
  return 'reference' in rule ? sayReference(rule.reference, locale) : '';
}

function sayReference({ to }: { to: 'previous' | 'version' | 'dataset' }, locale: Locale): string {
  const { previous, aVersion, otherData } = sentenceTexts[locale];
  return { previous, version: aVersion, dataset: otherData }[to];
}
