import { type Rule, type RuleKind, ruleSchema, type RuleValue } from '../contract.ts';

/** What the form asks for, by how it is written. */
export const fieldShapes = {
  column: 'column',
  otherColumn: 'column',
  label: 'column',
  orderBy: 'column',
  columns: 'lines',
  values: 'values',
  min: 'bound',
  max: 'bound',
  warnMin: 'number',
  warnMax: 'number',
  maxChange: 'number',
  exclusiveMin: 'flag',
  exclusiveMax: 'flag',
  pattern: 'text',
  quantile: 'number',
  type: 'choice',
  as: 'choice',
  format: 'text',
  schema: 'json',
  comparison: 'choice',
  tolerance: 'number',
  condition: 'text',
  must: 'text',
  expression: 'text',
  total: 'total',
  direction: 'choice',
  strict: 'flag',
  allowExtra: 'flag',
  dataset: 'dataset',
} as const;
export type FieldName = keyof typeof fieldShapes;

const figure: readonly FieldName[] = ['min', 'max', 'warnMin', 'warnMax'];
const figureOfColumn: readonly FieldName[] = ['column', ...figure];

/** What is asked of each kind, in this order. */
export const fieldsOf: Readonly<Record<RuleKind, readonly FieldName[]>> = {
  not_null: ['column'],
  unique: ['column'],
  accepted_values: ['column', 'values'],
  range: ['column', 'min', 'max', 'exclusiveMin', 'exclusiveMax'],
  pattern: ['column', 'pattern'],
  length: ['column', 'min', 'max'],
  forbidden_values: ['column', 'values'],
  compound_unique: ['columns'],
  duplicate_rows: ['columns'],
  compare_columns: ['column', 'comparison', 'otherColumn', 'tolerance'],
  parseable: ['column', 'as', 'format'],
  row_count: figure,
  row_count_change: figure,
  freshness: ['column', 'max', 'warnMax'],
  column_exists: ['column'],
  column_type: ['column', 'type'],
  columns_match: ['columns', 'allowExtra'],
  columns_ordered: ['columns'],
  column_count: figure,
  null_share: figureOfColumn,
  mean: figureOfColumn,
  standard_deviation: figureOfColumn,
  quantile: ['column', 'quantile', ...figure],
  median: figureOfColumn,
  sum: figureOfColumn,
  distinct_count: figureOfColumn,
  distinct_share: figureOfColumn,
  most_common: ['column', 'values', 'max', 'warnMax'],
  not_constant: ['column'],
  foreign_key: ['column', 'otherColumn', 'dataset'],
  new_category: ['column', 'dataset'],
  out_of_reference_range: ['column', 'dataset'],
  json_schema: ['column', 'schema'],
  conditional: ['condition', 'must'],
  sql_rows: ['expression'],
  columns_sum: ['columns', 'total'],
  monotonic: ['column', 'direction', 'strict', 'orderBy'],
  mixed_types: ['column'],
  conflicting_labels: ['columns', 'label'],
  version_overlap: ['columns', 'dataset'],
  correlation: ['column', 'label', 'max', 'warnMax', 'maxChange', 'dataset'],
};

/** A rule as it is typed. */
export interface RuleDraft {
  kind: RuleKind;
  fields: Partial<Record<FieldName, string | boolean>>;
  severity: Rule['severity'];
  /** percentage of the rows that must keep it, as typed */
  mostly: string;
  description: string;
  businessImpact: string;
  impact_eur: string;
}

export const emptyDraft: RuleDraft = {
  kind: 'not_null',
  fields: {},
  severity: 'fail',
  mostly: '100',
  description: '',
  businessImpact: '',
  impact_eur: '',
};

export function draftFromRule(rule: Rule): RuleDraft {
  const given = rule as unknown as Record<string, unknown>;
  return {
    kind: rule.kind,
    fields: Object.fromEntries(fieldsOf[rule.kind].map((name) => [name, written(name, given)])),
    severity: rule.severity,
    mostly: 'mostly' in rule ? String(Number((rule.mostly * 100).toPrecision(12))) : '100',
    description: rule.description,
    businessImpact: rule.businessImpact,
    impact_eur: rule.impact_eur ?? '',
  };
}

function written(name: FieldName, rule: Record<string, unknown>): string | boolean {
  if (name === 'dataset') return writtenReference(rule['reference'] as { datasetId?: string } | undefined);
  const value = rule[name];
  if (fieldShapes[name] === 'flag') return value === true;
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map((each: RuleValue) => writtenValue(each)).join('\n');
  return typeof value === 'object' ? JSON.stringify(value, null, 2) : `${value as string | number}`;
}

const writtenReference = (reference: { datasetId?: string } | undefined): string => reference?.datasetId ?? '';

export interface DraftProblem {
  field: string;
  message: string;
}

/** The rule that is meant, on top of what the form does not ask; or what is wrong with it, field by field. */
export function ruleFromDraft(draft: RuleDraft, before?: Rule): { rule: Rule } | { problems: DraftProblem[] } {
  const { kind, severity, description, businessImpact } = draft;
  const kept = before?.kind === kind ? unasked(before) : { id: before?.id ?? '', where: before?.where ?? [] };
  const fields = Object.fromEntries(fieldsOf[kind].flatMap((name) => readField(name, draft)));
  const impact = draft.impact_eur.trim().replace(',', '.');
  const read = ruleSchema.safeParse({
    ...kept,
    ...levelOf(draft, before),
    ...fields,
    kind,
    severity,
    description,
    businessImpact,
    ...(impact === '' ? {} : { impact_eur: impact }),
  });
  if (read.success) return { rule: read.data };
  const problems = read.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? 'kind'), message }));
  return { problems: problems.filter(({ field }, at) => problems.findIndex((each) => each.field === field) === at) };
}

/** A number of rows that may break it stays until somebody says a share instead. */
function levelOf({ kind, mostly: typed }: RuleDraft, before: Rule | undefined): Record<string, unknown> {
  if (!('mostly' in emptyOf(kind))) return {};
  const percent = readNumber(typed.replace('%', ''));
  const most = before && 'mostFailing' in before && before.kind === kind ? before.mostFailing : undefined;
  return {
    mostly: percent === null ? typed : percent / 100,
    ...(most !== undefined && percent === 100 ? { mostFailing: most } : {}),
  };
}

/** Which keys a rule of this kind may have. */
export function emptyOf(kind: RuleKind): Record<string, unknown> {
  const option = ruleOptions.find((schema) => schema.shape.kind.value === kind);
  return option?.shape ?? {};
}

interface Option {
  shape: { kind: { value: RuleKind } } & Record<string, unknown>;
}
const ruleOptions = (ruleSchema as unknown as { options: readonly Option[] }).options;

function unasked(rule: Rule): Record<string, unknown> {
  const asked: readonly string[] = [...fieldsOf[rule.kind], 'impact_eur', 'mostly', 'mostFailing'];
  const own = Object.entries(rule).filter(([key]) => !asked.includes(key));
  return Object.fromEntries(own);
}

function readField(name: FieldName, { fields }: RuleDraft): [string, unknown][] {
  const typed = fields[name];
  const shape = fieldShapes[name];
  if (shape === 'flag') return typed === true ? [[name, true]] : [];
  const text = typeof typed === 'string' ? typed : '';
  if (shape === 'dataset') return text === '' ? [] : [['reference', { to: 'dataset', datasetId: text }]];
  const value = readers[shape](text);
  return value === undefined ? [] : [[name, value]];
}

/** Both ways of writing a decimal are read. */
function readNumber(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : null;
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

const isNumber = (text: string): boolean => /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(text.trim());
const isTruth = (text: string): boolean => text === 'true' || text === 'false';

/** What looks like a number or a truth value is one, unless it stands in quotes; so does the empty text. */
function asValue(line: string): RuleValue {
  if (/^'.*'$/s.test(line)) return line.slice(1, -1);
  if (isTruth(line)) return line === 'true';
  return isNumber(line) ? Number(line) : line;
}

function writtenValue(value: RuleValue): string {
  if (typeof value !== 'string') return String(value);
  return value.trim() === '' || isNumber(value) || isTruth(value) || /^'.*'$/s.test(value) ? `'${value}'` : value;
}

const readers = {
  column: (text: string) => (text.trim() === '' ? undefined : text.trim()),
  text: (text: string) => (text === '' ? undefined : text),
  choice: (text: string) => (text === '' ? undefined : text),
  lines: (text: string) => (lines(text).length === 0 ? undefined : lines(text).map((line) => line.trim())),
  values: (text: string) => (lines(text).length === 0 ? undefined : lines(text).map(asValue)),
  number: (text: string) => (text.trim() === '' ? undefined : (readNumber(text) ?? text)),
  bound: (text: string) => (text.trim() === '' ? undefined : (readNumber(text) ?? text.trim())),
  total: (text: string) => (text.trim() === '' ? undefined : (readNumber(text) ?? text.trim())),
  json: (text: string): unknown => {
    if (text.trim() === '') return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return text;
    }
  },
} as const;

/** What is typed as the value of a condition: while a line is still empty it stays one. */
export function readConditionValues(text: string, takesMany: boolean): RuleValue[] {
  const typed = takesMany ? text.split('\n') : [text];
  return typed.map((line) => (line === '' ? '' : asValue(line)));
}
