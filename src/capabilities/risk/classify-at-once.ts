import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AiActAssessment } from './ai-act-contract.ts';
import { aiActTree } from './ai-act-tree.ts';
import { type AnswerToKeep, putAnswer } from './answers.ts';
import { classify } from './classify.ts';
import { confirmationOf } from './confirm-ai-act.ts';
import type { PartContents } from './part-contents.ts';
import { showAiAct } from './show-ai-act.ts';
import { changePart } from './store.ts';

interface AtOnce {
  problemId: string;
  version: number;
  answers: readonly AnswerToKeep[];
  role?: PartContents['ai_act']['role'];
  confirmedBy?: string;
}

/** Several answers, the role and the confirmation in one step: all of it is kept, or nothing. */
export async function classifyAtOnce(ctx: Context, given: AtOnce): Promise<AiActAssessment> {
  const { problemId, version, answers: asked } = given;
  await change(ctx, async (tx) => {
    let reached = classify({}).class;
    await changePart(tx, { problemId, part: 'ai_act', version }, (content) => {
      const answers = asked.reduce((kept, answer) => putAnswer(kept, answer, aiActTree.questions), content.answers);
      reached = classify(answers).class;
      const on = new Date(tx.now).toISOString().slice(0, 10);
      const { confirmedBy, role = content.role } = given;
      const named = confirmedBy === undefined ? {} : { confirmedBy };
      const confirmation = confirmationOf({ ...content, answers }, { ...named, on });
      return { content: { answers, role, confirmation }, yours: asked, theirs: content.answers };
    });
    const subject = { kind: 'problem', id: problemId };
    const data = { answers: asked.map(({ question, choice }) => ({ question, choice })), class: reached };
    tx.record({
      type: 'risk_assessment.classified',
      subject,
      problemId,
      data: { ...data, isConfirmed: (given.confirmedBy ?? '') !== '', version: version + 1 },
    });
  });
  return showAiAct(ctx, problemId);
}
