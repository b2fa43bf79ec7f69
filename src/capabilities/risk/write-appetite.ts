import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { assess } from './assess.ts';
import type { PartContents } from './part-contents.ts';
import type { RiskRegister } from './register-contract.ts';
import { showRegister } from './show-register.ts';
import { changePart, lockAssessment } from './store.ts';

type Frame = PartContents['appetite'];
type Given = Partial<Omit<Frame, 'acceptedUpTo'>>;

/** Who accepts what remains, accepts what remains now: more than that is not accepted. */
export async function writeAppetite(
  ctx: Context,
  { problemId, version, ...given }: Given & { problemId: string; version: number },
): Promise<RiskRegister> {
  await change(ctx, async (tx) => {
    await lockAssessment(tx, problemId);
    const { register } = await assess(tx.db, problemId);
    await changePart(tx, { problemId, part: 'appetite', version }, (content) => ({
      content: withGiven(content, given, register.after?.likely ?? null),
      yours: given,
      theirs: content,
    }));
    const data = { fields: Object.keys(given), version: version + 1 };
    const subject = { kind: 'problem', id: problemId };
    tx.record({ type: 'risk_assessment.appetite_written', subject, problemId, data });
  });
  return showRegister(ctx, problemId);
}

function withGiven(content: Frame, given: Given, remains: string | null): Frame {
  const next = { ...content, ...given };
  // Amounts in another currency are other amounts.
  if (next.currency !== content.currency) return { ...next, acceptedUpTo: null };
  if (given.acceptedBy === undefined) return next;
  return { ...next, acceptedUpTo: given.acceptedBy === '' ? null : remains };
}
