import type { AnyDb } from '../../platform/db/database.ts';
import type { Anchor } from './contract.ts';
import { listKeyComments, listSteeringThreads, type StoredComment, type StoredThread } from './queries.ts';
import { anchorKey } from './anchor-key.ts';
import { stationOf } from './station-of.ts';
import type { conversationGateTexts } from './texts.ts';

/** One steering remark as evidence of a gate. */
export interface SteeringEvidence {
  /** `steering.` and the id of the thread */
  id: string;
  /** which of `conversationGateTexts` says it */
  text: keyof (typeof conversationGateTexts)['en'];
  station: ReturnType<typeof stationOf>;
  field: null;
  /** where the page opens the conversation: the `talk` of an address */
  talk: string;
  /** what it is about; who hands the evidence on knows what that is called */
  anchor: Anchor;
  isDone: boolean;
  params: { text: string };
}

const shown = 200;

/** What steering still asks, one item for each remark, done and open, in the order in which they were made. */
export async function listSteeringEvidence(
  db: AnyDb,
  problemId: string,
  _when: { today: string },
): Promise<SteeringEvidence[]> {
  const threads = await listSteeringThreads(db, problemId);
  const comments = await listKeyComments(db, threads);
  return threads.map((thread) => {
    const isDone = thread.state === 'resolved';
    return {
      id: `steering.${thread.id}`,
      text: isDone ? 'steering.accepted' : thread.answer_id ? 'steering.unaccepted' : 'steering.unanswered',
      station: stationOf(thread.anchor_kind),
      field: null,
      talk: anchorKey(anchorOf(thread)),
      anchor: anchorOf(thread),
      isDone,
      params: { text: cut(textOf(comments.get(thread.id)?.remark) ?? '') },
    };
  });
}

/** A steering remark that waits: for an answer, or for an expert who accepts the one that was given. */
export interface OpenSteering {
  threadId: string;
  anchor: Anchor;
  /** where on the thread of the problem it stands */
  station: ReturnType<typeof stationOf>;
  /** the beginning of the remark; empty once it was erased */
  text: string;
  openedAt: number;
  answeredAt: number | null;
}

/** In the order in which they were made. */
export async function listOpenSteering(db: AnyDb, problemId: string): Promise<OpenSteering[]> {
  const threads = (await listSteeringThreads(db, problemId)).filter(({ state }) => state === 'open');
  const comments = await listKeyComments(db, threads);
  return threads.map((thread) => {
    const { remark, answer } = comments.get(thread.id) ?? {};
    return {
      threadId: thread.id,
      anchor: { kind: thread.anchor_kind, id: thread.anchor_id, field: thread.anchor_field || null },
      station: stationOf(thread.anchor_kind),
      text: cut(textOf(remark) ?? ''),
      openedAt: thread.opened_at,
      answeredAt: answer?.created_at ?? null,
    };
  });
}

interface SteeringRemark {
  id: string;
  anchor: Anchor;
  state: StoredThread['state'];
  /** null: erased */
  text: string | null;
  answer: { verdict: StoredComment['verdict']; text: string | null } | null;
}

/** What was steered and what was answered, as it is signed: whole texts, in the order in which they were made. */
export async function snapshotOfConversation(db: AnyDb, problemId: string): Promise<{ steering: SteeringRemark[] }> {
  const threads = await listSteeringThreads(db, problemId);
  const comments = await listKeyComments(db, threads);
  return {
    steering: threads.map((thread) => {
      const { remark, answer } = comments.get(thread.id) ?? {};
      return {
        id: thread.id,
        anchor: anchorOf(thread),
        state: thread.state,
        text: textOf(remark),
        answer: answer ? { verdict: answer.verdict, text: textOf(answer) } : null,
      };
    }),
  };
}

function anchorOf({ anchor_kind, anchor_id, anchor_field }: StoredThread): Anchor {
  return { kind: anchor_kind, id: anchor_id, field: anchor_field || null };
}

function textOf(comment: StoredComment | undefined): string | null {
  return comment && comment.erased_at === null ? comment.text : null;
}

function cut(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > shown ? `${line.slice(0, shown).toWellFormed()}…` : line;
}
