import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import type { AtStake } from './problem-contract.ts';
import { formulationDb } from './tables.ts';
import type { ValueDraft } from './value-draft-field.ts';

export interface StoredValueModel {
  /** null before anything was written */
  model: ValueDraft | null;
  hash: string | null;
  atStake: AtStake | null;
  isComplete: boolean;
  /** 0 before anything was written */
  version: number;
  changedAt: number | null;
}

const unwritten: StoredValueModel = {
  model: null,
  hash: null,
  atStake: null,
  isComplete: false,
  version: 0,
  changedAt: null,
};

export async function findValueModel(db: AnyDb, problemId: string): Promise<StoredValueModel> {
  const row = await formulationDb(db)
    .selectFrom('value_model')
    .selectAll()
    .where('problem_id', '=', problemId)
    .executeTakeFirst();
  if (!row) return unwritten;
  return {
    model: fromJson<ValueDraft>(row.model),
    hash: row.hash,
    atStake: row.at_stake === null ? null : fromJson<AtStake>(row.at_stake),
    // Only a complete model can be evaluated, and one that can is evaluated when it is written.
    isComplete: row.at_stake !== null,
    version: row.version,
    changedAt: row.changed_at,
  };
}
