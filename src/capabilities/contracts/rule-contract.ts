import { z } from 'zod';
import { lineField, textField } from '../../platform/endpoint/text-field.ts';
import {
  columnField,
  columnsField,
  comparedWith,
  comparedWithPrevious,
  everyRule,
  figureRule,
  groupedFigureRule,
  rowRule,
  shareField,
  valuesField,
} from './rule-fields.ts';
import { ruleProblems } from './rule-problems.ts';

const kind = <K extends string>(name: K) => z.literal(name);
const column = columnField;
const whole = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const boundary = z.union([z.number(), lineField({ max: 64, min: 1 })]);
const expression = textField({ max: 4000, min: 1 }).meta({
  description: 'One condition in SQL on the columns of a row, without SELECT',
});

/** The types that the open standard gives a column. */
export const logicalTypes = [
  'string',
  'date',
  'timestamp',
  'time',
  'number',
  'integer',
  'boolean',
  'object',
  'array',
] as const;

export const comparisons = ['less', 'at_most', 'equal', 'not_equal', 'at_least', 'more'] as const;
export const parseableTypes = ['number', 'integer', 'date', 'timestamp', 'time', 'boolean', 'uuid'] as const;

/** Texts that stand for "no value" where somebody wrote them into a column of text. */
export const usualNullTokens = [
  '',
  'n/a',
  'na',
  'nan',
  'null',
  'none',
  'nil',
  '-',
  '--',
  '?',
  'unknown',
  '#n/a',
] as const;

const ofRows = [
  z.strictObject({ kind: kind('not_null'), ...rowRule, column, alsoMissing: z.exactOptional(valuesField) }),
  z.strictObject({ kind: kind('unique'), ...rowRule, column }),
  z.strictObject({ kind: kind('accepted_values'), ...rowRule, column, values: valuesField }),
  z.strictObject({ kind: kind('foreign_key'), ...rowRule, ...comparedWith, column, otherColumn: columnField }),
  z.strictObject({
    kind: kind('range'),
    ...rowRule,
    column,
    min: z.exactOptional(boundary),
    max: z.exactOptional(boundary),
    exclusiveMin: z.boolean().default(false),
    exclusiveMax: z.boolean().default(false),
  }),
  z.strictObject({
    kind: kind('pattern'),
    ...rowRule,
    column,
    pattern: textField({ max: 2000, min: 1 }).meta({
      description: 'RE2; found anywhere in the text unless anchored by ^ and $',
    }),
  }),
  z.strictObject({
    kind: kind('length'),
    ...rowRule,
    column,
    min: z.exactOptional(whole),
    max: z.exactOptional(whole),
  }),
  z.strictObject({ kind: kind('compound_unique'), ...rowRule, columns: columnsField }),
  z.strictObject({
    kind: kind('duplicate_rows'),
    ...rowRule,
    columns: z.exactOptional(columnsField).meta({ description: 'All columns unless told' }),
  }),
  z.strictObject({ kind: kind('forbidden_values'), ...rowRule, column, values: valuesField }),
  z.strictObject({ kind: kind('new_category'), ...rowRule, ...comparedWithPrevious, column }),
  z.strictObject({ kind: kind('out_of_reference_range'), ...rowRule, ...comparedWithPrevious, column }),
  z.strictObject({
    kind: kind('parseable'),
    ...rowRule,
    column,
    as: z.enum(parseableTypes),
    format: z
      .exactOptional(lineField({ max: 100, min: 1 }))
      .meta({ description: 'As strptime reads it, such as %d-%m-%Y' }),
  }),
  z.strictObject({
    kind: kind('json_schema'),
    ...rowRule,
    column,
    schema: z
      .record(z.string(), z.unknown())
      .meta({ description: 'JSON Schema that every text of the column must keep' }),
  }),
  z.strictObject({
    kind: kind('compare_columns'),
    ...rowRule,
    column,
    comparison: z.enum(comparisons),
    otherColumn: columnField,
    tolerance: z.number().min(0).default(0).meta({ description: 'So much apart still counts as equal' }),
  }),
  z.strictObject({ kind: kind('conditional'), ...rowRule, condition: expression, must: expression }),
  z.strictObject({
    kind: kind('sql_rows'),
    ...rowRule,
    expression: expression.meta({ description: 'One condition in SQL that rows which break the rule meet' }),
  }),
  z.strictObject({
    kind: kind('columns_sum'),
    ...rowRule,
    columns: columnsField,
    total: z.union([columnField, z.number()]).meta({ description: 'A column, or a number' }),
    tolerance: z.number().min(0).default(1e-6),
  }),
  z.strictObject({
    kind: kind('monotonic'),
    ...rowRule,
    column,
    direction: z.enum(['increasing', 'decreasing']),
    strict: z.boolean().default(false).meta({ description: 'Equal neighbours break it too' }),
    orderBy: z.exactOptional(columnField).meta({ description: 'The order as the rows stand unless told' }),
  }),
  z.strictObject({
    kind: kind('mixed_types'),
    ...rowRule,
    column,
    tokens: z
      .array(textField({ max: 100 }))
      .max(100)
      .default([...usualNullTokens])
      .meta({ description: 'Texts that stand for no value, in small letters' }),
  }),
  z.strictObject({
    kind: kind('conflicting_labels'),
    ...rowRule,
    columns: columnsField,
    label: columnField,
  }),
  z.strictObject({ kind: kind('version_overlap'), ...rowRule, ...comparedWith, columns: columnsField }),
] as const;

const ofFigures = [
  z.strictObject({ kind: kind('row_count'), ...groupedFigureRule }),
  z.strictObject({ kind: kind('null_share'), ...groupedFigureRule, column }),
  z.strictObject({ kind: kind('mean'), ...groupedFigureRule, column }),
  z.strictObject({ kind: kind('standard_deviation'), ...groupedFigureRule, column }),
  z.strictObject({ kind: kind('quantile'), ...groupedFigureRule, column, quantile: shareField }),
  z.strictObject({ kind: kind('median'), ...groupedFigureRule, column }),
  z.strictObject({ kind: kind('sum'), ...groupedFigureRule, column }),
  z.strictObject({ kind: kind('distinct_count'), ...groupedFigureRule, column }),
  z.strictObject({ kind: kind('distinct_share'), ...groupedFigureRule, column }),
  z.strictObject({ kind: kind('row_count_change'), ...figureRule, ...comparedWithPrevious }),
  z.strictObject({
    kind: kind('freshness'),
    ...everyRule,
    column,
    max: z.number().positive().meta({ description: 'Hours that the newest value may be old when it is judged' }),
    warnMax: z.exactOptional(z.number().positive()),
  }),
  z.strictObject({
    kind: kind('most_common'),
    ...everyRule,
    column,
    values: z.exactOptional(valuesField).meta({ description: 'The most common value must be one of these' }),
    max: z.exactOptional(shareField).meta({ description: 'The most of all values (0-1) that it may be' }),
    warnMax: z.exactOptional(shareField),
  }),
  z.strictObject({ kind: kind('not_constant'), ...everyRule, column }),
  z.strictObject({
    kind: kind('correlation'),
    ...everyRule,
    column,
    label: columnField,
    max: z.exactOptional(shareField).meta({ description: 'The strongest that it may be, either way: more is a leak' }),
    warnMax: z.exactOptional(shareField),
    maxChange: z
      .exactOptional(z.number().min(0).max(2))
      .meta({ description: 'The most that it may differ from the reference' }),
    ...comparedWithPrevious,
  }),
] as const;

const ofColumns = [
  z.strictObject({ kind: kind('column_exists'), ...everyRule, column }),
  z.strictObject({
    kind: kind('column_type'),
    ...everyRule,
    column,
    type: z.exactOptional(z.enum(logicalTypes)),
    physicalType: z
      .exactOptional(lineField({ max: 500, min: 1 }))
      .meta({ description: 'As DuckDB writes it, such as DECIMAL(18,3)' }),
  }),
  z.strictObject({
    kind: kind('columns_match'),
    ...everyRule,
    columns: columnsField,
    allowExtra: z.boolean().default(false),
  }),
  z.strictObject({ kind: kind('columns_ordered'), ...everyRule, columns: columnsField }),
  z.strictObject({ kind: kind('column_count'), ...figureRule }),
] as const;

/** One rule that the data must keep. What is not known is refused. */
export const ruleSchema = z
  .discriminatedUnion('kind', [...ofRows, ...ofFigures, ...ofColumns])
  .superRefine((rule, ctx) => {
    for (const { field, message } of ruleProblems(rule)) ctx.addIssue({ code: 'custom', path: [field], message });
  })
  .meta({ id: 'Rule' });
export type Rule = z.infer<typeof ruleSchema>;
export type RuleKind = Rule['kind'];
export type RuleOf<K extends RuleKind> = Extract<Rule, { kind: K }>;
