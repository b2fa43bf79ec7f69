import { slice } from '../../platform/db/database.ts';
import type { DeliveryState } from './contract.ts';

export interface WebhookTables {
  webhook: {
    id: string;
    name: string;
    url: string;
    /** JSON: string[]; null: every type */
    types: string | null;
    includes_private: number;
    /** what people wrote themselves is sent too */
    includes_words: number;
    active: number;
    /** since when nothing is sent because it failed for too long */
    paused_at: number | null;
    /** until when what is sent is also signed with the secret before this one */
    previous_secret_until: number | null;
    version: number;
    created_at: number;
    changed_at: number;
  };
  webhook_queue: { webhook_id: string; last_position: number };
  webhook_delivery: {
    id: string;
    webhook_id: string;
    position: number;
    event_id: string;
    type: string;
    at: number;
    subject_kind: string;
    subject_id: string;
    problem_id: string | null;
    /** JSON: what the event says */
    data: string;
    state: DeliveryState;
    attempts: number;
    next_at: number;
    attempted_at: number | null;
    /** of the answer over HTTP; null where none came */
    status: number | null;
    /** the beginning of the answer, or why there is none */
    answer: string;
  };
}

export type WebhookRow = WebhookTables['webhook'];
export type DeliveryRow = WebhookTables['webhook_delivery'];

export const webhooksDb = slice<WebhookTables>();
