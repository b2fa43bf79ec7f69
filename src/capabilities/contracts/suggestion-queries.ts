import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import { findContract, type OfDataset } from './contract-queries.ts';
import type { Rule } from './rule-contract.ts';
import type { Basis, Suggestion } from './suggestion-contract.ts';
import { contractDb, type ContractTables } from './tables.ts';

export type StoredSuggestion = Selectable<ContractTables['data_contract_suggestion']>;

/** In the order of the columns; of a contract by its id, or of a data set. */
export async function listSuggestionsOf(db: AnyDb, of: string | OfDataset): Promise<Suggestion[]> {
  const contractId = typeof of === 'string' ? of : (await findContract(db, of))?.id;
  if (contractId === undefined) return [];
  const rows = await contractDb(db)
    .selectFrom('data_contract_suggestion')
    .selectAll()
    .where('contract_id', '=', contractId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(suggestionFrom);
}

export function suggestionFrom(row: StoredSuggestion): Suggestion {
  return {
    id: row.id,
    rule: fromJson<Rule>(row.rule),
    basis: fromJson<Basis>(row.basis),
    datasetVersionNumber: row.dataset_version_number,
    state: row.state,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  };
}
