import { slice } from '../../platform/db/database.ts';
import type { VersionRunColumns } from '../datasets/index.ts';
import type { SuggestionState } from './suggestion-contract.ts';

/** Of a run: by which version of the contract the data is judged, and what came of it. */
export interface OwnOfRun {
  contract_id: string;
  number: number;
  /** JSON: RuleResult[] */
  results: string | null;
  /** JSON: RunCounts */
  counts: string | null;
}

export interface ContractTables {
  /** one for each data set; its version counts the changes of the draft, and it is the lock of everything under it */
  data_contract: {
    id: string;
    problem_id: string;
    dataset_id: string;
    /** JSON: ContractContent */
    draft: string;
    owner_id: string | null;
    reviewed_by: string | null;
    reviewed_at: number | null;
    /** the version of the draft that was reviewed */
    reviewed_version: number | null;
    created_by: string;
    created_at: number;
    version: number;
  };
  /** published versions: frozen by triggers */
  data_contract_version: {
    contract_id: string;
    number: number;
    /** JSON: ContractContent */
    content: string;
    note: string;
    owner_id: string | null;
    reviewed_by: string | null;
    reviewed_at: number | null;
    published_by: string;
    published_at: number;
  };
  data_contract_run: VersionRunColumns & OwnOfRun;
  data_contract_suggestion: {
    id: string;
    contract_id: string;
    dataset_version_id: string;
    dataset_version_number: number;
    position: number;
    /** JSON: Rule */
    rule: string;
    /** JSON: Basis */
    basis: string;
    state: SuggestionState;
    decided_by: string | null;
    decided_at: number | null;
  };
}

export const contractDb = slice<ContractTables>();
