import { slice } from '../../platform/db/database.ts';
import type { Relation, WayOfHearing } from './contract.ts';

export interface StakeholderTables {
  stakeholder: {
    id: string;
    problem_id: string;
    /** null: does not sign in here */
    user_id: string | null;
    /** of who does not sign in; null once it was erased */
    name: string | null;
    /** salted hash of the name: what is signed can hold it, and it stays when the name is erased */
    name_mark: string | null;
    name_erased_at: number | null;
    relation: Relation;
    must_be_heard: number;
    interest: string;
    position: number;
    version: number;
    removed_at: number | null;
  };
  stakeholder_hearing: {
    id: string;
    problem_id: string;
    stakeholder_id: string;
    /** year-month-day */
    heard_on: string;
    heard_by_user_id: string | null;
    heard_by_name: string | null;
    heard_by_mark: string | null;
    how: WayOfHearing;
    said: string;
    version: number;
    removed_at: number | null;
  };
  stakeholder_question: {
    id: string;
    problem_id: string;
    stakeholder_id: string;
    hearing_id: string | null;
    text: string;
    answer: string;
    /** year-month-day */
    asked_on: string;
    answered_on: string | null;
    version: number;
    removed_at: number | null;
  };
}

export const stakeholderDb = slice<StakeholderTables>();
