import type { DpiaVerdict } from './dpia-contract.ts';
import { dpiaQuestions } from './dpia-questions.ts';
import type { Answers } from './tree-shape.ts';

export type DpiaReason = 'open' | 'no_personal_data' | 'always' | 'criteria' | 'one_criterion' | 'no_criterion';

export interface DpiaJudgement {
  verdict: DpiaVerdict;
  reason: DpiaReason;
  /** ids of the questions that were answered with yes, of the kind that decides */
  because: string[];
  criteria: number;
  /** null when nothing that is still open could change the verdict */
  openQuestion: string | null;
}

/**
 * GDPR 35: needed in one of the cases of 35(3) and (4), or where two of the nine criteria of the EDPB hold (WP 248 rev.01).
 * That it is not needed is said only when every question was answered.
 */
export function judgeDpia(answers: Answers): DpiaJudgement {
  const chose = (id: string) => answers[id]?.choice ?? null;
  const saidYes = (kind: 'always' | 'criterion') =>
    dpiaQuestions.filter((question) => question.kind === kind && chose(question.id) === 'yes').map(({ id }) => id);
  const [always, met] = [saidYes('always'), saidYes('criterion')];
  const open = dpiaQuestions.find(({ id }) => chose(id) === null)?.id ?? null;
  const judged = (verdict: DpiaVerdict, reason: DpiaReason, because: string[] = []): DpiaJudgement => {
    const openQuestion = verdict === 'unassessed' ? open : null;
    return { verdict, reason, because, criteria: met.length, openQuestion };
  };
  if (chose('personal_data') === 'no') return { ...judged('not_needed', 'no_personal_data'), criteria: 0 };
  if (chose('personal_data') === null) return judged('unassessed', 'open');
  if (always.length > 0) return judged('needed', 'always', always);
  if (met.length >= 2) return judged('needed', 'criteria', met);
  if (open !== null) return judged('unassessed', 'open');
  return judged('not_needed', met.length === 1 ? 'one_criterion' : 'no_criterion', met);
}
