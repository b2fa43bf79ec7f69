import { slice } from '../../platform/db/database.ts';
import type { ApproachKind, VoteChoice } from './approach-contract.ts';
import type { Vote } from './contract.ts';

export interface FrameworksTables {
  /** what the organisation wrote over or beside the shipped catalogue; frozen by triggers */
  framework_fact: {
    entry_key: string;
    /** from 1: 0 is what came with Peil */
    number: number;
    /** JSON: EntryFacts */
    facts: string;
    note: string;
    changed_by: string;
    changed_at: number;
  };
  approach: {
    id: string;
    problem_id: string;
    kind: ApproachKind;
    title: string;
    idea: string;
    pros: string;
    cons: string;
    suggestion: string | null;
    position: number;
    version: number;
    created_by: string;
    removed_at: number | null;
  };
  approach_vote: {
    approach_id: string;
    user_id: string;
    role: Vote['role'];
    choice: VoteChoice;
    reason: string;
    at: number;
  };
  framework_selection: {
    problem_id: string;
    /** JSON: Draft */
    draft: string;
    version: number;
  };
  /** frozen by triggers */
  framework_record: {
    problem_id: string;
    number: number;
    origin: 'here' | 'imported';
    /** year-month-day */
    date: string;
    /** JSON: RecordContent */
    content: string;
    hash: string;
    /** JSON: keys of the catalogue */
    entry_keys: string;
    selection_version: number;
    recorded_by: string;
    at: number;
  };
  framework_record_person: {
    problem_id: string;
    number: number;
    part: 'decides' | 'consulted' | 'informed';
    position: number;
    user_id: string | null;
    name: string | null;
  };
  /** which alarm was told of already */
  framework_told: { problem_id: string; number: number; about: string; at: number };
}

export const frameworksDb = slice<FrameworksTables>();
