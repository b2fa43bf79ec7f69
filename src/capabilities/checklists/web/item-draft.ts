import type { ChecklistItem, ItemEvidence, ItemState } from '../contract.ts';

type Place = Extract<ItemEvidence, { kind: 'place' }>['place'];

/** An answer while it is typed: what was typed for another kind of evidence is not lost by looking at it. */
export interface ItemDraft {
  state: ItemState;
  kind: 'none' | ItemEvidence['kind'];
  text: string;
  url: string;
  place: Place;
  reason: string;
  ownerId: string;
  dueDate: string;
}

export interface ItemBody {
  state?: ItemState;
  evidence?: ItemEvidence | null;
  reason?: string;
  ownerId: string | null;
  dueDate: string | null;
}

export type Lack = 'evidence' | 'reason' | 'text' | 'link';

export function draftOfItem({ state, evidence, reason, ownerId, dueDate }: ChecklistItem): ItemDraft {
  return {
    state,
    kind: evidence?.kind ?? 'none',
    text: evidence?.kind === 'text' ? evidence.text : '',
    url: evidence?.kind === 'link' ? evidence.url : '',
    place: evidence?.kind === 'place' ? evidence.place : 'opportunity',
    reason,
    ownerId: ownerId ?? '',
    dueDate: dueDate ?? '',
  };
}

/** What was typed as the contract has it, and what it lacks. Who may not answer sends owner and date only. */
export function readItem(draft: ItemDraft, mayAnswer: boolean): { body: ItemBody; lack: Lack | null } {
  const planned = { ownerId: draft.ownerId || null, dueDate: draft.dueDate || null };
  if (!mayAnswer) return { body: planned, lack: null };
  const reason = draft.reason.trim();
  const evidence = evidenceOf(draft);
  return { body: { ...planned, state: draft.state, evidence, reason }, lack: lackOf(draft, evidence) };
}

function evidenceOf({ kind, text, url, place }: ItemDraft): ItemEvidence | null {
  if (kind === 'text' && text.trim() !== '') return { kind, text: text.trim() };
  if (kind === 'link' && url.trim() !== '') return { kind, url: url.trim() };
  return kind === 'place' ? { kind, place } : null;
}

function lackOf({ kind, state, reason }: ItemDraft, evidence: ItemEvidence | null): Lack | null {
  if (evidence?.kind === 'link' && !isAddress(evidence.url)) return 'link';
  if (state === 'not_applicable') return reason.trim() === '' ? 'reason' : null;
  if (state !== 'done' || evidence) return null;
  return ({ text: 'text', link: 'link', none: 'evidence', place: 'evidence' } as const)[kind];
}

function isAddress(url: string): boolean {
  return /^https?:\/\/\S+$/i.test(url) && URL.canParse(url);
}
