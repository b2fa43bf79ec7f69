import type { WrittenItem } from './written-example.ts';

type Place = Extract<NonNullable<WrittenItem['evidence']>, { kind: 'place' }>['place'];

/** Answered in words, by somebody by name. */
export const answeredBy = (who: string, text: string): WrittenItem => ({
  state: 'done',
  evidence: { kind: 'text', text: `${who}: ${text}` },
});

/** Answered by what stands at another place of the problem. */
export const standsAt = (place: Place): WrittenItem => ({ state: 'done', evidence: { kind: 'place', place } });

export const doesNotApply = (who: string, why: string): WrittenItem => ({
  state: 'not_applicable',
  reason: `${who}: ${why}`,
});

/** Begun, with what is known so far and the day before which it must be answered. */
export const begunBy = (who: string, { text, dueDate }: { text: string; dueDate: string }): WrittenItem => ({
  state: 'in_progress',
  evidence: { kind: 'text', text: `${who}: ${text}` },
  dueDate,
});
