import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Alternatives } from './alternatives-contract.ts';
import { lockForWriting } from './lock-problem.ts';
import { refuseStale } from '../../platform/errors/refuse-stale.ts';
import { formulationDb } from './tables.ts';
import { findAlternatives } from './text-queries.ts';

export async function writeAlternatives(
  ctx: Context,
  { problemId, text, version }: { problemId: string; text: string; version: number },
): Promise<Alternatives> {
  await change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    const current = await findAlternatives(tx.db, problemId);
    refuseStale({ given: version, current: current.version }, { yours: { text }, theirs: { text: current.text } });
    const row = { text, version: version + 1, changed_at: tx.now };
    await formulationDb(tx.db)
      .insertInto('alternatives')
      .values({ problem_id: problemId, ...row })
      .onConflict((conflict) => conflict.column('problem_id').doUpdateSet(row))
      .execute();
    const subject = { kind: 'alternatives', id: problemId };
    tx.record({ type: 'alternatives.written', subject, problemId, data: { version: version + 1 } });
  });
  return findAlternatives(ctx.db, problemId);
}
