import { refuseUnsafe } from '../expression.ts';
import type { Rule, RuleOf } from '../rule-contract.ts';
import { type Plan, type Planning, planOfRows } from './plan.ts';
import { every } from './sql-text.ts';

/** The rules with SQL of people in them: judged where people's questions are, under the same guard. */
function asQuestion(rule: Rule, planning: Planning, parts: { looks: readonly string[]; breaks: string }): Plan {
  const plan = planOfRows(rule, { ...planning, data: { ...planning.data, from: 'data' } }, parts);
  return { ...plan, kind: 'question' } as Plan;
}

export function planConditional(rule: RuleOf<'conditional'>, planning: Planning): Plan {
  const [condition, must] = [refuseUnsafe(rule.condition), refuseUnsafe(rule.must)];
  // What cannot be said of a row is no reason to blame it.
  return asQuestion(rule, planning, {
    looks: [`coalesce((${condition})::boolean, false)`, `((${must})::boolean) is not null`],
    breaks: `not (${must})::boolean`,
  });
}

export function planSqlRows(rule: RuleOf<'sql_rows'>, planning: Planning): Plan {
  return asQuestion(rule, planning, { looks: [every([])], breaks: `(${refuseUnsafe(rule.expression)})::boolean` });
}
