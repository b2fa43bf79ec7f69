import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import type { DataContract } from './agreed-contract.ts';
import { changeContract, keepDraft, refuseStale, subjectOf } from './change-draft.ts';
import { type OfDataset, showContract } from './contract-queries.ts';
import { contractErrors } from './errors.ts';
import { refuseUnsafe } from './expression.ts';
import type { Rule } from './rule-contract.ts';

export const mostRules = 1000;

/** What a person wrote in SQL is refused here already, and not first when it is judged. */
export function refuseUnsafeRule(rule: Rule): void {
  if (rule.kind === 'sql_rows') refuseUnsafe(rule.expression);
  if (rule.kind !== 'conditional') return;
  refuseUnsafe(rule.condition);
  refuseUnsafe(rule.must);
}

/** The rules with one more, under an id of its own. */
export function withRule(rules: readonly Rule[], rule: Rule, now: number): { rules: Rule[]; added: Rule } {
  if (rules.length >= mostRules) throw contractErrors.tooManyRules({ limit: mostRules });
  refuseUnsafeRule(rule);
  const isFree = rule.id !== '' && !rules.some(({ id }) => id === rule.id);
  const added = isFree ? rule : { ...rule, id: newId(now) };
  return { rules: [...rules, added], added };
}

export async function addRule(ctx: Context, { rule, ...given }: OfDataset & { rule: Rule }): Promise<DataContract> {
  await changeContract(ctx, given, async (tx, held) => {
    const { rules, added } = withRule(held.content.rules, rule, tx.now);
    await keepDraft(tx, held, { ...held.content, rules });
    const data = { ruleId: added.id, kind: added.kind };
    tx.record({ type: 'data_contract.rule_added', subject: subjectOf(held.row), problemId: given.problemId, data });
  });
  return showContract(ctx, given);
}

interface Edit extends OfDataset {
  ruleId: string;
  rule: Rule;
  version: number;
}

export async function editRule(ctx: Context, { ruleId, rule, version, ...given }: Edit): Promise<DataContract> {
  await changeContract(ctx, given, async (tx, held) => {
    const current = getRule(held.content.rules, ruleId);
    refuseStale(held.row, { version, yours: rule, theirs: current });
    refuseUnsafeRule(rule);
    const rules = held.content.rules.map((each) => (each.id === ruleId ? { ...rule, id: ruleId } : each));
    await keepDraft(tx, held, { ...held.content, rules });
    const data = { ruleId, kind: rule.kind };
    tx.record({ type: 'data_contract.rule_edited', subject: subjectOf(held.row), problemId: given.problemId, data });
  });
  return showContract(ctx, given);
}

export async function removeRule(
  ctx: Context,
  { ruleId, ...given }: OfDataset & { ruleId: string },
): Promise<DataContract> {
  await changeContract(ctx, given, async (tx, held) => {
    const { kind } = getRule(held.content.rules, ruleId);
    const rules = held.content.rules.filter(({ id }) => id !== ruleId);
    await keepDraft(tx, held, { ...held.content, rules });
    const data = { ruleId, kind };
    tx.record({ type: 'data_contract.rule_removed', subject: subjectOf(held.row), problemId: given.problemId, data });
  });
  return showContract(ctx, given);
}

/** Throws 404. */
function getRule(rules: readonly Rule[], id: string): Rule {
  const found = rules.find((rule) => rule.id === id);
  if (!found) throw contractErrors.ruleNotFound({ id });
  return found;
}
