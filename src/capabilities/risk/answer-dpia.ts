import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { type AnswerToKeep, putAnswer } from './answers.ts';
import type { DpiaAssessment } from './dpia-contract.ts';
import { dpiaQuestions } from './dpia-questions.ts';
import { showDpia } from './show-dpia.ts';
import { changePart } from './store.ts';

const askable = dpiaQuestions.map(({ id }) => ({ id, choices: [{ id: 'yes' }, { id: 'no' }] }));

export async function answerDpia(
  ctx: Context,
  { problemId, version, ...answer }: AnswerToKeep & { problemId: string; version: number },
): Promise<DpiaAssessment> {
  const { question, choice, reason } = answer;
  await change(ctx, async (tx) => {
    await changePart(tx, { problemId, part: 'dpia', version }, (content) => ({
      content: { ...content, answers: putAnswer(content.answers, answer, askable) },
      yours: { question, choice, reason },
      theirs: { question, ...(content.answers[question] ?? { choice: null, reason: '' }) },
    }));
    const data = { question, choice, version: version + 1 };
    const subject = { kind: 'problem', id: problemId };
    tx.record({ type: 'risk_assessment.dpia_written', subject, problemId, data });
  });
  return showDpia(ctx, problemId);
}
