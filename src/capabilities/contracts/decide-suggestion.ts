import type { Context } from '../../platform/context/context.ts';
import { toJson } from '../../platform/json.ts';
import { changeContract, keepDraft, subjectOf } from './change-draft.ts';
import type { OfDataset } from './contract-queries.ts';
import { withRule } from './edit-rules.ts';
import { contractErrors } from './errors.ts';
import type { Rule } from './rule-contract.ts';
import type { Suggestion, SuggestionState } from './suggestion-contract.ts';
import { listSuggestionsOf } from './suggestion-queries.ts';
import { contractDb } from './tables.ts';

interface Given extends OfDataset {
  suggestionId: string;
  decision: 'accept' | 'drop';
  rule?: Rule;
}

/** A person takes a suggested rule into the draft, as it is or changed, or drops it; once. */
export async function decideSuggestion(ctx: Context, given: Given): Promise<Suggestion> {
  const { suggestionId, decision, problemId } = given;
  let decided: Suggestion | undefined;
  await changeContract(ctx, given, async (tx, held) => {
    const suggestion = (await listSuggestionsOf(tx.db, held.row.id)).find(({ id }) => id === suggestionId);
    if (!suggestion) throw contractErrors.suggestionNotFound({ id: suggestionId });
    if (suggestion.state !== 'open') throw contractErrors.alreadyDecided();
    const state = stateAfter(given);
    const rule = given.rule ?? suggestion.rule;
    if (decision === 'accept') {
      const { rules } = withRule(held.content.rules, { ...rule, id: suggestionId }, tx.now);
      await keepDraft(tx, held, { ...held.content, rules });
    }
    await contractDb(tx.db)
      .updateTable('data_contract_suggestion')
      .set({ state, rule: toJson(rule), decided_by: ctx.actor.userId, decided_at: tx.now })
      .where('id', '=', suggestionId)
      .execute();
    const data = { suggestionId, kind: rule.kind, state };
    tx.record({ type: 'data_contract.suggestion_decided', subject: subjectOf(held.row), problemId, data });
    decided = { ...suggestion, rule, state, decidedBy: ctx.actor.userId, decidedAt: tx.now };
  });
  if (!decided) throw new Error('a decision is of a suggestion');
  return decided;
}

function stateAfter({ decision, rule }: Given): SuggestionState {
  if (decision === 'drop') return 'dropped';
  return rule ? 'changed' : 'accepted';
}
