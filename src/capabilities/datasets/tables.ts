import { slice } from '../../platform/db/database.ts';
import type { ExtractKind, PersonalData, SourceKind, SourceState, StatingRole } from './source-contract.ts';
import type { ImportState, Keeping } from './import-contract.ts';
import type { PlaceState } from './reading-contract.ts';
import type { VersionKind } from './version-contract.ts';

export interface DatasetTables {
  data_source: {
    id: string;
    problem_id: string;
    title: string;
    description: string;
    kind: SourceKind;
    location: string;
    owner: string;
    access: string;
    extract: ExtractKind;
    personal_data: PersonalData;
    personal_data_note: string;
    state: SourceState;
    state_reason: string;
    state_by: string | null;
    state_at: number | null;
    /** JSON: how it is reached, without its secrets */
    connection: string | null;
    described_in_version: number;
    created_by: string;
    created_at: number;
    version: number;
    removed_at: number | null;
  };
  data_source_statement: {
    source_id: string;
    role: StatingRole;
    user_id: string;
    /** version of the source that was stated */
    of_version: number;
    note: string;
    at: number;
  };
  data_source_requirement: { source_id: string; data_requirement_id: string };
  dataset: {
    id: string;
    problem_id: string;
    name: string;
    /** by which two names are the same */
    name_key: string;
    description: string;
    /** what a model is to tell, and which of its values counts */
    outcome_column: string | null;
    outcome_positive: string | null;
    created_by: string;
    created_at: number;
    version: number;
    removed_at: number | null;
  };
  dataset_column: {
    dataset_id: string;
    name: string;
    personal_data: PersonalData;
    description: string;
    changed_by: string;
    changed_at: number;
  };
  /** never changed or deleted */
  dataset_version: {
    id: string;
    dataset_id: string;
    problem_id: string;
    number: number;
    kind: VersionKind;
    /** of the manifest: what the version is known by */
    sha256: string;
    /** canonical JSON: Manifest */
    manifest: string;
    format: string;
    schema_fingerprint: string;
    /** JSON: Column[] */
    columns: string;
    rows: number;
    size_bytes: number;
    source_id: string | null;
    note: string;
    imported_by: string;
    imported_at: number;
  };
  dataset_version_blob: {
    version_id: string;
    part: 'given' | 'parquet';
    position: number;
    sha256: string;
    size_bytes: number;
  };
  /** JSON: Reading */
  dataset_version_reading: { version_id: string; reading: string };
  /** the last look at the place it came from */
  dataset_version_check: { version_id: string; state: PlaceState; checked_by: string; checked_at: number };
  dataset_version_erasure: { version_id: string; reason: string; erased_by: string; erased_at: number };
  dataset_blob_turn: { id: number; turn: number };
  /** `profile` is JSON in the shape of statistics */
  dataset_profile: { version_id: string; pass: 'first' | 'complete'; profile: string; made_at: number };
  dataset_diff: { version_id: string; base_id: string; diff: string; made_at: number };
  /** `rule` and `result` are JSON */
  dataset_split: Declared;
  dataset_segment: Declared;
  dataset_import: {
    id: string;
    problem_id: string;
    dataset_id: string;
    source_id: string | null;
    origin: 'upload' | 'connection';
    keep: Keeping;
    /** JSON: names of the files, in their order */
    files: string;
    format: string | null;
    /** JSON: ReadOptions */
    options: string;
    note: string;
    job_id: string | null;
    state: ImportState;
    version_id: string | null;
    /** the content was here already, as `version_id` */
    is_same: number;
    /** JSON: Failure */
    failure: string | null;
    begun_by: string;
    begun_at: number;
    finished_at: number | null;
  };
  dataset_upload: {
    id: string;
    problem_id: string;
    name: string;
    size_bytes: number;
    received_bytes: number;
    import_id: string | null;
    /** among the files of the import */
    position: number;
    begun_by: string;
    begun_at: number;
    last_at: number;
  };
}

interface Declared {
  id: string;
  problem_id: string;
  version_id: string;
  name: string;
  rule: string;
  result: string;
  declared_by: string;
  declared_at: number;
  removed_at: number | null;
}

export const datasetDb = slice<DatasetTables>();
