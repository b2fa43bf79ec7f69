import { slice } from '../../platform/db/database.ts';
import type { Stage } from './stages.ts';

export interface RegistryTables {
  registered_model: {
    id: string;
    name: string;
    description: string;
    /** null: in the inbox */
    problem_id: string | null;
    created_by: string;
    created_at: number;
    changed_at: number;
  };
  registered_model_tag: { model_id: string; key: string; value: string };
  model_alias: { model_id: string; alias: string; number: number };
  model_version: {
    model_id: string;
    number: number;
    source: string;
    storage_uri: string;
    /** where the files that it keeps were taken from; null: it keeps none */
    files_from: string | null;
    run_id: string | null;
    logged_model_id: string | null;
    run_link: string;
    description: string;
    stage: Stage;
    created_by: string;
    created_at: number;
    changed_at: number;
    deleted_at: number | null;
  };
  model_version_tag: { model_id: string; number: number; key: string; value: string };
}

export const registryDb = slice<RegistryTables>();
