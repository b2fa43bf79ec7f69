import { stringify } from 'yaml';
import type { Rule } from '../rule-contract.ts';
import type { LeftOut } from './great-expectations.ts';

type Test = string | Record<string, Record<string, unknown>>;

interface Written {
  rule: Rule;
  /** null: at the model */
  column: string | null;
  test: Test;
}

/** The rules as data tests of a dbt model, in YAML (with the package dbt_utils for four of them), and which it cannot say. */
export function dbtTests(rules: readonly Rule[], { name }: { name: string }): { yaml: string; leftOut: LeftOut[] } {
  const written = rules.flatMap((rule) => testOf(rule) ?? []);
  const leftOut = rules
    .filter((rule) => !written.some((each) => each.rule === rule))
    .map(({ id, kind }) => ({ id, kind }));
  const columns = [...new Set(written.flatMap(({ column }) => column ?? []))];
  const testsOf = (owner: string | null) => written.filter(({ column }) => column === owner).map(({ test }) => test);
  const model = {
    name,
    ...(testsOf(null).length === 0 ? {} : { data_tests: testsOf(null) }),
    ...(columns.length === 0
      ? {}
      : { columns: columns.map((column) => ({ name: column, data_tests: testsOf(column) })) }),
  };
  const left = leftOut.map(({ id, kind }) => `# ${kind} (${id})\n`).join('');
  const note = leftOut.length === 0 ? '' : `# Rules of Peil that dbt cannot say:\n${left}`;
  return { yaml: `${note}${stringify({ version: 2, models: [model] }, { lineWidth: 120 })}`, leftOut };
}

function testOf(rule: Rule): Written | null {
  const isPlain = rule.where.length === 0 && !('by' in rule && rule.by !== undefined);
  const isShare = 'mostly' in rule && rule.mostly !== 1 && rule.mostFailing === undefined;
  const given = isPlain && !isShare ? argumentsOf(rule) : null;
  if (!given) return null;
  const config = configOf(rule);
  const settings = { ...given.settings, ...(Object.keys(config).length === 0 ? {} : { config }) };
  const test = Object.keys(settings).length === 0 ? given.name : { [given.name]: settings };
  return { rule, column: given.column, test };
}

function configOf(rule: Rule): Record<string, unknown> {
  const most = 'mostFailing' in rule ? rule.mostFailing : undefined;
  const limit =
    most === undefined || most === 0 ? {} : { [rule.severity === 'warn' ? 'warn_if' : 'error_if']: `>${most}` };
  return { ...(rule.severity === 'warn' ? { severity: 'warn' } : {}), ...limit };
}

interface Arguments {
  name: string;
  column: string | null;
  settings: Record<string, unknown>;
}

function argumentsOf(rule: Rule): Arguments | null {
  const at = (name: string, settings: Record<string, unknown> = {}): Arguments => ({
    name,
    settings,
    column: 'column' in rule ? rule.column : null,
  });
  if (rule.kind === 'not_null') return rule.alsoMissing ? null : at('not_null');
  if (rule.kind === 'unique') return at('unique');
  if (rule.kind === 'accepted_values') return at('accepted_values', { values: rule.values });
  if (rule.kind === 'range') return at('dbt_utils.accepted_range', rangeOf(rule));
  if (rule.kind === 'compound_unique')
    return at('dbt_utils.unique_combination_of_columns', { combination_of_columns: rule.columns });
  const broken = brokenOf(rule);
  return broken === null ? null : at('dbt_utils.expression_is_true', { expression: `not coalesce(${broken}, false)` });
}

function brokenOf(rule: Rule): string | null {
  if (rule.kind === 'sql_rows') return `(${rule.expression})`;
  return rule.kind === 'conditional' ? `(${rule.condition}) and not (${rule.must})` : null;
}

interface Range {
  min?: unknown;
  max?: unknown;
  exclusiveMin: boolean;
  exclusiveMax: boolean;
}

/** dbt_utils has one switch for both bounds. */
function rangeOf({ min, max, exclusiveMin, exclusiveMax }: Range): Record<string, unknown> {
  const asSql = (bound: unknown) => (typeof bound === 'string' ? `'${bound.replaceAll("'", "''")}'` : bound);
  return {
    ...(min === undefined ? {} : { min_value: asSql(min) }),
    ...(max === undefined ? {} : { max_value: asSql(max) }),
    ...(exclusiveMin || exclusiveMax ? { inclusive: false } : {}),
  };
}
