import { riskErrors } from './errors.ts';
import type { Answers } from './tree-shape.ts';

export interface AnswerToKeep {
  question: string;
  /** null takes the answer back */
  choice: string | null;
  reason: string;
}

/** What can be answered: the choices of each question, and which count only with reasons. */
export type Askable = readonly { id: string; choices: readonly { id: string; needsReason?: boolean }[] }[];

/** The answers with this one in its place. Throws where there is no such question or choice, or reasons are missing. */
export function putAnswer(answers: Answers, { question, choice, reason }: AnswerToKeep, askable: Askable): Answers {
  const asked = askable.find(({ id }) => id === question);
  if (!asked) throw riskErrors.unknownQuestion({ given: question, expected: askable.map(({ id }) => id) });
  const { [question]: _before, ...others } = answers;
  if (choice === null) return others;
  const chosen = asked.choices.find(({ id }) => id === choice);
  if (!chosen) throw riskErrors.unknownChoice({ given: choice, expected: asked.choices.map(({ id }) => id) });
  if (chosen.needsReason && reason.trim() === '') throw riskErrors.reasonNeeded();
  return { ...others, [question]: { choice, reason } };
}
