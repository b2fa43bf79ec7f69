import type { AnyDb } from '../../platform/db/database.ts';
import { type AnswerPage, findAnswers, type StoredAnswers } from './answers.ts';
import { type OpportunityField, opportunityFields } from './opportunity-contract.ts';
import { formulationDb } from './tables.ts';

export type StoredOpportunity = StoredAnswers<OpportunityField>;

export interface StoredText {
  text: string;
  /** 0 before anything was written */
  version: number;
  changedAt: number | null;
}

export const opportunityPage: AnswerPage<OpportunityField> = { table: 'opportunity_text', fields: opportunityFields };

export function findOpportunity(db: AnyDb, problemId: string): Promise<StoredOpportunity> {
  return findAnswers(db, opportunityPage, problemId);
}

export async function findAlternatives(db: AnyDb, problemId: string): Promise<StoredText> {
  const row = await formulationDb(db)
    .selectFrom('alternatives')
    .select(['text', 'version', 'changed_at as changedAt'])
    .where('problem_id', '=', problemId)
    .executeTakeFirst();
  return row ?? { text: '', version: 0, changedAt: null };
}
