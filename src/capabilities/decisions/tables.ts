import { slice } from '../../platform/db/database.ts';
import type { ConditionStage } from './condition-stage.ts';
import type { GateId, NamedPerson, Outcome, Proposal, Redirect, SignOff } from './contract.ts';

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
    lessons: string | null;
    proposal_id: string | null;
    /** JSON: name and version */
    policy: string | null;
  };
  decision_condition: {
    id: string;
    decision_id: string;
    problem_id: string;
    position: number;
    text: string;
    due: string;
    blocks: GateId;
    evidence: string | null;
    met_by: string | null;
    met_at: number | null;
    owner_id: string | null;
    /** what was told of its date */
    told: ConditionStage | null;
  };
  gate_policy: {
    version: number;
    document: string;
    put_by: string;
    at: number;
    /** why it was made; null for versions of older releases */
    note: string | null;
    based_on: number | null;
  };
  /** which version counted since when */
  gate_policy_choice: { number: number; version: number; chosen_by: string; at: number };
  gate_proposal: {
    id: string;
    problem_id: string;
    gate: GateId;
    /** JSON */
    terms: string;
    /** JSON: name and version */
    policy: string;
    proposed_by: string;
    at: number;
    state: Proposal['state'];
    closed_at: number | null;
  };
  gate_sign_off: {
    id: string;
    proposal_id: string;
    /** from 1, in the order in which they were given */
    number: number;
    problem_id: string;
    role: SignOff['role'];
    user_id: string;
    on_behalf_of: string | null;
    verdict: SignOff['verdict'];
    meaning: string;
    remark: string;
    snapshot_hash: string;
    at: number;
  };
  gate_waiver_act: {
    id: string;
    proposal_id: string;
    /** from 1, in the order in which it was done */
    number: number;
    item: string;
    act: 'waived' | 'taken_back';
    /** of a waiver */
    reason: string | null;
    /** JSON: what was asked, in each language; null for waivers of older releases, and for what was taken back */
    said: string | null;
    user_id: string;
    on_behalf_of: string | null;
    /** the number of the last sign-off of that moment: who gave it had not seen this */
    after_sign_off: number;
    at: number;
  };
  decision_person: {
    decision_id: string;
    position: number;
    user_id: string | null;
    name: string | null;
    role: NamedPerson['role'];
    meaning: string;
    on_behalf_of: string | null;
    at: number;
  };
}

export const decisionsDb = slice<DecisionsTables>();
