import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { toJson } from '../../platform/json.ts';
import { getReadyVersion } from '../datasets/index.ts';
import { profileFirst } from '../statistics/index.ts';
import { versionWanted } from './begin-run.ts';
import { changeContract, subjectOf } from './change-draft.ts';
import type { OfDataset } from './contract-queries.ts';
import type { Rule } from './rule-contract.ts';
import { suggestRules } from './suggest-rules.ts';
import type { Suggestion } from './suggestion-contract.ts';
import { listSuggestionsOf } from './suggestion-queries.ts';
import { contractDb } from './tables.ts';

/** Looks at the data and writes what it suggests; what was open is replaced, what people decided stays decided. */
export async function makeSuggestions(ctx: Context, given: OfDataset & { versionId?: string }): Promise<Suggestion[]> {
  const { id, number } = await versionWanted(ctx.db, { ...given, isHere: true });
  const { parquet } = await getReadyVersion(ctx, ctx.db, { problemId: given.problemId, versionId: id });
  const query = ctx.analytics.query.bind(ctx.analytics);
  const suggested = suggestRules(await profileFirst({ query, parquet }));
  await changeContract(ctx, given, async (tx, { row, content }) => {
    const open = contractDb(tx.db).deleteFrom('data_contract_suggestion').where('contract_id', '=', row.id);
    await open.where('state', '=', 'open').execute();
    const decided = await listSuggestionsOf(tx.db, row.id);
    const known = [...content.rules, ...decided.map(({ rule }) => rule)].map(aboutWhat);
    const fresh = suggested.filter(({ rule }) => !known.includes(aboutWhat(rule)));
    for (const [position, { rule, basis }] of fresh.entries())
      await contractDb(tx.db)
        .insertInto('data_contract_suggestion')
        .values({
          id: newId(tx.now),
          contract_id: row.id,
          dataset_version_id: id,
          dataset_version_number: number,
          position,
          rule: toJson(rule),
          basis: toJson(basis),
          state: 'open',
          decided_by: null,
          decided_at: null,
        })
        .execute();
    const data = { suggestions: fresh.length, datasetVersionId: id };
    tx.record({ type: 'data_contract.suggested', subject: subjectOf(row), problemId: given.problemId, data });
  });
  return listSuggestionsOf(ctx.db, given);
}

/** Two rules of one kind on the same columns are about the same thing, whatever their bounds. */
function aboutWhat(rule: Rule): string {
  const { column = null, columns = null } = rule as { column?: string; columns?: readonly string[] };
  return JSON.stringify([rule.kind, column, rule.kind === 'columns_match' ? null : columns]);
}
