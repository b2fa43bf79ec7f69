import type { ColumnProfile, Figure, ScalarFigure, TableProfile } from '../statistics/contract.ts';
import { columnClass } from './judge/column-class.ts';
import { type Rule, ruleSchema } from './rule-contract.ts';
import type { Basis, BasisKind } from './suggestion-contract.ts';

export interface Suggested {
  rule: Rule;
  basis: Basis;
}

const fewValues = 12;
/** Rows under which the data says too little of what comes next. */
const enoughRows = 100;
const enoughForSigma = 1000;

/** What the data that is there suggests of data to come: nothing of it holds before a person has looked at it. */
export function suggestRules(profile: TableProfile): Suggested[] {
  const { rows, columns } = profile;
  const suggest = suggestion(rows);
  return [
    suggest({ kind: 'columns_match', columns: columns.map(({ name }) => name) }, 'columns', [String(columns.length)]),
    ...(rows >= enoughRows
      ? [
          suggest({ kind: 'row_count_change', min: -0.5, max: 1, severity: 'warn' }, 'rows', [String(rows)]),
          suggest({ kind: 'duplicate_rows', mostly: 0.99, severity: 'warn' }, 'rows', [String(rows)]),
        ]
      : []),
    ...columns.flatMap((column) => ofColumn(column, rows)),
  ];
}

function suggestion(rows: number) {
  return (fields: Record<string, unknown>, kind: BasisKind, figures: string[]): Suggested => ({
    rule: ruleSchema.parse({ id: '', ...fields }),
    basis: { kind, rows, figures },
  });
}

function ofColumn(profile: ColumnProfile, rows: number): Suggested[] {
  const { name: column, type } = profile;
  const suggest = suggestion(rows);
  const own = columnClass(type);
  const types = own === 'other' ? [] : [suggest({ kind: 'column_type', column, type: own }, 'type', [type])];
  if (profile.rows - profile.nulls === 0 || rows === 0) return types;
  return [
    ...types,
    ...ofNulls(profile, rows),
    ...ofDistinct(profile, rows),
    ...ofNumbers(profile, rows),
    ...ofMoments(profile, rows),
    ...ofTexts(profile, rows),
  ];
}

/** So many more nulls as chance explains, and a half again: three standard errors of a share. */
function ofNulls({ name: column, nulls }: ColumnProfile, rows: number): Suggested[] {
  const suggest = suggestion(rows);
  if (nulls === 0) return [suggest({ kind: 'not_null', column }, 'no_nulls', ['0'])];
  const share = nulls / rows;
  const most = Math.min(1, rounded(share * 1.5 + 3 * Math.sqrt((share * (1 - share)) / rows), 3));
  return [suggest({ kind: 'null_share', column, max: most, severity: 'warn' }, 'null_share', [percent(share)])];
}

function ofDistinct(profile: ColumnProfile, rows: number): Suggested[] {
  if (rows < enoughRows) return [];
  const suggest = suggestion(rows);
  const { name: column, kind } = profile;
  if (isKey(profile, rows)) return [suggest({ kind: 'unique', column }, 'all_different', [String(rows)])];
  const seen = allValues(profile);
  if (seen.length === 0) return [];
  const values = seen.map((value) => (kind === 'boolean' ? value === 'true' : value));
  const varies = suggest({ kind: 'not_constant', column }, 'few_values', seen);
  const accepted = suggest({ kind: 'accepted_values', column, values }, 'few_values', seen);
  return values.length > 1 ? [accepted, varies] : [accepted];
}

function isKey({ kind, distinct, finite }: ColumnProfile, rows: number): boolean {
  return (kind === 'integer' || kind === 'text') && finite === rows && exactOf(distinct) === rows;
}

/** Of a column with few values, none of which is left out; else none. */
function allValues({ kind, top }: ColumnProfile): string[] {
  const isCategory = kind === 'text' || kind === 'boolean';
  const isListed = top?.status === 'exact' && top.other === 0 && top.values.length <= fewValues;
  return isCategory && isListed ? top.values.map(({ value }) => value) : [];
}

/** Observed bounds, with a tenth of the range on either side; zero stays a bound where nothing was below it. */
function ofNumbers(profile: ColumnProfile, rows: number): Suggested[] {
  const { name: column, kind, min, max } = profile;
  const [low, high] = [scalarOf(min), scalarOf(max)];
  const isNumber = kind === 'integer' || kind === 'number' || kind === 'decimal';
  if (!isNumber || typeof low !== 'number' || typeof high !== 'number') return [];
  if (rows < enoughRows || isKey(profile, rows)) return [];
  const fields = { kind: 'range', column, ...widened({ low, high, isWhole: kind === 'integer' }), severity: 'warn' };
  return [suggestion(rows)(fields, 'observed_bounds', [String(low), String(high)])];
}

function widened({ low, high, isWhole }: { low: number; high: number; isWhole: boolean }) {
  const room = (high - low) / 10;
  const least = isWhole ? Math.floor(low - room) : rounded(low - room);
  const most = isWhole ? Math.ceil(high + room) : rounded(high + room);
  return { min: low >= 0 ? Math.max(0, least) : least, max: high <= 0 ? Math.min(0, most) : most };
}

/** The mean of another load of the same size is within three of its standard errors, were it drawn alike; ten are given. */
function ofMoments({ name: column, kind, moments, finite }: ColumnProfile, rows: number): Suggested[] {
  const mean = moments ? exactOf(moments.mean) : null;
  const deviation = moments ? exactOf(moments.sampleStd) : null;
  const isNumber = kind === 'number' || kind === 'decimal' || kind === 'integer';
  if (!isNumber || finite < enoughForSigma || mean === null || deviation === null || deviation === 0) return [];
  // Loads differ by more than chance: three sigma of single values over the root of a hundred of them.
  const room = (3 * deviation) / 10;
  const fields = { kind: 'mean', column, min: rounded(mean - room), max: rounded(mean + room), severity: 'warn' };
  return [suggestion(rows)(fields, 'three_sigma', [String(rounded(mean, 6)), String(rounded(deviation, 6))])];
}

function ofTexts({ name: column, text }: ColumnProfile, rows: number): Suggested[] {
  const tokens = text?.nullTokens ?? [];
  if (tokens.length === 0) return [];
  const fields = { kind: 'forbidden_values', column, values: tokens.map(({ token }) => token), severity: 'warn' };
  return [
    suggestion(rows)(
      fields,
      'null_tokens',
      tokens.map(({ token, count }) => `${token}: ${count}`),
    ),
  ];
}

const exactOf = (figure: Figure): number | null => (figure.status === 'exact' ? figure.value : null);
const scalarOf = (figure: ScalarFigure): number | string | null => (figure.status === 'exact' ? figure.value : null);
const rounded = (value: number, digits = 4): number => Number(value.toPrecision(digits));
const percent = (share: number): string => `${Number((share * 100).toPrecision(3))}%`;
