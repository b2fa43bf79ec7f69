import { slice } from '../../platform/db/database.ts';
import type { RiskClass } from './ai-act-contract.ts';
import type { RiskDecision } from './register-contract.ts';

export const parts = ['ai_act', 'dpia', 'appetite', 'regulator'] as const;
export type PartName = (typeof parts)[number];

export interface RiskTables {
  risk_assessment: { problem_id: string; changed_at: number };
  risk_part: {
    problem_id: string;
    part: PartName;
    /** JSON */
    content: string;
    version: number;
    changed_at: number;
  };
  default_risk_appetite: {
    id: string;
    amount: string | null;
    currency: string;
    version: number;
    changed_at: number;
  };
  risk: {
    id: string;
    problem_id: string;
    what: string;
    cause: string;
    affected: string;
    /** JSON: Likelihood */
    likelihood: string | null;
    /** JSON: Impact */
    impact: string | null;
    control: string;
    residual_likelihood: string | null;
    residual_impact: string | null;
    decision: RiskDecision | null;
    accepted_by: string;
    decision_reason: string;
    owner: string;
    position: number;
    version: number;
    removed_at: number | null;
  };
  risk_signature: {
    problem_id: string;
    number: number;
    stage: 'begin' | 'end';
    /** canonical JSON, the very bytes that were hashed */
    content: string;
    hash: string;
    class: RiskClass;
    meaning: string;
    signed_by: string;
    at: number;
  };
}

export const riskDb = slice<RiskTables>();
