import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AiActAssessment } from './ai-act-contract.ts';
import { aiActTree } from './ai-act-tree.ts';
import { type AnswerToKeep, putAnswer } from './answers.ts';
import { classify } from './classify.ts';
import { showAiAct } from './show-ai-act.ts';
import { changePart } from './store.ts';

export async function answerAiAct(
  ctx: Context,
  { problemId, version, ...answer }: AnswerToKeep & { problemId: string; version: number },
): Promise<AiActAssessment> {
  const { question, choice, reason } = answer;
  await change(ctx, async (tx) => {
    let reached = classify({}).class;
    await changePart(tx, { problemId, part: 'ai_act', version }, (content) => {
      const answers = putAnswer(content.answers, answer, aiActTree.questions);
      reached = classify(answers).class;
      return {
        content: { ...content, answers },
        yours: { question, choice, reason },
        theirs: { question, ...(content.answers[question] ?? { choice: null, reason: '' }) },
      };
    });
    const subject = { kind: 'problem', id: problemId };
    const data = { question, choice, class: reached, version: version + 1 };
    tx.record({ type: 'risk_assessment.classified', subject, problemId, data });
  });
  return showAiAct(ctx, problemId);
}
