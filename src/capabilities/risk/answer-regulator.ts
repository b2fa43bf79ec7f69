import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { riskErrors } from './errors.ts';
import { findParts } from './queries.ts';
import { regulatorRows } from './regulator-contract.ts';
import { changePart } from './store.ts';

interface RowToKeep {
  problemId: string;
  version: number;
  row: string;
  text: string;
  isNotApplicable: boolean;
}

export async function answerRegulator(
  ctx: Context,
  { problemId, version, row, text, isNotApplicable }: RowToKeep,
): Promise<{ version: number }> {
  if (!regulatorRows.some((each) => each === row))
    throw riskErrors.unknownQuestion({ given: row, expected: regulatorRows });
  if (isNotApplicable && text.trim() === '') throw riskErrors.naNeedsReason();
  await change(ctx, async (tx) => {
    await changePart(tx, { problemId, part: 'regulator', version }, ({ rows }) => {
      const { [row]: before, ...others } = rows;
      const kept = text.trim() === '' ? others : { ...others, [row]: { text, isNotApplicable } };
      const theirs = { row, ...(before ?? { text: '', isNotApplicable: false }) };
      return { content: { rows: kept }, yours: { row, text, isNotApplicable }, theirs };
    });
    const data = { row, isNotApplicable, version: version + 1 };
    const subject = { kind: 'problem', id: problemId };
    tx.record({ type: 'risk_assessment.regulator_answered', subject, problemId, data });
  });
  return { version: (await findParts(ctx.db, problemId)).regulator.version };
}
