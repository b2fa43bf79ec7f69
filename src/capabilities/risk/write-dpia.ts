import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { DpiaAssessment } from './dpia-contract.ts';
import { showDpia } from './show-dpia.ts';
import { changePart } from './store.ts';

export async function writeDpia(
  ctx: Context,
  { problemId, version, ...texts }: { problemId: string; version: number; dpoAdvice?: string; remark?: string },
): Promise<DpiaAssessment> {
  await change(ctx, async (tx) => {
    await changePart(tx, { problemId, part: 'dpia', version }, (content) => {
      const { dpoAdvice, remark } = content;
      return { content: { ...content, ...texts }, yours: texts, theirs: { dpoAdvice, remark } };
    });
    const data = { fields: Object.keys(texts), version: version + 1 };
    const subject = { kind: 'problem', id: problemId };
    tx.record({ type: 'risk_assessment.dpia_written', subject, problemId, data });
  });
  return showDpia(ctx, problemId);
}
