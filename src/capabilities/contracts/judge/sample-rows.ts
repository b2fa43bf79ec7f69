import type { Rule } from '../rule-contract.ts';
import type { RuleResult } from '../verdict-contract.ts';
import { columnClass } from './column-class.ts';
import type { Plan, Planning } from './plan.ts';
import { ask, type Asking, query } from './run-statements.ts';
import { quoted, textLiteral } from './sql-text.ts';

const mostRows = 20;
const mostColumns = 12;
export const hidden = '•••';

/** A few rows that break a rule: the columns it is about, and those by which a row is known. */
export async function sampleRows(
  rule: Rule,
  { plan, planning, keys, asking }: { plan: Plan; planning: Planning; keys: readonly string[]; asking: Asking },
): Promise<RuleResult['sample']> {
  if (plan.kind === 'known' || plan.broken === null) return null;
  const shown = planning.data.columns.filter(({ name }) => columnsOf(rule, planning, keys).includes(name));
  if (shown.length === 0) return null;
  const values = shown.map(({ name, type }) => `${sampled(name, { type, planning })} as ${quoted(name)}`);
  const isQuestion = plan.kind === 'question';
  const from = isQuestion ? 'data' : planning.data.from;
  const sql = `select ${values.join(', ')} from ${from} where ${plan.broken} limit ${mostRows}`;
  const rows = isQuestion ? await ask(sql, asking) : await query(sql, asking);
  const columns = shown.map(({ name }) => name);
  return {
    columns,
    rows: rows.map((row) => columns.map((name) => row[name] ?? null)),
    masked: columns.filter((name) => planning.personal.has(name)),
  };
}

/** What is personal never leaves the database; a long text is cut there. */
function sampled(name: string, { type, planning }: { type: string; planning: Planning }): string {
  const column = quoted(name);
  if (planning.personal.has(name)) return `case when ${column} is null then null else ${textLiteral(hidden)} end`;
  const isShort = ['integer', 'number', 'boolean', 'date', 'timestamp', 'time'].includes(columnClass(type));
  return isShort ? column : `left(${column}::varchar, 200)`;
}

type Named = Partial<Record<'column' | 'otherColumn' | 'label' | 'by' | 'orderBy', string>> & {
  columns?: readonly string[];
  total?: string | number;
};

function columnsOf(rule: Rule, { data }: Planning, keys: readonly string[]): string[] {
  const { column, otherColumn, label, by, orderBy, columns = [], total } = rule as Named;
  const own = [column, otherColumn, label, by, orderBy, total, ...columns].filter((name) => typeof name === 'string');
  const named = [...own, ...rule.where.map((condition) => condition.column)];
  const rest = named.length === 0 ? data.columns.map(({ name }) => name) : [];
  return [...new Set([...keys, ...named, ...rest])].slice(0, mostColumns);
}
