import type { AnyDb } from '../../platform/db/database.ts';
import type { OpportunityField, OpportunityTexts } from './opportunity-contract.ts';
import { formulationDb } from './tables.ts';

export interface StoredOpportunity {
  texts: OpportunityTexts;
  /** of the whole; 0 before anything was written */
  version: number;
  changedAt: number | null;
  /** in which version of the whole each text last changed; absent: never */
  changedIn: Partial<Record<OpportunityField, number>>;
}

export interface StoredText {
  text: string;
  /** 0 before anything was written */
  version: number;
  changedAt: number | null;
}

const blank: OpportunityTexts = {
  currentSituation: '',
  affected: '',
  frequency: '',
  cost: '',
  currentDecision: '',
  evidence: '',
  context: '',
};

export async function findOpportunity(db: AnyDb, problemId: string): Promise<StoredOpportunity> {
  const rows = await formulationDb(db)
    .selectFrom('opportunity_text')
    .select(['field', 'text', 'changed_in_version', 'changed_at'])
    .where('problem_id', '=', problemId)
    .execute();
  return {
    texts: { ...blank, ...Object.fromEntries(rows.map((row) => [row.field, row.text])) },
    version: Math.max(0, ...rows.map((row) => row.changed_in_version)),
    changedAt: rows.length === 0 ? null : Math.max(...rows.map((row) => row.changed_at)),
    changedIn: Object.fromEntries(rows.map((row) => [row.field, row.changed_in_version])),
  };
}

export async function findAlternatives(db: AnyDb, problemId: string): Promise<StoredText> {
  const row = await formulationDb(db)
    .selectFrom('alternatives')
    .select(['text', 'version', 'changed_at as changedAt'])
    .where('problem_id', '=', problemId)
    .executeTakeFirst();
  return row ?? { text: '', version: 0, changedAt: null };
}
