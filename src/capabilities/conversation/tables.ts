import { slice } from '../../platform/db/database.ts';
import type { AnswerVerdict, CommentKind, ThreadKind, ThreadState } from './contract.ts';

export interface ConversationTables {
  conversation_thread: {
    id: string;
    problem_id: string;
    anchor_kind: string;
    anchor_id: string;
    /** empty: the whole thing */
    anchor_field: string;
    kind: ThreadKind;
    state: ThreadState;
    opened_by: string;
    opened_at: number;
    last_at: number;
    /** all comments that ever were: the next one's position is one more */
    comment_count: number;
    /** comments that still say something; a thread without any is not shown */
    shown_count: number;
    /** the answer that stands to a steering remark */
    answer_id: string | null;
    resolved_by: string | null;
    resolved_at: number | null;
    /** counts what decides whether it may be closed, not every comment */
    version: number;
  };
  conversation_comment: {
    id: string;
    thread_id: string;
    problem_id: string;
    /** from 1, without gaps */
    position: number;
    kind: CommentKind;
    verdict: AnswerVerdict | null;
    author_id: string;
    text: string;
    version: number;
    created_at: number;
    edited_at: number | null;
    removed_at: number | null;
    erased_at: number | null;
  };
  conversation_earlier_text: { comment_id: string; version: number; text: string; written_at: number };
  conversation_participant: { thread_id: string; user_id: string };
}

export const conversationDb = slice<ConversationTables>();
