import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AiActAssessment } from './ai-act-contract.ts';
import { classify, nameOfPath } from './classify.ts';
import { riskErrors } from './errors.ts';
import type { PartContents } from './part-contents.ts';
import { showAiAct } from './show-ai-act.ts';
import { changePart } from './store.ts';

interface Confirming {
  problemId: string;
  version: number;
  role?: PartContents['ai_act']['role'];
  confirmedBy?: string;
  remark?: string;
}

/** The role under the Act, and who confirmed the class: of the answers as they stand at this moment. */
export async function confirmAiAct(
  ctx: Context,
  { problemId, version, ...given }: Confirming,
): Promise<AiActAssessment> {
  await change(ctx, async (tx) => {
    await changePart(tx, { problemId, part: 'ai_act', version }, (content) => {
      const confirmation = confirmationOf(content, { ...given, on: new Date(tx.now).toISOString().slice(0, 10) });
      const { role = content.role } = given;
      const { role: theirRole, confirmation: theirs } = content;
      return { content: { ...content, role, confirmation }, yours: given, theirs: { role: theirRole, ...theirs } };
    });
    const data = { role: given.role, isConfirmed: given.confirmedBy !== undefined && given.confirmedBy !== '' };
    const subject = { kind: 'problem', id: problemId };
    tx.record({ type: 'risk_assessment.confirmed', subject, problemId, data });
  });
  return showAiAct(ctx, problemId);
}

/** Throws 409 where there is no class to confirm yet. */
export function confirmationOf(
  { answers, confirmation }: Pick<PartContents['ai_act'], 'answers' | 'confirmation'>,
  {
    confirmedBy: name,
    remark = confirmation?.remark ?? '',
    on,
  }: Pick<Confirming, 'confirmedBy' | 'remark'> & { on: string },
): PartContents['ai_act']['confirmation'] {
  if (name === undefined) return confirmation && { ...confirmation, remark };
  if (name === '') return null;
  const classified = classify(answers);
  if (classified.leaf === null) throw riskErrors.notClassified({ question: classified.openQuestion });
  return { name, remark, on, answers: nameOfPath(classified) };
}
