import { slice } from '../../platform/db/database.ts';
import type { GateId, NamedPerson, Outcome, Redirect } from './contract.ts';

export interface DecisionsTables {
  evidence_snapshot: {
    problem_id: string;
    hash: string;
    /** canonical JSON, the very bytes that were hashed */
    snapshot: string;
    shown_at: number;
  };
  decision: {
    id: string;
    problem_id: string;
    gate: GateId;
    number: number;
    outcome: Outcome;
    reasons: string;
    redirect_kind: Redirect['kind'] | null;
    redirect_text: string | null;
    review_date: string | null;
    recorded_by: string;
    at: number;
    snapshot_hash: string;
  };
  decision_person: {
    decision_id: string;
    position: number;
    user_id: string | null;
    name: string | null;
    role: NamedPerson['role'];
    meaning: string;
  };
}

export const decisionsDb = slice<DecisionsTables>();
